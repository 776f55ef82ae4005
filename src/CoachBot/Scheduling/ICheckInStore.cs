using CoachBot.BotBuilder;

namespace CoachBot.Scheduling;

/// <summary>
/// The records of all runners, the index of what is due, and the ledger of what was taken. Each store passes the same contract
/// in the tests. Nothing here grows with the runners that are not due, but the audit.
/// </summary>
internal interface ICheckInStore
{
    /// <summary>Runners are spread over so many parts, by a stable hash of their key; each can be swept by another process.</summary>
    int Shards { get; }

    Task<CheckInRecord?> ReadAsync(string key, CancellationToken cancellationToken);

    /// <summary>Writes record and index together.</summary>
    /// <returns>The record with its new version.</returns>
    /// <exception cref="StorageConflictException">Someone else wrote first.</exception>
    Task<CheckInRecord> WriteAsync(CheckInRecord record, CancellationToken cancellationToken);

    /// <summary>The record, its place in the index and all of the runner's ledger.</summary>
    Task DeleteAsync(string key, CancellationToken cancellationToken);

    /// <summary>What is due up to an instant, oldest first, in pages.</summary>
    /// <param name="after">The last of the page before.</param>
    Task<IReadOnlyList<CheckInRecord>> ReadDueAsync(int shard, DateTimeOffset upTo, int max, CheckInRecord? after, CancellationToken cancellationToken);

    /// <summary>
    /// Makes the ledger entry of each claim, once, and moves its record on, together or not at all. A claim whose record changed
    /// meanwhile is left out; one whose entry exists already only moves the record.
    /// </summary>
    /// <returns>The new entries.</returns>
    Task<IReadOnlyList<LedgerEntry>> ClaimAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken);

    /// <summary>Claimed entries that are not known to be in the queue, oldest first.</summary>
    Task<IReadOnlyList<LedgerEntry>> ReadUnqueuedAsync(int shard, DateTimeOffset claimedBefore, int max, CancellationToken cancellationToken);

    Task MarkQueuedAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken);

    Task<LedgerEntry?> ReadEntryAsync(LedgerKey id, CancellationToken cancellationToken);

    /// <summary>Ends a claimed entry; one that has ended already stays as it is.</summary>
    Task FinishAsync(LedgerEntry entry, CancellationToken cancellationToken);

    /// <summary>A page of records in the order of their keys, each with its place in the index as it really is.</summary>
    Task<IReadOnlyList<IndexedRecord>> ReadForAuditAsync(int shard, string? afterKey, int max, CancellationToken cancellationToken);

    /// <summary>Puts the index of one record right; entries of the index without a record go.</summary>
    /// <exception cref="StorageConflictException">The record changed meanwhile, and with it its index.</exception>
    Task RepairAsync(CheckInRecord record, IndexedRecord found, CancellationToken cancellationToken);

    /// <summary>Removes the index rows that no record has.</summary>
    /// <param name="shard">Where to look.</param>
    /// <param name="repair">False: only counts.</param>
    /// <param name="cancellationToken">Cancels.</param>
    Task<int> RemoveStrayRowsAsync(int shard, bool repair, CancellationToken cancellationToken);

    /// <summary>Forgets ledger entries of dates before this one.</summary>
    Task PruneAsync(int shard, DateOnly before, CancellationToken cancellationToken);

    Task<LedgerCounts> CountAsync(CancellationToken cancellationToken);

    /// <summary>The oldest instant that is due and not taken; null when there is none.</summary>
    Task<DateTimeOffset?> OldestDueAsync(CancellationToken cancellationToken);

    Task<string?> ReadMarkAsync(int shard, CancellationToken cancellationToken);

    /// <summary>Notes something about a shard for other processes, such as when it was audited.</summary>
    Task WriteMarkAsync(int shard, string mark, CancellationToken cancellationToken);
}

/// <summary>One check-in to be taken: its record as it was read, its entry, and the record as it will be.</summary>
internal sealed record Claim(CheckInRecord Record, LedgerEntry Entry, CheckInRecord Next);

/// <summary>A record, and the instants under which the index holds it.</summary>
internal sealed record IndexedRecord(CheckInRecord Record, IReadOnlyList<DateTimeOffset> Indexed);

/// <summary>How many there are of each.</summary>
internal sealed record LedgerCounts(long Records, long Claimed, long Sent, long Unknown, long Skipped, long Failed);
