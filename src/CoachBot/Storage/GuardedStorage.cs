using System.Runtime.CompilerServices;
using CoachBot.BotBuilder;

namespace CoachBot.Storage;

/// <summary>Gives all faults of a storage, whoever made it, one name: callers tell "come back later" from a bug by it.</summary>
internal sealed class GuardedStorage(IListingStorage inner) : IListingStorage, IDisposable
{
    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        try
        {
            return await inner.ReadAsync(keys, cancellationToken);
        }
        catch (Exception e) when (IsFault(e))
        {
            throw new StorageUnavailableException(e);
        }
    }

    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        try
        {
            await inner.WriteAsync(changes, cancellationToken);
        }
        catch (Exception e) when (IsFault(e))
        {
            throw new StorageUnavailableException(e);
        }
    }

    public async Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        try
        {
            await inner.DeleteAsync(keys, cancellationToken);
        }
        catch (Exception e) when (IsFault(e))
        {
            throw new StorageUnavailableException(e);
        }
    }

    public async IAsyncEnumerable<string> ListAsync(
        string prefix, bool waitingOnly = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var keys = inner.ListAsync(prefix, waitingOnly, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await MoveNextAsync(keys))
            yield return keys.Current;
    }

    public void Dispose() => (inner as IDisposable)?.Dispose();

    private static async Task<bool> MoveNextAsync(IAsyncEnumerator<string> keys)
    {
        try
        {
            return await keys.MoveNextAsync();
        }
        catch (Exception e) when (IsFault(e))
        {
            throw new StorageUnavailableException(e);
        }
    }

    // A conflict is an answer, a setting is the operator's, an argument is a bug, and a caller who gave up wants nothing.
    private static bool IsFault(Exception e) =>
        e is not (StorageConflictException or SettingsException or ArgumentException or OperationCanceledException);
}
