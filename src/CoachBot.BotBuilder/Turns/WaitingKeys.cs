namespace CoachBot.BotBuilder.Turns;

/// <summary>
/// Conversations that owe something by what is stored. Between a commit and its marks every conversation does, for a moment:
/// only those are named that did so at the last look too, since then their process is gone or their channel is down.
/// </summary>
internal sealed class WaitingKeys(IStorage storage)
{
    private HashSet<string> _lastSeen = [];

    public async Task<IReadOnlyList<string>> StillThereAsync(CancellationToken cancellationToken)
    {
        if (storage is not IListingStorage listing)
            return [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var key in listing.ListAsync(ConversationStore.Prefix, waitingOnly: true, cancellationToken))
            seen.Add(key);
        var still = seen.Where(_lastSeen.Contains).ToArray();
        _lastSeen = seen;
        return still;
    }
}
