using System.Security.Claims;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CoachBot.Channels.BotFramework.Outgoing;

/// <summary>Proves with a certificate's key, in place of a password, that the bot asks.</summary>
internal sealed class ClientAssertions(BotFrameworkOptions options, TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly X509Certificate2 _certificate = Load(options);

    /// <summary>A signed statement for one use at one address.</summary>
    public string Sign(Uri audience)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var thumbprint = Base64UrlEncoder.Encode(_certificate.GetCertHash(HashAlgorithmName.SHA256));
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = options.AppId,
            Audience = audience.ToString(),
            Subject = new ClaimsIdentity([new Claim("sub", options.AppId!), new Claim("jti", Convert.ToHexString(RandomNumberGenerator.GetBytes(16)))]),
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime,
            SigningCredentials = new SigningCredentials(new RsaSecurityKey(_certificate.GetRSAPrivateKey()), SecurityAlgorithms.RsaSsaPssSha256),
            AdditionalHeaderClaims = new Dictionary<string, object> { ["x5t#S256"] = thumbprint },
        });
    }

    private static X509Certificate2 Load(BotFrameworkOptions options)
    {
        var path = options.CertificatePath!;
        try
        {
            var certificate = File.ReadAllBytes(path).AsSpan().IndexOf(Encoding.ASCII.GetBytes("-----BEGIN")) >= 0
                ? X509Certificate2.CreateFromPemFile(path)
                : X509CertificateLoader.LoadPkcs12FromFile(path, options.CertificatePassword);
            return certificate.GetRSAPrivateKey() is null
                ? throw new SettingsException($"BotFramework:CertificatePath names '{path}', which holds no private RSA key.")
                : certificate;
        }
        catch (CryptographicException e)
        {
            throw new SettingsException($"BotFramework:CertificatePath names '{path}', which cannot be read: {e.Message}", e);
        }
    }
}
