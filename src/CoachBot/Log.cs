namespace CoachBot;

/// <summary>Every log message of this project. Ids in blocks: 1xx host, 2xx Direct Line.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Warning,
        "Web Chat was not fetched when this was built (that takes Node 20 and a network), so the page can only say so; 'chat' in the terminal works.")]
    public static partial void NoWebChat(ILogger log);

    [LoggerMessage(200, LogLevel.Warning, "A turn of conversation {ConversationId} takes long; it goes on after its request was answered.")]
    public static partial void TurnTakesLong(ILogger log, string conversationId);

    [LoggerMessage(201, LogLevel.Error, "A turn failed after its request was answered.")]
    public static partial void TurnFailedLate(ILogger log, Exception exception);
}
