using System.Text.Json.Nodes;
using Azure.Data.Tables;
using CoachBot.Coaching.Reminders;
using CoachBot.Scheduling;
using CoachBot.Scheduling.Azure;
using CoachBot.Scheduling.Sqlite;
using CoachBot.Tests.Scheduling;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Commands;

/// <summary><c>export</c> and <c>forget</c> reach the schedule too, in either storage.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class ForgottenScheduleTests(Azurite azurite) : IDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly string _folder = Directory.CreateTempSubdirectory("coachbot").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task On_one_machine_no_trace_is_left_in_the_file()
    {
        var path = Path.Combine(_folder, "coach.db");
        using (var database = new ScheduleDatabase(path))
            await ForgetsAsync(new SqliteCheckInStore(database), "dl_forgotten", "dl_kept", $"--Storage:Path={path}");

        var bytes = string.Concat(Directory.GetFiles(_folder).Select(file => System.Text.Encoding.Latin1.GetString(File.ReadAllBytes(file))));
        Assert.DoesNotContain("dl_forgotten", bytes, StringComparison.Ordinal);
        Assert.Contains("dl_kept", bytes, StringComparison.Ordinal);
    }

    [Fact]
    public Task In_azure_storage() => ForgetsAsync(
        new TableCheckInStore(new TableServiceClient(azurite.ConnectionString).GetTableClient(TableCheckInStore.TableName)),
        $"dl_forgotten{Environment.ProcessId}",
        $"dl_kept{Environment.ProcessId}",
        "--Storage:Provider=AzureBlobs",
        $"--Storage:ConnectionString={azurite.ConnectionString}");

    private static async Task ForgetsAsync(ICheckInStore store, string user, string other, params string[] settings)
    {
        var entry = await ClaimedAsync(store, user);
        var kept = await ClaimedAsync(store, other);

        var (_, exported, _) = await HostProcess.RunAsync(["export", user, .. settings]);
        Assert.Contains("Europe/Madrid", JsonNode.Parse(exported)!["documents"]![Schedules.KeyOf(user)]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(0, (await HostProcess.RunAsync(["forget", user, .. settings])).ExitCode);

        Assert.Null(await store.ReadAsync(Schedules.KeyOf(user), Never));
        Assert.Null(await store.ReadEntryAsync(entry, Never));
        Assert.NotNull(await store.ReadAsync(Schedules.KeyOf(other), Never));
        Assert.NotNull(await store.ReadEntryAsync(kept, Never));
    }

    /// <summary>A runner of whom the ledger and the index know something too.</summary>
    private static async Task<LedgerKey> ClaimedAsync(ICheckInStore store, string user)
    {
        var now = TimeProvider.System.GetUtcNow();
        await store.WriteAsync(Schedules.Record(user, Schedules.Times(), now.AddDays(-2)), Never);
        var record = (await DueAsync(store, now)).Single(record => record.Key == Schedules.KeyOf(user));
        return (await store.ClaimAsync([new Claim(record, LedgerEntry.Claim(record, now), record.Advance(CheckInClock.Default))], Never)).Single().Id;
    }

    private static async Task<List<CheckInRecord>> DueAsync(ICheckInStore store, DateTimeOffset upTo)
    {
        var due = new List<CheckInRecord>();
        for (var shard = 0; shard < store.Shards; shard++)
            due.AddRange(await store.ReadDueAsync(shard, upTo, 1000, null, Never));
        return due;
    }
}
