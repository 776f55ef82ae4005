using System.Collections.Immutable;

namespace CoachBot.BotBuilder.Turns;

/// <summary>Everything about one conversation, written whole with one condition. Immutable: a turn makes a new one.</summary>
internal sealed record ConversationDocument
{
    public static ConversationDocument Empty { get; } = new();

    /// <summary>The last number given to an activity or outbox entry.</summary>
    public long LastSequence { get; init; }

    /// <summary>The state objects of this conversation, by storage key, each as plain JSON.</summary>
    public ImmutableDictionary<string, ReadOnlyMemory<byte>> State { get; init; } =
        ImmutableDictionary.Create<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);

    /// <summary>Oldest first.</summary>
    public ImmutableArray<HandledActivity> Handled { get; init; } = [];

    /// <summary>Oldest first; empty for push channels.</summary>
    public ImmutableArray<LoggedActivity> Log { get; init; } = [];

    /// <summary>In the order in which it must leave.</summary>
    public ImmutableArray<OutboxEntry> Outbox { get; init; } = [];

    /// <summary>The channel's own ids of what was sent last, by our number; oldest first.</summary>
    public ImmutableArray<SentActivity> Sent { get; init; } = [];

    public int FailuresInARow { get; init; }

    /// <summary>The last address of the conversation, as JSON: what it takes to speak first.</summary>
    public ReadOnlyMemory<byte> Reference { get; init; }

    /// <summary>Not stored: why the document that this one stands for could not be read.</summary>
    public Exception? Damage { get; init; }

    public HandledActivity? FindHandled(string key)
    {
        for (var i = Handled.Length - 1; i >= 0; i--)
        {
            if (Handled[i].Key == key)
                return Handled[i];
        }

        return null;
    }

    public bool HasPending => Outbox.Any(entry => entry.Status == OutboxStatus.Pending);

    public ConversationDocument WithHandled(HandledActivity handled, int limit)
    {
        var all = Handled.Add(handled);
        return this with { Handled = all.Length > limit ? all.RemoveRange(0, all.Length - limit) : all };
    }

    public ConversationDocument WithSent(SentActivity sent, int limit)
    {
        var all = Sent.Add(sent);
        return this with { Sent = all.Length > limit ? all.RemoveRange(0, all.Length - limit) : all };
    }

    /// <summary>Adds the entries of a turn and drops old ones beyond the limits, never those just added.</summary>
    public ConversationDocument WithLog(IReadOnlyList<LoggedActivity> added, int maxEntries, int maxBytes)
    {
        var all = Log.AddRange(added);
        var bytes = all.Sum(entry => (long)entry.Utf8Json.Length);
        var drop = 0;
        while (drop < all.Length - added.Count && (all.Length - drop > maxEntries || bytes > maxBytes))
            bytes -= all[drop++].Utf8Json.Length;
        return this with { Log = all.RemoveRange(0, drop) };
    }

    /// <summary>The entry left for good (null status) or keeps its place with another status.</summary>
    public ConversationDocument WithOutbox(OutboxEntry entry, OutboxStatus? status)
    {
        var index = Outbox.IndexOf(entry);
        return this with
        {
            Outbox = status is { } kept ? Outbox.SetItem(index, entry with { Status = kept }) : Outbox.RemoveAt(index),
        };
    }
}
