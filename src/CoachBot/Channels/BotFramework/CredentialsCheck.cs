using CoachBot.Channels.BotFramework.Outgoing;
using CoachBot.Health;

namespace CoachBot.Channels.BotFramework;

/// <summary>Whether Entra ID gives this bot a token of its own.</summary>
internal sealed class CredentialsCheck(BotFrameworkOptions options, IAccessTokenSource source, TimeProvider time) : ISelfCheck
{
    public string Name => "credentials";

    public async Task<SelfCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var token = await source.FetchAsync(cancellationToken);
            return SelfCheckResult.Ok($"Entra ID gave {options.AppType} {options.AppId} a token for {(token.ExpiresAt - time.GetUtcNow()).TotalMinutes:0} min.");
        }
        catch (AccessTokenException e)
        {
            return SelfCheckResult.Fail(e.Message, options.AppType is AppType.UserAssignedMSI
                ? "Give the machine the user-assigned identity whose client id is MicrosoftAppId."
                : "Make a new secret under Certificates & secrets of the app registration, and set MicrosoftAppPassword.");
        }
    }
}
