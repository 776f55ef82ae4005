using Azure.Data.Tables;
using CoachBot.Coaching.Reminders;
using CoachBot.Scheduling;
using CoachBot.Scheduling.Azure;
using CoachBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Scheduling;

[Collection(AzuriteCollection.Name)]
public sealed class TableCheckInStoreTests : CheckInStoreContract
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);
    private static int _tables;
    private readonly TableClient _table;

    public TableCheckInStoreTests(Azurite azurite)
    {
        _table = new TableServiceClient(azurite.ConnectionString).GetTableClient($"t{Environment.ProcessId}x{Interlocked.Increment(ref _tables)}");
        Store = new TableCheckInStore(_table);
    }

    private protected override ICheckInStore Store { get; }

    [Fact]
    public async Task The_audit_finds_and_repairs_rows_that_are_missing_wrong_or_left_over()
    {
        foreach (var runner in new[] { "ana", "ben", "cem" })
            await WriteAsync(DueAt(runner, Now));
        var rows = await DueRowsAsync();
        await _table.DeleteEntityAsync(rows[0]); // missing
        var astray = new TableEntity(rows[1].ToDictionary()) { RowKey = rows[1].RowKey.Replace("0700", "0600", StringComparison.Ordinal) };
        await _table.AddEntityAsync(astray); // left over
        await _table.DeleteEntityAsync(rows[2]); // wrong
        await _table.AddEntityAsync(new TableEntity(rows[2].ToDictionary()) { RowKey = rows[2].RowKey, ["Json"] = new byte[] { 1 } });

        var time = new FakeTimeProvider(Now);
        var audit = new CheckInAudit(Store, CheckInClock.Default, new CheckInOptions(), time);
        var found = await RunAsync(audit, repair: false);
        var repaired = await RunAsync(audit, repair: true);
        var after = await RunAsync(audit, repair: true);

        Assert.Equal(new AuditReport(3, 2, 0, 1), found);
        Assert.Equal(found, repaired);
        Assert.Equal(new AuditReport(3, 0, 0, 0), after);
        Assert.Equal(3, (await DueAsync(Now)).Count);
        Assert.All(await DueAsync(Now), record => Assert.NotNull(record.Schedule));
    }

    private async Task<AuditReport> RunAsync(CheckInAudit audit, bool repair)
    {
        var report = new AuditReport(0, 0, 0, 0);
        for (var shard = 0; shard < Store.Shards; shard++)
            report += await audit.RunAsync(shard, repair, CancellationToken.None);
        return report;
    }

    private async Task<List<TableEntity>> DueRowsAsync()
    {
        var rows = new List<TableEntity>();
        await foreach (var row in _table.QueryAsync<TableEntity>("RowKey ge 'd|' and RowKey lt 'd}'"))
            rows.Add(row);
        return rows;
    }
}
