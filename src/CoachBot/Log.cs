namespace CoachBot;

/// <summary>Every log message of this project. Ids in blocks: 1xx host, 2xx Direct Line, 3xx Teams and the other Azure channels.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Warning,
        "Web Chat was not fetched when this was built (that takes Node 20 and a network), so the page can only say so; 'chat' in the terminal works.")]
    public static partial void NoWebChat(ILogger log);

    [LoggerMessage(101, LogLevel.Warning, "What earlier turns still owe could not be done now; the next try is in half a minute.")]
    public static partial void SweepFailed(ILogger log, Exception exception);

    [LoggerMessage(200, LogLevel.Warning, "What other hosts wrote could not be read now; the next try is in two seconds.")]
    public static partial void LogsNotRead(ILogger log, Exception exception);

    [LoggerMessage(300, LogLevel.Warning,
        "No MicrosoftAppId is set: /api/messages takes calls without a token, from this machine only. That is for development.")]
    public static partial void OpenToThisMachine(ILogger log);

    [LoggerMessage(301, LogLevel.Warning, "A call to /api/messages was refused with {Status}: {Reason}")]
    public static partial void CallRefused(ILogger log, int status, string reason);

    [LoggerMessage(302, LogLevel.Warning, "The signing keys at {Address} could not be fetched; the last good ones stay.")]
    public static partial void KeysNotFetched(ILogger log, Uri address, Exception exception);

    [LoggerMessage(305, LogLevel.Error, "{Failure}")]
    public static partial void TokenNotFetched(ILogger log, string failure);

    [LoggerMessage(306, LogLevel.Warning, "A Connector answered {Status} {Code} at try {Attempt} (its trace: {Trace}).")]
    public static partial void ConnectorSaid(ILogger log, int status, string? code, int attempt, string? trace);

    [LoggerMessage(307, LogLevel.Error, "A Connector does not take a message: {Outcome} {Code}.")]
    public static partial void NotTaken(ILogger log, object outcome, string? code);
}
