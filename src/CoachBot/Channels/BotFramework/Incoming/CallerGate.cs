using System.Net;

namespace CoachBot.Channels.BotFramework.Incoming;

/// <summary>Finds out who calls.</summary>
internal sealed class CallerGate(BotFrameworkOptions options, IssuerKeys keys, TimeProvider time, ILogger<CallerGate> log)
{
    private readonly IncomingTokens? _tokens = options.IsAnonymous ? null : new IncomingTokens(options, keys, time);

    /// <summary>The caller, or the answer to someone who is not admitted.</summary>
    public async Task<(VerifiedCaller? Caller, IResult? Refusal)> AdmitAsync(HttpContext context)
    {
        if (_tokens is null)
            return IsOnThisMachine(context)
                ? (VerifiedCaller.Developer, null)
                : Refuse(context, "Without MicrosoftAppId only this machine itself may call.");

        try
        {
            var header = context.Request.Headers.Authorization;
            var (caller, refusal) = await _tokens.VerifyAsync(header.Count == 1 ? header[0] : null, context.RequestAborted);
            return caller is null ? Refuse(context, refusal!) : (caller, null);
        }
        catch (SigningKeysUnavailableException)
        {
            return (null, BotFrameworkErrors.TryLater(context.Response, "The token cannot be checked right now."));
        }
    }

    private (VerifiedCaller?, IResult) Refuse(HttpContext context, string reason)
    {
        Log.CallRefused(log, StatusCodes.Status401Unauthorized, reason);
        return (null, BotFrameworkErrors.Unauthorized(context.Response, reason));
    }

    // The host name is checked too: a name that was pointed at this machine is not this machine's owner.
    private static bool IsOnThisMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } remote && IPAddress.IsLoopback(remote)
        && (context.Request.Host.Host == "localhost"
            || (IPAddress.TryParse(context.Request.Host.Host.Trim('[', ']'), out var named) && IPAddress.IsLoopback(named)));
}
