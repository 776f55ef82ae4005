using System.Diagnostics;
using System.Runtime.CompilerServices;
using CoachBot.BotBuilder;

namespace CoachBot.Storage;

/// <summary>
/// Gives all faults of a storage, whoever made it, one name: callers tell "come back later" from a bug by it. Every call is measured.
/// </summary>
internal sealed class GuardedStorage(IListingStorage inner) : IListingStorage, IDisposable
{
    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
        GuardAsync(StorageMetrics.Read, () => inner.ReadAsync(keys, cancellationToken));

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default) =>
        GuardAsync(StorageMetrics.Write, () => DoneAsync(inner.WriteAsync(changes, cancellationToken)));

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) =>
        GuardAsync(StorageMetrics.Delete, () => DoneAsync(inner.DeleteAsync(keys, cancellationToken)));

    public async IAsyncEnumerable<string> ListAsync(
        string prefix, bool waitingOnly = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await using var keys = inner.ListAsync(prefix, waitingOnly, cancellationToken).GetAsyncEnumerator(cancellationToken);

        // Only the first step is a call to the store; the rest comes in pages of thousands.
        if (!await GuardAsync(StorageMetrics.List, () => keys.MoveNextAsync().AsTask()))
            yield break;
        do
            yield return keys.Current;
        while (await NextAsync(keys));
    }

    public void Dispose() => (inner as IDisposable)?.Dispose();

    private static async Task<bool> DoneAsync(Task call)
    {
        await call;
        return true;
    }

    private static async Task<T> GuardAsync<T>(string operation, Func<Task<T>> call)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var outcome = StorageMetrics.Failed;
        try
        {
            var result = await call();
            outcome = StorageMetrics.Done;
            return result;
        }
        catch (StorageConflictException)
        {
            outcome = StorageMetrics.Conflict;
            throw;
        }
        catch (Exception e) when (IsFault(e))
        {
            throw new StorageUnavailableException(e);
        }
        finally
        {
            StorageMetrics.Called(operation, outcome, Stopwatch.GetElapsedTime(startedAt));
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<string> keys)
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
        e is not (StorageUnavailableException or StorageConflictException or SettingsException or ArgumentException or OperationCanceledException);
}
