using System.Collections.Immutable;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels.DirectLine;

/// <summary>Passes what is committed on to the sockets that are open at the time; everything else is read from the log.</summary>
internal sealed class DirectLineChannel : ILoggedChannel
{
    public const string Id = "directline";

    private ImmutableDictionary<string, ImmutableList<LiveFeed>> _feeds = ImmutableDictionary.Create<string, ImmutableList<LiveFeed>>(StringComparer.Ordinal);

    public string ChannelId => Id;

    public void Publish(string conversationId, IReadOnlyList<LoggedActivity> entries)
    {
        if (!Volatile.Read(ref _feeds).TryGetValue(conversationId, out var feeds))
            return;

        foreach (var feed in feeds)
            feed.Offer(entries);
    }

    public IEnumerable<string> OpenConversations => Volatile.Read(ref _feeds).Keys;

    /// <summary>From now on the feed gets every entry; dispose of it to end that.</summary>
    public LiveFeed Subscribe(string conversationId)
    {
        var feed = new LiveFeed(gone => Change(conversationId, feeds => feeds.Remove(gone)));
        Change(conversationId, feeds => feeds.Add(feed));
        return feed;
    }

    private void Change(string conversationId, Func<ImmutableList<LiveFeed>, ImmutableList<LiveFeed>> change) =>
        ImmutableInterlocked.Update(ref _feeds, all =>
        {
            var feeds = change(all.GetValueOrDefault(conversationId, []));
            return feeds.IsEmpty ? all.Remove(conversationId) : all.SetItem(conversationId, feeds);
        });
}
