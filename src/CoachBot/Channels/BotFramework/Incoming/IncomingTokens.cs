using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CoachBot.Channels.BotFramework.Incoming;

/// <summary>Checks the token of a call: who signed it, for whom, when. Which activity it may carry is <see cref="VerifiedCaller"/>'s.</summary>
internal sealed class IncomingTokens(BotFrameworkOptions options, IssuerKeys keys, TimeProvider time)
{
    private const int LongestToken = 16 * 1024;
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly TrustedIssuers _issuers = new(options);
    private readonly string[] _audiences = [options.AppId!, $"api://{options.AppId}", $"api://botid-{options.AppId}"];

    /// <summary>The caller, or why the token proves nothing.</summary>
    /// <exception cref="SigningKeysUnavailableException">The issuer's keys could not be fetched.</exception>
    public async Task<(VerifiedCaller? Caller, string? Refusal)> VerifyAsync(string? authorization, CancellationToken cancellationToken)
    {
        if (authorization?.Split(' ') is not [var scheme, { Length: > 0 } written] || !scheme.Equals("Bearer", StringComparison.OrdinalIgnoreCase))
            return (null, "Send a token as 'Authorization: Bearer …'.");
        if (Read(written) is not { } token)
            return (null, "The token is not a signed JSON Web Token.");

        // Only to choose the keys: nothing of this is believed before they fit.
        if (_issuers.Find(Claim(token, JwtRegisteredClaimNames.Iss)) is not { } issuer)
            return (null, "The token's issuer is not trusted here.");
        if (await keys.Of(issuer.Family).FindAsync(token.Kid, cancellationToken) is not { } key)
            return (null, "The token is signed with a key that its issuer does not announce.");

        var result = await _handler.ValidateTokenAsync(token, Rules(issuer, key));
        if (!result.IsValid)
            return (null, Explain(result.Exception));
        return issuer.Family is TokenFamily.Channel ? (Channel(token, key), null) : Entra(token, issuer);
    }

    private TokenValidationParameters Rules(TrustedIssuer issuer, JsonWebKey key) => new()
    {
        ValidIssuer = issuer.Name,
        ValidAudiences = _audiences,
        IssuerSigningKey = key,
        ValidAlgorithms = Algorithms,
        RequireExpirationTime = true,
        LifetimeValidator = (notBefore, expires, _, _) =>
            expires is { } end && time.GetUtcNow().UtcDateTime < end + Skew
            && (notBefore is not { } start || time.GetUtcNow().UtcDateTime >= start - Skew),
    };

    private static VerifiedCaller Channel(JsonWebToken token, JsonWebKey key) =>
        new(TokenFamily.Channel, Claim(token, "serviceurl"), ReadEndorsements(key));

    private (VerifiedCaller? Caller, string? Refusal) Entra(JsonWebToken token, TrustedIssuer issuer)
    {
        var (version, callerClaim) = issuer.Family is TokenFamily.EntraV1 ? ("1.0", "appid") : ("2.0", "azp");
        if (Claim(token, "ver") != version)
            return (null, $"The token's ver does not fit its issuer; expected {version}.");
        if (!string.Equals(Claim(token, "tid"), issuer.Tenant, StringComparison.OrdinalIgnoreCase))
            return (null, "The token's tid does not fit its issuer.");

        var caller = Claim(token, callerClaim);
        return caller is not null && (caller == options.AppId || options.AllowedCallers.Contains(caller, StringComparer.OrdinalIgnoreCase))
            ? (new VerifiedCaller(issuer.Family, Claim(token, "serviceurl"), Endorsements: null), null)
            : (null, $"The token's {callerClaim} is not an application known here.");
    }

    private static JsonWebToken? Read(string written)
    {
        if (written.Length > LongestToken || written.Count(c => c == '.') != 2)
            return null;
        try
        {
            var token = new JsonWebToken(written);
            return Algorithms.Contains(token.Alg) && !string.IsNullOrEmpty(token.Kid) && !token.TryGetHeaderValue<object>("crit", out _)
                ? token
                : null;
        }
        catch (Exception e) when (e is ArgumentException or JsonException or SecurityTokenException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Claim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<object>(name, out var value) && value is string { Length: > 0 } text ? text : null;

    private static List<string> ReadEndorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var value) && value is JsonElement { ValueKind: JsonValueKind.Array } listed
            ? [.. listed.EnumerateArray().Select(item => item.ToString())]
            : [];

    private static string Explain(Exception? fault) => fault switch
    {
        SecurityTokenInvalidAudienceException => "The token's audience is not this bot.",
        SecurityTokenInvalidLifetimeException or SecurityTokenExpiredException or SecurityTokenNoExpirationException =>
            "The token is not valid at this time.",
        SecurityTokenInvalidSignatureException => "The token's signature is wrong.",
        _ => "The token is not valid here.",
    };
}
