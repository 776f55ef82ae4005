using CoachBot.BotBuilder;
using CoachBot.Coaching.Reminders;
using CoachBot.Scheduling;
using NodaTime;

namespace CoachBot.Tests.Scheduling;

/// <summary>What every store of the schedule promises; one class per store derives from it.</summary>
public abstract class CheckInStoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken Never = CancellationToken.None;

    private protected abstract ICheckInStore Store { get; }

    [Fact]
    public async Task What_is_not_there_is_null()
    {
        Assert.Null(await Store.ReadAsync("check-ins/directline/nobody", Never));
        Assert.Null(await Store.ReadEntryAsync(new LedgerKey("check-ins/directline/nobody", new DateOnly(2026, 11, 24), "morning"), Never));
        Assert.Null(await Store.OldestDueAsync(Never));
    }

    [Fact]
    public async Task A_record_is_read_as_it_was_written()
    {
        var written = await WriteAsync(NewRecord() with { LastOn = new DateOnly(2026, 11, 23), LastAgain = Now.AddHours(-20) });

        Assert.Equal(Show(written), Show(await Store.ReadAsync(written.Key, Never)));
        Assert.False(string.IsNullOrEmpty(written.ETag));
    }

    [Fact]
    public async Task Of_two_who_read_the_same_record_the_second_write_conflicts()
    {
        var first = await WriteAsync(NewRecord());
        await WriteAsync(first with { LastOn = new DateOnly(2026, 11, 23) });

        await Assert.ThrowsAsync<StorageConflictException>(() => WriteAsync(first));
        await Assert.ThrowsAsync<StorageConflictException>(() => WriteAsync(first with { ETag = null }));
    }

    [Fact]
    public async Task What_is_due_comes_oldest_first_in_pages_and_nothing_else()
    {
        foreach (var (runner, minutes) in new[] { ("ana", 3), ("ben", 1), ("cem", 2), ("dan", 600), ("eva", -5) })
            await WriteAsync(DueAt(runner, Now.AddMinutes(minutes)));
        await WriteAsync(DueAt("off", Now) with { Due = null });

        var seen = new List<string>();
        for (var shard = 0; shard < Store.Shards; shard++)
        {
            CheckInRecord? last = null;
            var inShard = new List<CheckInRecord>();
            while (await Store.ReadDueAsync(shard, Now.AddMinutes(5), 2, last, Never) is { Count: > 0 } page)
            {
                Assert.True(page.Count <= 2);
                inShard.AddRange(page);
                last = page[^1];
            }

            Assert.Equal(inShard.OrderBy(record => record.Due!.At), inShard);
            seen.AddRange(inShard.Select(record => record.Key.Split('/')[2]));
        }

        Assert.Equal(["ana", "ben", "cem", "eva"], seen.Order());
        Assert.Equal(Now.AddMinutes(-5), await Store.OldestDueAsync(Never));
    }

    [Fact]
    public async Task A_record_that_is_due_at_another_time_leaves_its_old_place()
    {
        var record = await WriteAsync(DueAt("ana", Now));
        await WriteAsync(record with { Due = record.Due! with { At = Now.AddHours(5) } });

        Assert.Empty(await DueAsync(Now.AddHours(1)));
        Assert.Single(await DueAsync(Now.AddHours(5)));
    }

    [Fact]
    public async Task A_claim_makes_its_entry_and_moves_the_record_once()
    {
        await WriteAsync(DueAt("ana", Now));
        var claim = ClaimOf((await DueAsync(Now)).Single());

        var made = Assert.Single(await Store.ClaimAsync([claim], Never));
        var again = await Store.ClaimAsync([claim], Never);

        Assert.Equal(LedgerState.Claimed, made.State);
        Assert.Empty(again);
        Assert.Empty(await DueAsync(Now));
        var entry = (await Store.ReadEntryAsync(claim.Entry.Id, Never))!;
        Assert.Equal((claim.Entry.Due, LedgerState.Claimed), (entry.Due, entry.State));
        Assert.NotNull(CheckInRecord.TryParse(entry.Schedule));
        Assert.Equal(claim.Next.Due, (await Store.ReadAsync(claim.Record.Key, Never))!.Due);
    }

    [Fact]
    public async Task Of_many_rivals_one_claims()
    {
        await WriteAsync(DueAt("ana", Now));
        var claim = ClaimOf((await DueAsync(Now)).Single());

        var made = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Store.ClaimAsync([claim], Never))));

        Assert.Single(made.SelectMany(entries => entries));
    }

    [Fact]
    public async Task A_claim_of_a_record_that_changed_meanwhile_does_nothing()
    {
        await WriteAsync(DueAt("ana", Now));
        var claim = ClaimOf((await DueAsync(Now)).Single());
        await WriteAsync((await Store.ReadAsync(claim.Record.Key, Never))! with { ZoneData = "another" });

        Assert.Empty(await Store.ClaimAsync([claim], Never));
        Assert.Null(await Store.ReadEntryAsync(claim.Entry.Id, Never));
        Assert.Single(await DueAsync(Now));
    }

    [Fact]
    public async Task A_date_that_has_its_entry_is_not_claimed_again_but_the_record_moves_on()
    {
        await WriteAsync(DueAt("ana", Now));
        await Store.ClaimAsync([ClaimOf((await DueAsync(Now)).Single())], Never);
        var back = (await Store.ReadAsync(Schedules.KeyOf("ana"), Never))!;
        await WriteAsync(back with { Due = new DueCheckIn(Now, new DateOnly(2026, 11, 24), DueCheckIn.Morning), LastOn = null }); // the clock went back

        Assert.Empty(await Store.ClaimAsync([ClaimOf((await DueAsync(Now)).Single())], Never));
        Assert.Empty(await DueAsync(Now));
    }

    [Fact]
    public async Task What_was_claimed_is_unqueued_until_it_is_marked()
    {
        foreach (var runner in new[] { "ana", "ben" })
            await WriteAsync(DueAt(runner, Now));
        var made = await Store.ClaimAsync([.. (await DueAsync(Now)).Select(ClaimOf)], Never);

        Assert.Equal(2, (await UnqueuedAsync(Now.AddSeconds(1))).Count);
        Assert.Empty(await UnqueuedAsync(Now));
        await Store.MarkQueuedAsync([made[0]], Never);
        Assert.Equal(made[1].Id, Assert.Single(await UnqueuedAsync(Now.AddSeconds(1))).Id);
        await Store.MarkQueuedAsync(made, Never);
        Assert.Empty(await UnqueuedAsync(Now.AddSeconds(1)));
    }

    [Fact]
    public async Task An_entry_ends_once()
    {
        await WriteAsync(DueAt("ana", Now));
        var entry = (await Store.ClaimAsync([ClaimOf((await DueAsync(Now)).Single())], Never)).Single();

        await Store.FinishAsync(entry.Done(LedgerState.Sent, null, Now.AddSeconds(3)), Never);
        await Store.FinishAsync(entry.Done(LedgerState.Failed, "refused", Now.AddSeconds(9)), Never);

        var ended = (await Store.ReadEntryAsync(entry.Id, Never))!;
        Assert.Equal((LedgerState.Sent, Now.AddSeconds(3), true), (ended.State, ended.DoneAt, ended.Schedule.IsEmpty));
        Assert.Equal(new LedgerCounts(1, 0, 1, 0, 0, 0), await Store.CountAsync(Never));
    }

    [Fact]
    public async Task A_skipped_claim_is_not_to_be_queued()
    {
        await WriteAsync(DueAt("ana", Now));
        var claim = ClaimOf((await DueAsync(Now)).Single());

        await Store.ClaimAsync([claim with { Entry = claim.Entry.Done(LedgerState.Skipped, SkipReasons.Late, Now) }], Never);

        Assert.Empty(await UnqueuedAsync(Now.AddHours(1)));
        Assert.Equal(SkipReasons.Late, (await Store.ReadEntryAsync(claim.Entry.Id, Never))!.Reason);
    }

    [Fact]
    public async Task Deleting_takes_the_record_its_index_and_its_ledger_and_leaves_the_others()
    {
        foreach (var runner in new[] { "ana", "ana2" })
            await WriteAsync(DueAt(runner, Now));
        var made = await Store.ClaimAsync([.. (await DueAsync(Now)).Select(ClaimOf)], Never);

        await Store.DeleteAsync(Schedules.KeyOf("ana"), Never);
        await Store.DeleteAsync(Schedules.KeyOf("nobody"), Never);

        Assert.Null(await Store.ReadAsync(Schedules.KeyOf("ana"), Never));
        Assert.All(made, entry => Assert.Equal(entry.Id.Key.EndsWith("ana2", StringComparison.Ordinal), Store.ReadEntryAsync(entry.Id, Never).Result is not null));
        Assert.Equal([Schedules.KeyOf("ana2")], (await DueAsync(Now.AddDays(3))).Select(record => record.Key));
        Assert.Single(await UnqueuedAsync(Now.AddSeconds(1)));
    }

    [Fact]
    public async Task Old_entries_are_forgotten_and_open_ones_stay()
    {
        foreach (var runner in new[] { "ana", "ben" })
            await WriteAsync(DueAt(runner, Now));
        var made = await Store.ClaimAsync([.. (await DueAsync(Now)).Select(ClaimOf)], Never);
        await Store.FinishAsync(made[0].Done(LedgerState.Sent, null, Now), Never);

        for (var shard = 0; shard < Store.Shards; shard++)
            await Store.PruneAsync(shard, new DateOnly(2026, 12, 24), Never);

        Assert.Null(await Store.ReadEntryAsync(made[0].Id, Never));
        Assert.NotNull(await Store.ReadEntryAsync(made[1].Id, Never));
    }

    [Fact]
    public async Task New_time_zone_rules_move_the_instant_and_keep_the_date()
    {
        var old = new CheckInClock(new OneRule("2019a", Offset.FromHours(3)));
        var record = await WriteAsync(Schedules.Record("ana", Schedules.Times(), Now).Plan(old, Now) with { LastOn = new DateOnly(2026, 11, 23) });
        Assert.Equal(new DateTimeOffset(2026, 11, 25, 3, 45, 0, TimeSpan.Zero), record.Due!.At);

        var found = await AuditAsync(repair: false);
        var repaired = await AuditAsync(repair: true);

        Assert.Equal((new AuditReport(1, 0, 1, 0), found), (found, repaired));
        var moved = (await DueAsync(Now.AddDays(3))).Single();
        Assert.Equal(new DueCheckIn(new DateTimeOffset(2026, 11, 25, 5, 45, 0, TimeSpan.Zero), new DateOnly(2026, 11, 25), DueCheckIn.Morning), moved.Due);
        Assert.Equal((CheckInClock.Default.ZoneData, record.LastOn), (moved.ZoneData, moved.LastOn));
        Assert.Equal(new AuditReport(1, 0, 0, 0), await AuditAsync(repair: true));
    }

    [Fact]
    public async Task New_time_zone_rules_do_not_move_what_was_put_off()
    {
        var old = new CheckInClock(new OneRule("2019a", Offset.FromHours(3)));
        var record = await WriteAsync(Schedules.Record("ana", Schedules.Times() with { SnoozedUntil = Now.AddMinutes(30) }, Now).Plan(old, Now));

        await AuditAsync(repair: true);

        Assert.Equal(record.Due, (await DueAsync(Now.AddDays(3))).Single().Due);
    }

    [Fact]
    public async Task A_zone_that_comes_back_brings_its_check_ins_back()
    {
        var lost = (await WriteAsync(NewRecord())) with { Due = null, ZoneData = "2019a" };
        await WriteAsync(lost);

        await AuditAsync(repair: true);

        Assert.Equal(NewRecord().Due, (await DueAsync(Now.AddDays(3))).Single().Due);
    }

    [Fact]
    public async Task A_mark_is_kept()
    {
        Assert.Null(await Store.ReadMarkAsync(0, Never));
        await Store.WriteMarkAsync(0, "one", Never);
        await Store.WriteMarkAsync(0, "two", Never);

        Assert.Equal("two", await Store.ReadMarkAsync(0, Never));
    }

    [Fact]
    public async Task Names_of_every_kind_are_kept_apart()
    {
        string[] runners = ["29:1aB/c\\d", "U1#2?3", "ü ñ 漢", "a", "a ", "a|b", "%25", new string('x', 200)];
        foreach (var runner in runners)
            await WriteAsync(DueAt(runner, Now));

        Assert.Equal(runners.Select(runner => Schedules.KeyOf(runner)).Order(StringComparer.Ordinal), (await DueAsync(Now)).Select(record => record.Key).Order(StringComparer.Ordinal));
    }

    private async Task<AuditReport> AuditAsync(bool repair)
    {
        var audit = new CheckInAudit(Store, CheckInClock.Default, new CheckInOptions(), new SetClock(Now));
        var report = new AuditReport(0, 0, 0, 0);
        for (var shard = 0; shard < Store.Shards; shard++)
            report += await audit.RunAsync(shard, repair, Never);
        return report;
    }

    private protected static CheckInRecord DueAt(string runner, DateTimeOffset at) =>
        Schedules.Record(runner, Schedules.Times(), Now) with { Due = new DueCheckIn(at, new DateOnly(2026, 11, 24), DueCheckIn.Morning) };

    private protected async Task<List<CheckInRecord>> DueAsync(DateTimeOffset upTo)
    {
        var due = new List<CheckInRecord>();
        for (var shard = 0; shard < Store.Shards; shard++)
            due.AddRange(await Store.ReadDueAsync(shard, upTo, 100, null, Never));
        return due;
    }

    private protected Task<CheckInRecord> WriteAsync(CheckInRecord record) => Store.WriteAsync(record, Never);

    private static CheckInRecord NewRecord() => Schedules.Record("ana", Schedules.Times(), Now);

    private static Claim ClaimOf(CheckInRecord record) => new(record, LedgerEntry.Claim(record, Now), record.Advance(CheckInClock.Default));

    private async Task<List<LedgerEntry>> UnqueuedAsync(DateTimeOffset before)
    {
        var entries = new List<LedgerEntry>();
        for (var shard = 0; shard < Store.Shards; shard++)
            entries.AddRange(await Store.ReadUnqueuedAsync(shard, before, 100, Never));
        return entries;
    }

    private static string Show(CheckInRecord record) =>
        $"{record.Key} {record.Due} {record.LastOn:O} {record.LastAgain:O} {record.ZoneData} {record.ETag} {System.Text.Encoding.UTF8.GetString(record.Utf8Json.Span)}";
}
