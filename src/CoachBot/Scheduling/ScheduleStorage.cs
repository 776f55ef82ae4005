using System.Runtime.CompilerServices;
using CoachBot.BotBuilder;
using CoachBot.Coaching.Reminders;

namespace CoachBot.Scheduling;

/// <summary>
/// Keeps the documents under <c>check-ins/</c> in the schedule, and all others where they were: what a turn decides about the morning
/// check-in reaches record and index in one write, by the turn's own commit and outbox.
/// </summary>
internal sealed class ScheduleStorage(IListingStorage others, ICheckInStore store, CheckInClock clock, TimeProvider time) : IListingStorage, IDisposable
{
    private const int ListedAtOnce = 500;

    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (!Array.Exists(keys, IsOurs))
            return await others.ReadAsync(keys, cancellationToken);

        var found = await others.ReadAsync(Array.FindAll(keys, key => !IsOurs(key)), cancellationToken);
        foreach (var key in keys.Where(IsOurs))
        {
            if (await store.ReadAsync(key, cancellationToken) is { } record)
                found[key] = new StoredItem(record.Utf8Json, record.ETag);
        }

        return found;
    }

    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var (key, value) in changes.Where(change => IsOurs(change.Key)))
            await WriteOneAsync(key, value, cancellationToken);
        var rest = changes.Where(change => !IsOurs(change.Key)).ToDictionary();
        if (rest.Count > 0)
            await others.WriteAsync(rest, cancellationToken);
    }

    public async Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var key in keys.Where(IsOurs))
            await store.DeleteAsync(key, cancellationToken);
        if (Array.FindAll(keys, key => !IsOurs(key)) is { Length: > 0 } rest)
            await others.DeleteAsync(rest, cancellationToken);
    }

    /// <summary>In documents of the schedule nothing waits to be done by others.</summary>
    public async IAsyncEnumerable<string> ListAsync(
        string prefix, bool waitingOnly = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        await foreach (var key in others.ListAsync(prefix, waitingOnly, cancellationToken))
            yield return key;
        if (waitingOnly || !(IsOurs(prefix) || CheckInSchedule.KeyPrefix.StartsWith(prefix, StringComparison.Ordinal)))
            yield break;

        for (var shard = 0; shard < store.Shards; shard++)
        {
            string? last = null;
            while (await store.ReadForAuditAsync(shard, last, ListedAtOnce, cancellationToken) is { Count: > 0 } page)
            {
                foreach (var found in page.Where(found => found.Record.Key.StartsWith(prefix, StringComparison.Ordinal)))
                    yield return found.Record.Key;
                last = page[^1].Record.Key;
            }
        }
    }

    public void Dispose() => (others as IDisposable)?.Dispose();

    private async Task WriteOneAsync(string key, object value, CancellationToken cancellationToken)
    {
        var item = StoredItem.From(key, value);
        var current = await store.ReadAsync(key, cancellationToken);
        var etag = item.ETag == "*" ? current?.ETag : item.ETag;
        if (string.IsNullOrEmpty(etag) ? current is not null : current?.ETag != etag)
            throw new StorageConflictException(key);

        var record = new CheckInRecord(key, item.Utf8Json, current?.ETag)
        {
            Due = current?.Due,
            LastOn = current?.LastOn,
            LastAgain = current?.LastAgain,
            ZoneData = current?.ZoneData ?? clock.ZoneData,
        };

        // Another address changes nothing about when; what is due this moment must not be passed over.
        if (current is null || current.Schedule?.Times != record.Schedule?.Times)
            record = record.Plan(clock, time.GetUtcNow());
        var written = await store.WriteAsync(record, cancellationToken);
        if (value is IStoreItem versioned)
            versioned.ETag = written.ETag;
    }

    private static bool IsOurs(string key) => key.StartsWith(CheckInSchedule.KeyPrefix, StringComparison.Ordinal);
}
