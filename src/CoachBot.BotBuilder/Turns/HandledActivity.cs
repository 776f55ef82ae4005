namespace CoachBot.BotBuilder.Turns;

/// <summary>An activity that changed this conversation once and never will again.</summary>
/// <param name="Key">What a repetition is known by.</param>
/// <param name="InvokeResponse">The recorded answer to an invoke, as JSON.</param>
/// <param name="Replies">The recorded replies of an <c>expectReplies</c> turn, as a JSON array.</param>
internal sealed record HandledActivity(
    string Key, string? ActivityId, ReadOnlyMemory<byte> InvokeResponse, ReadOnlyMemory<byte> Replies);
