using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Turns;

/// <summary>One activity of a logged channel, as committed.</summary>
/// <param name="sequence">1, 2, 3 … within its conversation; gaps appear where old entries were dropped.</param>
/// <param name="utf8Json">The activity on the wire.</param>
public sealed class LoggedActivity(long sequence, ReadOnlyMemory<byte> utf8Json)
{
    public long Sequence { get; } = sequence;

    public ReadOnlyMemory<byte> Utf8Json { get; } = utf8Json;

    /// <summary>What is stored of it; the same, unless its words were withheld.</summary>
    internal ReadOnlyMemory<byte> StoredUtf8Json { get; init; } = utf8Json;

    /// <summary>A fresh copy at each call; changing it changes nothing that is kept.</summary>
    public Activity Activity => ActivityJson.Parse(Utf8Json.Span);
}

/// <summary>What a conversation of a logged channel still holds.</summary>
/// <param name="Entries">Oldest first; the oldest are dropped beyond <see cref="TurnOptions.MaxLogEntries"/>.</param>
/// <param name="LastSequence">The highest sequence ever given, 0 for none.</param>
public sealed record ConversationLog(IReadOnlyList<LoggedActivity> Entries, long LastSequence)
{
    /// <summary>The entries after <paramref name="watermark"/>.</summary>
    public IReadOnlyList<LoggedActivity> Since(long watermark) => [.. Entries.Where(entry => entry.Sequence > watermark)];
}
