namespace CoachBot.BotBuilder;

/// <summary>A storage that can say which keys it holds: what work a process that died left behind is found by this.</summary>
public interface IListingStorage : IStorage
{
    /// <summary>The keys that begin so, in no order. Keys written or deleted meanwhile may or may not be among them.</summary>
    /// <param name="prefix">Compared by ordinal; empty for all keys.</param>
    /// <param name="waitingOnly">Only items that were written with <see cref="StoredItem.IsWaiting"/>; costs what waits, where the store can.</param>
    /// <param name="cancellationToken">Ends the listing.</param>
    IAsyncEnumerable<string> ListAsync(string prefix, bool waitingOnly = false, CancellationToken cancellationToken = default);
}
