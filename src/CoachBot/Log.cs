namespace CoachBot;

/// <summary>Every log message of this project. Ids in blocks: 1xx host, 2xx Direct Line, 3xx Teams and the other Azure channels, 4xx Slack, 5xx check-ins.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Warning,
        "Web Chat was not fetched when this was built (that takes Node 20 and a network), so the page can only say so; 'chat' in the terminal works.")]
    public static partial void NoWebChat(ILogger log);

    [LoggerMessage(101, LogLevel.Warning, "What earlier turns still owe could not be done now; the next try is in half a minute.")]
    public static partial void SweepFailed(ILogger log, Exception exception);

    [LoggerMessage(110, LogLevel.Information, "{Count} documents went because their time was over.")]
    public static partial void RetentionSwept(ILogger log, int count);

    [LoggerMessage(111, LogLevel.Warning, "What is kept no longer could not be deleted today; the next try is tomorrow.")]
    public static partial void RetentionFailed(ILogger log, Exception exception);

    [LoggerMessage(120, LogLevel.Warning, "The key for the addresses of pictures could not be loaded, so histories come in words alone until the next start.")]
    public static partial void NoPictures(ILogger log, Exception exception);

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

    [LoggerMessage(400, LogLevel.Warning, "A request in Slack's name was refused: {Reason}")]
    public static partial void SlackRequestRefused(ILogger log, string reason);

    [LoggerMessage(401, LogLevel.Warning, "Slack's {Method} answered '{Error}' at try {Attempt}.")]
    public static partial void SlackSaid(ILogger log, string method, string? error, int attempt);

    [LoggerMessage(402, LogLevel.Error, "Slack does not take a message: {Error}.")]
    public static partial void SlackRefused(ILogger log, string? error);

    [LoggerMessage(403, LogLevel.Warning, "Slack sends workspace {Workspace}'s events more slowly, since there are too many.")]
    public static partial void SlackEventsLimited(ILogger log, string? workspace);

    [LoggerMessage(404, LogLevel.Error,
        "The token of workspace {Workspace} cannot be decrypted: the keys at Slack:KeysPath are not those it was encrypted with. The app must be installed there again.")]
    public static partial void SlackTokenUnreadable(ILogger log, string workspace, Exception exception);

    [LoggerMessage(405, LogLevel.Error, "A workspace that removed the app could not be forgotten yet.")]
    public static partial void SlackRemovalWaits(ILogger log, Exception exception);

    [LoggerMessage(406, LogLevel.Error, "What Slack asked for failed after its request was answered.")]
    public static partial void SlackWorkFailed(ILogger log, Exception exception);

    [LoggerMessage(500, LogLevel.Warning, "A check-in could not be sent now; it comes again.")]
    public static partial void CheckInWaits(ILogger log, Exception exception);

    [LoggerMessage(501, LogLevel.Error, "A round of the check-in schedule failed; the next one goes on.")]
    public static partial void CheckInRoundFailed(ILogger log, Exception exception);

    [LoggerMessage(502, LogLevel.Warning, "The check-in index had {Damaged} wrong and {Stray} stray rows; they are repaired.")]
    public static partial void CheckInIndexRepaired(ILogger log, int damaged, int stray);
}
