using CoachBot.BotBuilder.Turns;
using Microsoft.Extensions.Logging;

namespace CoachBot.BotBuilder;

/// <summary>Every log message of this project. None holds what a runner wrote. Turns: 100–199.</summary>
internal static partial class Log
{
    [LoggerMessage(100, LogLevel.Debug, "{Conversation}: another process wrote first, playing the turn again (attempt {Attempt}).")]
    public static partial void Replaying(ILogger logger, string conversation, int attempt);

    [LoggerMessage(101, LogLevel.Error, "{Conversation}: the bot failed in this turn; its changes were dropped.")]
    public static partial void TurnFailed(ILogger logger, string conversation, Exception exception);

    [LoggerMessage(102, LogLevel.Error, "The failure could not be explained to the runner.")]
    public static partial void ExplanationFailed(ILogger logger, Exception exception);

    [LoggerMessage(103, LogLevel.Debug, "{Conversation}: seen before, answered as recorded.")]
    public static partial void Duplicate(ILogger logger, string conversation);

    [LoggerMessage(104, LogLevel.Warning, "{Conversation}: message {Sequence} was not delivered: {Result}.")]
    public static partial void NotDelivered(ILogger logger, string conversation, long sequence, DeliveryResult result);

    [LoggerMessage(106, LogLevel.Error, "{Key} cannot be read: kept below quarantine/, and a new one begun.")]
    public static partial void Quarantined(ILogger logger, string key, Exception damage);

    [LoggerMessage(107, LogLevel.Warning, "{Conversation}: a turn takes long; its message is kept and the turn goes on.")]
    public static partial void TurnTakesLong(ILogger logger, string conversation);

    [LoggerMessage(108, LogLevel.Error, "{Conversation}: a turn that took long failed; its message stays kept.")]
    public static partial void TurnFailedLate(ILogger logger, string conversation, Exception exception);

    [LoggerMessage(105, LogLevel.Error, "{Conversation}: a committed change could not be applied yet; the next turn tries again.")]
    public static partial void ChangeWaits(ILogger logger, string conversation, Exception exception);
}
