using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CoachBot.Channels.DirectLine;

/// <summary>What a token is good for; one made for one purpose is refused for the others.</summary>
internal enum TokenPurpose
{
    /// <summary>The bearer token of a client, 30 minutes.</summary>
    Conversation,

    /// <summary>Stands in the address of a socket, where proxies may log it; good for opening one within 5 minutes.</summary>
    Stream,

    /// <summary>The cookie that brings a browser back to its conversation; one year.</summary>
    Browser,
}

/// <summary>The one conversation and the one user that a token is bound to.</summary>
internal sealed record TokenBinding(string ConversationId, string UserId);

/// <summary>Signs and reads tokens (JWT, HMAC-SHA256) with the claims that Direct Line clients look for: <c>conv</c> and <c>user</c>.</summary>
internal sealed class DirectLineTokens(SigningKey key, TimeProvider time)
{
    public static readonly TimeSpan ConversationLifetime = TimeSpan.FromMinutes(30);
    private const string Issuer = "coachbot/directline";
    private static readonly TimeSpan StreamLifetime = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan BrowserLifetime = TimeSpan.FromDays(365);

    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };
    private readonly Lazy<SymmetricSecurityKey> _key = new(() => new SymmetricSecurityKey(key.Value));

    public string Issue(TokenPurpose purpose, TokenBinding binding)
    {
        var now = time.GetUtcNow().UtcDateTime;
        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = purpose.ToString(),
            Subject = new ClaimsIdentity([new Claim("conv", binding.ConversationId), new Claim("user", binding.UserId)]),
            IssuedAt = now,
            NotBefore = now,
            Expires = now + Lifetime(purpose),
            SigningCredentials = new SigningCredentials(_key.Value, SecurityAlgorithms.HmacSha256),
        });
    }

    /// <summary>Null for a token that is not ours, is spoilt, has expired or was made for another purpose.</summary>
    public async Task<TokenBinding?> ReadAsync(TokenPurpose purpose, string token)
    {
        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = Issuer,
            ValidAudience = purpose.ToString(),
            IssuerSigningKey = _key.Value,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            LifetimeValidator = (_, expires, _, _) => expires > time.GetUtcNow().UtcDateTime,
        });
        if (!result.IsValid)
            return null;

        var read = (JsonWebToken)result.SecurityToken;
        return new TokenBinding(read.GetClaim("conv").Value, read.GetClaim("user").Value);
    }

    public static TimeSpan Lifetime(TokenPurpose purpose) => purpose switch
    {
        TokenPurpose.Conversation => ConversationLifetime,
        TokenPurpose.Stream => StreamLifetime,
        _ => BrowserLifetime,
    };
}
