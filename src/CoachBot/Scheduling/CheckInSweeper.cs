using CoachBot.Coaching.Reminders;

namespace CoachBot.Scheduling;

/// <summary>
/// Takes everything that is due up to now, so that an outage is caught up by itself: first the ledger entry and the moved record
/// in one write, then the queue. Whatever step it dies after, the next sweep goes on there.
/// </summary>
internal sealed class CheckInSweeper(
    ICheckInStore store, IDispatchQueue queue, CheckInClock clock, CheckInOptions options, CheckInMetrics metrics, TimeProvider time)
{
    private const int PageSize = 500;

    /// <param name="shard">Which part.</param>
    /// <param name="isServed">Channels that this process can speak in; others are left to those who can, until they are too late.</param>
    /// <param name="cancellationToken">Ends it after the present page.</param>
    /// <returns>How many were taken, and how long the oldest of them had been due.</returns>
    public async Task<(int Taken, TimeSpan Oldest)> SweepAsync(int shard, Func<string, bool> isServed, CancellationToken cancellationToken)
    {
        await QueueAgainAsync(shard, cancellationToken);
        var now = time.GetUtcNow();
        var taken = 0;
        var oldest = TimeSpan.Zero;
        CheckInRecord? last = null;
        while (true)
        {
            var page = await store.ReadDueAsync(shard, now, PageSize, last, cancellationToken);
            if (last is null && page is [var first, ..])
                oldest = now - first.Due!.At;
            taken += await TakeAsync([.. page.Where(record => isServed(record.ChannelId) || IsTooLate(record, now))], now, cancellationToken);
            if (page.Count < PageSize)
                return (taken, oldest);
            last = page[^1];
        }
    }

    private async Task<int> TakeAsync(List<CheckInRecord> due, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (due.Count == 0)
            return 0;

        var entries = await store.ClaimAsync([.. due.Select(record => ClaimOf(record, now))], cancellationToken);
        foreach (var skipped in entries.Where(entry => entry.State == LedgerState.Skipped))
            metrics.Ended(skipped);
        await QueueAsync([.. entries.Where(entry => entry.State == LedgerState.Claimed)], cancellationToken);
        return entries.Count;
    }

    private Claim ClaimOf(CheckInRecord record, DateTimeOffset now)
    {
        var entry = LedgerEntry.Claim(record, now);
        return new Claim(record, IsTooLate(record, now) ? entry.Done(LedgerState.Skipped, SkipReasons.Late, now) : entry, record.Advance(clock));
    }

    private bool IsTooLate(CheckInRecord record, DateTimeOffset now) => now - record.Due!.At > options.MaxLateness;

    /// <summary>What a sweep that died had claimed and not queued.</summary>
    private async Task QueueAgainAsync(int shard, CancellationToken cancellationToken)
    {
        while (await store.ReadUnqueuedAsync(shard, time.GetUtcNow() - options.TakeOverAfter, PageSize, cancellationToken) is { Count: > 0 } left)
            await QueueAsync(left, cancellationToken);
    }

    private async Task QueueAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
            return;

        await queue.SendAsync([.. entries.Select(entry => new DispatchMessage(entry.Id, 0))], cancellationToken);
        await store.MarkQueuedAsync(entries, cancellationToken);
    }
}

/// <summary>Why a check-in was left out, as the ledger has it.</summary>
internal static class SkipReasons
{
    public const string Late = "late";
    public const string Off = "off";
    public const string Answered = "answered";
    public const string Closed = "closed";
    public const string Deleted = "deleted";
    public const string Refused = "refused";
}
