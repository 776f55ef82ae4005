using Azure.Core;
using Azure.Identity;

namespace CoachBot.Channels.BotFramework.Outgoing;

/// <summary>Tokens of a user-assigned managed identity: Azure knows who runs this, so that there is no secret.</summary>
internal sealed class ManagedIdentityTokens(BotFrameworkOptions options) : IAccessTokenSource
{
    private readonly ManagedIdentityCredential _credential = new(ManagedIdentityId.FromUserAssignedClientId(options.AppId!));

    public bool IsNeeded => true;

    public async Task<AccessToken> FetchAsync(CancellationToken cancellationToken)
    {
        try
        {
            var token = await _credential.GetTokenAsync(new TokenRequestContext([options.Cloud.Scope]), cancellationToken);
            return new AccessToken(token.Token, token.ExpiresOn);
        }
        catch (AuthenticationFailedException e)
        {
            throw new AccessTokenException($"No token for managed identity {options.AppId}: {e.Message}", e);
        }
    }
}

/// <summary>A developer's stand-in for Teams asks for no token.</summary>
internal sealed class NoTokens : IAccessTokenSource
{
    public bool IsNeeded => false;

    public Task<AccessToken> FetchAsync(CancellationToken cancellationToken) => throw new AccessTokenException("There is no registration.");
}
