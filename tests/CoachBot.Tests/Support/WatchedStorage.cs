using CoachBot.BotBuilder;

namespace CoachBot.Tests.Support;

/// <summary>Counts what reaches a storage, and lets a test step in before it does.</summary>
internal sealed class WatchedStorage(IStorage inner) : IListingStorage
{
    public int Reads { get; private set; }

    public int Writes { get; private set; }

    public (int Reads, int Writes) Counts => (Reads, Writes);

    /// <summary>Runs before each write; may throw, or write something itself.</summary>
    public Func<IDictionary<string, object>, Task>? BeforeWrite { get; set; }

    /// <summary>Runs before each read; may throw.</summary>
    public Action<string[]>? BeforeRead { get; set; }

    public IStorage Inner => inner;

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        Reads++;
        BeforeRead?.Invoke(keys);
        return inner.ReadAsync(keys, cancellationToken);
    }

    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        Writes++;
        if (BeforeWrite is { } before)
            await before(changes);
        await inner.WriteAsync(changes, cancellationToken);
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => inner.DeleteAsync(keys, cancellationToken);

    public IAsyncEnumerable<string> ListAsync(string prefix, bool waitingOnly = false, CancellationToken cancellationToken = default) =>
        ((IListingStorage)inner).ListAsync(prefix, waitingOnly, cancellationToken);

    public void Reset() => (Reads, Writes) = (0, 0);
}
