using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Turns;

/// <summary>Where a conversation takes place. The engine knows one per <see cref="ChannelId"/>.</summary>
public interface IChannel
{
    string ChannelId { get; }
}

/// <summary>
/// A channel whose clients read the conversation from us (Direct Line, the terminal). Its activities are kept in the
/// conversation document, so that the commit of a turn is also the delivery of its replies.
/// </summary>
public interface ILoggedChannel : IChannel
{
    /// <summary>
    /// Called after a commit, in order, once per entry and process: the runner's own activity first, then the replies.
    /// Must not block or throw; who misses a call finds the entries in the log.
    /// </summary>
    void Publish(string conversationId, IReadOnlyList<LoggedActivity> entries);
}

/// <summary>A channel that takes replies by a call of ours (Teams, Slack).</summary>
public interface IPushChannel : IChannel
{
    /// <summary>
    /// Called after the commit, one reply at a time, in order. Returns what became of it and does not throw for it. The reply's
    /// id is the engine's; a channel that gives its own puts it there, so that the message can be changed later.
    /// </summary>
    Task<DeliveryResult> DeliverAsync(Activity reply, CancellationToken cancellationToken);

    /// <summary>Puts another message in the place of one that was sent. The id is the channel's.</summary>
    Task<DeliveryResult> UpdateAsync(Activity activity, CancellationToken cancellationToken) => Task.FromResult(DeliveryResult.Refused);

    /// <summary>Takes a message back. The activity holds its address and the channel's id.</summary>
    Task<DeliveryResult> DeleteAsync(Activity address, CancellationToken cancellationToken) => Task.FromResult(DeliveryResult.Refused);
}

/// <summary>What became of one delivery.</summary>
public enum DeliveryResult
{
    Sent,

    /// <summary>The request left and no answer came: it may have arrived, so it is not repeated.</summary>
    Unknown,

    /// <summary>The channel refused it for good.</summary>
    Refused,

    /// <summary>Surely not delivered; to be tried again, and nothing after it may overtake it.</summary>
    Later,
}
