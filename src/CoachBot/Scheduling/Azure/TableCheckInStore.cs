using System.Globalization;
using Azure;
using Azure.Data.Tables;
using CoachBot.BotBuilder;
using CoachBot.Coaching.Reminders;

namespace CoachBot.Scheduling.Azure;

/// <summary>
/// Many machines: one table, one partition per shard. A runner's record, its row in the index of due minutes and its ledger
/// lie in one partition, so that each step is one transaction. The row of the index carries the record, and its version
/// stands for the record's: a sweep reads nothing else.
/// </summary>
internal sealed class TableCheckInStore(TableClient table) : ICheckInStore
{
    public const string TableName = "checkins";

    /// <summary>Never changed: records would be looked for in other partitions.</summary>
    private const int ShardCount = 64;

    /// <summary>Of single transactions at the same time; each belongs to another runner.</summary>
    private const int AtOnce = 16;
    private const int MostInTransaction = 100;

    private volatile bool _created;

    public int Shards => ShardCount;

    public async Task<CheckInRecord?> ReadAsync(string key, CancellationToken cancellationToken) =>
        await GetAsync(ShardOf(key), CheckInRows.RecordKey(key), cancellationToken) is { } row ? CheckInRows.ReadRecord(row) : null;

    public async Task<CheckInRecord> WriteAsync(CheckInRecord record, CancellationToken cancellationToken)
    {
        var shard = ShardOf(record.Key);
        var current = await GetAsync(shard, CheckInRows.RecordKey(record.Key), cancellationToken);
        if (record.ETag != current?.ETag.ToString())
            throw new StorageConflictException(record.Key);

        var old = current is null ? null : CheckInRows.ReadRecord(current);
        var actions = new List<TableTransactionAction> { Put(CheckInRows.WriteRecord(shard, record), current?.ETag) };
        actions.AddRange(await MoveIndexAsync(shard, old, record, cancellationToken));
        var written = await TryAsync(actions, cancellationToken) ?? throw new StorageConflictException(record.Key);
        return record with { ETag = written[0] };
    }

    public async Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        var shard = ShardOf(key);
        var record = await GetAsync(shard, CheckInRows.RecordKey(key), cancellationToken);
        var rows = new List<string> { CheckInRows.RecordKey(key) };
        if (record is not null && CheckInRows.ReadRecord(record) is { Due: not null } due)
            rows.Add(CheckInRows.DueKey(due));
        await foreach (var row in QueryAsync(shard, CheckInRows.LedgerPrefix(key), null, cancellationToken))
            rows.AddRange([row.RowKey, CheckInRows.UnqueuedKey(CheckInRows.ReadEntry(row))]);
        foreach (var row in rows)
            await DeleteRowAsync(shard, row, cancellationToken);
    }

    public async Task<IReadOnlyList<CheckInRecord>> ReadDueAsync(
        int shard, DateTimeOffset upTo, int max, CheckInRecord? after, CancellationToken cancellationToken)
    {
        var from = after is null ? CheckInRows.DuePrefix : CheckInRows.DueKey(after) + "\0";
        var to = CheckInRows.DueUpTo(upTo);
        var rows = await PageAsync(shard, from, to, max, cancellationToken);
        return [.. rows.Select(CheckInRows.ReadRecord).Where(record => record.Due!.At <= upTo)];
    }

    public async Task<IReadOnlyList<LedgerEntry>> ClaimAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken)
    {
        var made = new LedgerEntry?[claims.Count];
        await ForEachAsync(claims.Count, async (i, stop) => made[i] = await ClaimOneAsync(claims[i], stop), cancellationToken);
        return [.. made.OfType<LedgerEntry>()];
    }

    public async Task<IReadOnlyList<LedgerEntry>> ReadUnqueuedAsync(int shard, DateTimeOffset claimedBefore, int max, CancellationToken cancellationToken)
    {
        var rows = await PageAsync(shard, CheckInRows.UnqueuedPrefix, CheckInRows.UnqueuedUpTo(claimedBefore), max, cancellationToken);
        return [.. rows.Select(CheckInRows.ReadEntry)];
    }

    public async Task MarkQueuedAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        foreach (var shard in entries.GroupBy(entry => ShardOf(entry.Id.Key)))
        {
            foreach (var some in shard.Chunk(MostInTransaction))
                await DeleteRowsAsync(shard.Key, [.. some.Select(CheckInRows.UnqueuedKey)], cancellationToken);
        }
    }

    public async Task<LedgerEntry?> ReadEntryAsync(LedgerKey id, CancellationToken cancellationToken) =>
        await GetAsync(ShardOf(id.Key), CheckInRows.LedgerKey(id), cancellationToken) is { } row ? CheckInRows.ReadEntry(row) : null;

    public async Task FinishAsync(LedgerEntry entry, CancellationToken cancellationToken)
    {
        var shard = ShardOf(entry.Id.Key);
        if (await GetAsync(shard, CheckInRows.LedgerKey(entry.Id), cancellationToken) is not { } row || CheckInRows.ReadEntry(row).State != LedgerState.Claimed)
            return;

        // Whoever was faster ended it as well.
        await TryAsync([Put(CheckInRows.WriteEntry(shard, CheckInRows.LedgerKey(entry.Id), entry), row.ETag)], cancellationToken);
    }

    public async Task<IReadOnlyList<IndexedRecord>> ReadForAuditAsync(int shard, string? afterKey, int max, CancellationToken cancellationToken)
    {
        var from = afterKey is null ? CheckInRows.RecordPrefix : CheckInRows.RecordKey(afterKey) + "\0";
        var found = new List<IndexedRecord>();
        foreach (var row in await PageAsync(shard, from, CheckInRows.After(CheckInRows.RecordPrefix), max, cancellationToken))
        {
            var record = CheckInRows.ReadRecord(row);
            var indexed = record.Due is { } due && await GetAsync(shard, CheckInRows.DueKey(record), cancellationToken) is { } place
                && CheckInRows.ReadRecord(place).Utf8Json.Span.SequenceEqual(record.Utf8Json.Span);
            found.Add(new IndexedRecord(record, indexed ? [record.Due!.At] : []));
        }

        return found;
    }

    public Task RepairAsync(CheckInRecord record, IndexedRecord found, CancellationToken cancellationToken) => WriteAsync(record, cancellationToken);

    public async Task<int> RemoveStrayRowsAsync(int shard, bool repair, CancellationToken cancellationToken)
    {
        var stray = 0;
        await foreach (var row in QueryAsync(shard, CheckInRows.DuePrefix, null, cancellationToken))
        {
            var held = CheckInRows.ReadRecord(row);
            var record = await ReadAsync(held.Key, cancellationToken);
            if (record?.Due is not null && CheckInRows.DueKey(record) == row.RowKey)
                continue;
            stray++;
            if (repair)
                await DeleteRowAsync(shard, row.RowKey, cancellationToken);
        }

        return stray;
    }

    public async Task PruneAsync(int shard, DateOnly before, CancellationToken cancellationToken)
    {
        await foreach (var row in QueryAsync(shard, CheckInRows.AllLedger, $"Day lt {before.DayNumber.ToString(CultureInfo.InvariantCulture)} and State ne 0", cancellationToken))
            await DeleteRowAsync(shard, row.RowKey, cancellationToken);
    }

    public async Task<LedgerCounts> CountAsync(CancellationToken cancellationToken)
    {
        var states = new long[Enum.GetValues<LedgerState>().Length];
        long records = 0;
        for (var shard = 0; shard < ShardCount; shard++)
        {
            await foreach (var row in QueryAsync(shard, CheckInRows.AllLedger, null, cancellationToken))
                states[(int)CheckInRows.ReadEntry(row).State]++;
            await foreach (var _ in QueryAsync(shard, CheckInRows.RecordPrefix, null, cancellationToken))
                records++;
        }

        return new LedgerCounts(records, states[0], states[1], states[2], states[3], states[4]);
    }

    public async Task<DateTimeOffset?> OldestDueAsync(CancellationToken cancellationToken)
    {
        var oldest = new DateTimeOffset?[ShardCount];
        await ForEachAsync(
            ShardCount,
            async (shard, stop) =>
            {
                var rows = await PageAsync(shard, CheckInRows.DuePrefix, CheckInRows.After(CheckInRows.DuePrefix), 1, stop);
                oldest[shard] = rows.Count == 0 ? null : CheckInRows.ReadRecord(rows[0]).Due!.At;
            },
            cancellationToken);
        return oldest.Min();
    }

    public async Task<string?> ReadMarkAsync(int shard, CancellationToken cancellationToken) =>
        (await GetAsync(shard, CheckInRows.Mark, cancellationToken))?.GetString("Value");

    public async Task WriteMarkAsync(int shard, string mark, CancellationToken cancellationToken)
    {
        await CreateAsync(cancellationToken);
        await table.UpsertEntityAsync(new TableEntity(CheckInRows.Partition(shard), CheckInRows.Mark) { ["Value"] = mark }, TableUpdateMode.Replace, cancellationToken);
    }

    private static int ShardOf(string key) => (int)(StableHash.Of("shard", key) % ShardCount);

    private async Task<LedgerEntry?> ClaimOneAsync(Claim claim, CancellationToken cancellationToken)
    {
        var shard = ShardOf(claim.Record.Key);
        var move = new List<TableTransactionAction>
        {
            new(TableTransactionActionType.Delete, CheckInRows.WriteDue(shard, claim.Record), new ETag(claim.Record.ETag!)),
            new(TableTransactionActionType.UpsertReplace, CheckInRows.WriteRecord(shard, claim.Next)),
        };
        if (claim.Next.Due is not null)
            move.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, CheckInRows.WriteDue(shard, claim.Next)));

        var whole = new List<TableTransactionAction>(move)
        {
            new(TableTransactionActionType.Add, CheckInRows.WriteEntry(shard, CheckInRows.LedgerKey(claim.Entry.Id), claim.Entry)),
        };
        if (claim.Entry.State == LedgerState.Claimed)
            whole.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, CheckInRows.WriteEntry(shard, CheckInRows.UnqueuedKey(claim.Entry), claim.Entry)));
        if (await TryAsync(whole, cancellationToken) is not null)
            return claim.Entry;

        // Someone else was faster, or the entry is there from before: then only the record has to move on.
        if (await ReadEntryAsync(claim.Entry.Id, cancellationToken) is not null)
            await TryAsync(move, cancellationToken);
        return null;
    }

    /// <summary>From the old place in the index to the new one; an old place that is missing is not missed.</summary>
    private async Task<List<TableTransactionAction>> MoveIndexAsync(int shard, CheckInRecord? old, CheckInRecord record, CancellationToken cancellationToken)
    {
        var actions = new List<TableTransactionAction>();
        var (from, to) = (old?.Due is null ? null : CheckInRows.DueKey(old), record.Due is null ? null : CheckInRows.DueKey(record));
        if (from is not null && from != to && await GetAsync(shard, from, cancellationToken) is { } place)
            actions.Add(new TableTransactionAction(TableTransactionActionType.Delete, place, place.ETag));
        if (to is not null)
            actions.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, CheckInRows.WriteDue(shard, record)));
        return actions;
    }

    private static TableTransactionAction Put(TableEntity row, ETag? etag) =>
        etag is { } known ? new(TableTransactionActionType.UpdateReplace, row, known) : new(TableTransactionActionType.Add, row);

    /// <returns>The new versions; null when another write was there first.</returns>
    private async Task<List<string>?> TryAsync(List<TableTransactionAction> actions, CancellationToken cancellationToken)
    {
        await CreateAsync(cancellationToken);
        try
        {
            var answer = await table.SubmitTransactionAsync(actions, cancellationToken);
            return [.. answer.Value.Select(part => part.Headers.ETag?.ToString() ?? "")];
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            return null;
        }
    }

    private async Task DeleteRowsAsync(int shard, IReadOnlyList<string> rows, CancellationToken cancellationToken)
    {
        var actions = rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(CheckInRows.Partition(shard), row), ETag.All)).ToList();
        if (await TryAsync(actions, cancellationToken) is not null)
            return;

        // One of them is gone already, and the whole transaction with it.
        foreach (var row in rows)
            await DeleteRowAsync(shard, row, cancellationToken);
    }

    private async Task DeleteRowAsync(int shard, string row, CancellationToken cancellationToken)
    {
        await CreateAsync(cancellationToken);
        await table.DeleteEntityAsync(CheckInRows.Partition(shard), row, ETag.All, cancellationToken);
    }

    private async Task<TableEntity?> GetAsync(int shard, string row, CancellationToken cancellationToken)
    {
        await CreateAsync(cancellationToken);
        var found = await table.GetEntityIfExistsAsync<TableEntity>(CheckInRows.Partition(shard), row, cancellationToken: cancellationToken);
        return found.HasValue ? found.Value : null;
    }

    private async Task<IReadOnlyList<TableEntity>> PageAsync(int shard, string from, string to, int max, CancellationToken cancellationToken)
    {
        await CreateAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {CheckInRows.Partition(shard)} and RowKey ge {from} and RowKey lt {to}");
        var rows = new List<TableEntity>();
        await foreach (var page in table.QueryAsync<TableEntity>(filter, max, cancellationToken: cancellationToken).AsPages())
        {
            rows.AddRange(page.Values);
            if (rows.Count >= max)
                break;
        }

        return rows.Count > max ? rows[..max] : rows;
    }

    private async IAsyncEnumerable<TableEntity> QueryAsync(
        int shard, string prefix, string? condition, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await CreateAsync(cancellationToken);
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {CheckInRows.Partition(shard)} and RowKey ge {prefix} and RowKey lt {CheckInRows.After(prefix)}");
        await foreach (var row in table.QueryAsync<TableEntity>(condition is null ? filter : $"{filter} and {condition}", cancellationToken: cancellationToken))
            yield return row;
    }

    private static Task ForEachAsync(int count, Func<int, CancellationToken, Task> work, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        Enumerable.Range(0, count),
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (i, stop) => await work(i, stop));

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (_created)
            return;

        await table.CreateIfNotExistsAsync(cancellationToken);
        _created = true;
    }
}
