using CoachBot.BotBuilder;
using CoachBot.Coaching.Reminders;

namespace CoachBot.Scheduling;

/// <summary>
/// Compares the index with the records, which it can be made from again, and puts right what differs: rows that are missing, wrong
/// or left over. Also carries the records over to new time zone rules and forgets old ledger entries.
/// </summary>
internal sealed class CheckInAudit(ICheckInStore store, CheckInClock clock, CheckInOptions options, TimeProvider time)
{
    private const int PageSize = 500;

    public async Task<AuditReport> RunAsync(int shard, bool repair, CancellationToken cancellationToken)
    {
        var report = new AuditReport(0, 0, 0, 0);
        string? last = null;
        while (await store.ReadForAuditAsync(shard, last, PageSize, cancellationToken) is { Count: > 0 } page)
        {
            foreach (var found in page)
                report += await CheckAsync(found, repair, cancellationToken);
            last = page[^1].Record.Key;
        }

        report = report with { Stray = await store.RemoveStrayRowsAsync(shard, repair, cancellationToken) };
        if (repair)
            await store.PruneAsync(shard, DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime).AddDays(-options.LedgerDays), cancellationToken);
        return report;
    }

    private async Task<AuditReport> CheckAsync(IndexedRecord found, bool repair, CancellationToken cancellationToken)
    {
        var record = found.Record;
        var moved = record.ZoneData != clock.ZoneData;
        var right = moved ? record.FollowRules(clock) : record;

        // Nothing to come, of someone who wants it: a damage, or a zone or date that was out of reach when it was planned.
        if (right.Due is null)
            right = right.Plan(clock, time.GetUtcNow());
        DateTimeOffset[] expected = right.Due is { } due ? [due.At] : [];
        var wrong = !moved && !expected.SequenceEqual(found.Indexed);
        if (repair && (moved || wrong))
        {
            try
            {
                await store.RepairAsync(right, found, cancellationToken);
            }
            catch (StorageConflictException)
            {
                // Whoever wrote it meanwhile wrote its index too.
            }
        }

        return new AuditReport(1, wrong ? 1 : 0, moved ? 1 : 0, 0);
    }
}

/// <param name="Records">Looked at.</param>
/// <param name="Damaged">With an index that was missing or wrong.</param>
/// <param name="Moved">Made by other time zone rules.</param>
/// <param name="Stray">Rows of the index without a record.</param>
internal sealed record AuditReport(int Records, int Damaged, int Moved, int Stray)
{
    public static AuditReport operator +(AuditReport a, AuditReport b) => new(a.Records + b.Records, a.Damaged + b.Damaged, a.Moved + b.Moved, a.Stray + b.Stray);
}
