using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Turns;

public enum TurnStatus
{
    Done,

    /// <summary>The activity had been handled before: answered as recorded, nothing changed.</summary>
    Duplicate,

    /// <summary>The bot threw: its changes were dropped and the runner was told.</summary>
    Failed,

    /// <summary>Too many activities wait in this conversation: nothing was done, and the sender should come back later.</summary>
    Overloaded,
}

/// <summary>How a turn ended.</summary>
/// <param name="ActivityId">The id of the incoming activity, given by us on logged channels.</param>
/// <param name="Replies">What the bot sent; empty for a duplicate unless the activity asked with <c>expectReplies</c>.</param>
/// <param name="InvokeResponse">The answer to an invoke, recorded for its duplicates; null for all else.</param>
public sealed record TurnOutcome(
    TurnStatus Status, string? ActivityId, IReadOnlyList<Activity> Replies, InvokeResponse? InvokeResponse)
{
    /// <summary>What became of the replies, the worst of them. What is <see cref="DeliveryResult.Later"/> leaves with the next turn.</summary>
    public DeliveryResult Delivery { get; init; }
}
