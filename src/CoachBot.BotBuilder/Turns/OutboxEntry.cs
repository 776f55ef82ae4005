namespace CoachBot.BotBuilder.Turns;

internal enum OutboxKind
{
    /// <summary>An activity for a push channel.</summary>
    Send,

    /// <summary>An activity that takes the place of one that was sent.</summary>
    Update,

    /// <summary>The address and id of an activity to take back.</summary>
    Delete,

    /// <summary>A change of a document that other conversations share: the payload is a <see cref="JsonDelta"/>.</summary>
    Change,
}

internal enum OutboxStatus
{
    Pending,

    /// <summary>It left, and nobody knows whether it arrived. Kept for people to see, never repeated.</summary>
    Unknown,

    Refused,
}

/// <summary>Something that a committed turn still owes the world.</summary>
/// <param name="Target">For a change: the storage key of the document; null for what goes to the channel.</param>
internal sealed record OutboxEntry(
    long Sequence, OutboxKind Kind, string? Target, ReadOnlyMemory<byte> Payload, OutboxStatus Status = OutboxStatus.Pending);
