namespace CoachBot.BotBuilder.Turns;

/// <summary>
/// Keys of work that nobody seems to be at. For a moment much of it is stored, by whoever does it: only what was there at the last
/// look too is named, since then its process is gone or slow, or its channel is down.
/// </summary>
/// <param name="storage">Where it cannot list its keys, none are named.</param>
/// <param name="prefix">How the keys begin.</param>
/// <param name="waitingOnly">Only items that are marked as waiting.</param>
internal sealed class LastingKeys(IStorage storage, string prefix, bool waitingOnly)
{
    private HashSet<string> _lastSeen = [];

    public async Task<IReadOnlyList<string>> StillThereAsync(CancellationToken cancellationToken)
    {
        if (storage is not IListingStorage listing)
            return [];
        var seen = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var key in listing.ListAsync(prefix, waitingOnly, cancellationToken))
            seen.Add(key);
        var still = seen.Where(_lastSeen.Contains).ToArray();
        _lastSeen = seen;
        return still;
    }
}
