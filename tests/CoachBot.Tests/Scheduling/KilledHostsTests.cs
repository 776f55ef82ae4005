using System.Globalization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Coaching.Dialogs;
using CoachBot.Coaching.Reminders;
using CoachBot.Scheduling;
using CoachBot.Scheduling.Azure;
using CoachBot.Storage;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Scheduling;

/// <summary>
/// Two real hosts over one Azurite, killed in turns while check-ins fall due. Three kills by default; COACHBOT_KILLS=100 is the full run.
/// </summary>
[Collection(AzuriteCollection.Name)]
public sealed class KilledHostsTests(Azurite azurite)
{
    private const int PerKill = 12;
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly BlobStorage _storage = new(new BlobServiceClient(azurite.ConnectionString).GetBlobContainerClient(BlobStorage.ContainerName));
    private readonly TableCheckInStore _store = new(new TableServiceClient(azurite.ConnectionString).GetTableClient(TableCheckInStore.TableName));

    private static int Kills => int.TryParse(Environment.GetEnvironmentVariable("COACHBOT_KILLS"), CultureInfo.InvariantCulture, out var count) ? count : 3;

    [Fact]
    public async Task None_is_lost_and_none_comes_twice()
    {
        string[] settings =
        [
            "--Storage:Provider=AzureBlobs", $"--Storage:ConnectionString={azurite.ConnectionString}", "--CheckIns:SweepEvery=00:00:00.3",
            "--CheckIns:TakeOverAfter=00:00:15",
        ];
        await using var one = new HostProcess();
        await using var two = new HostProcess();
        HostProcess[] hosts = [one, two];
        await Task.WhenAll(hosts.Select(host => host.StartAsync(settings)));
        var random = new Random(7);
        var expected = new List<LedgerKey>();
        for (var kill = 0; kill < Kills; kill++)
        {
            var now = TimeProvider.System.GetUtcNow();
            for (var i = 0; i < PerKill; i++)
                expected.Add(await SeedAsync($"dl_{kill}x{i}", now.AddMilliseconds(500 + random.Next(4000))));
            await Task.Delay(TimeSpan.FromMilliseconds(500 + random.Next(4000)), TimeProvider.System);
            hosts[kill % 2].Kill();
            await hosts[kill % 2].StartAsync(settings);
        }

        foreach (var id in expected)
            await EndsAsync(id);
        foreach (var id in expected)
            Assert.Equal(1, await SaidAsync($"c-{id.Key.Split('/')[2]}"));
    }

    /// <summary>A runner who asked for check-ins, with the next one at this instant.</summary>
    private async Task<LedgerKey> SeedAsync(string runner, DateTimeOffset at)
    {
        var times = Schedules.Times("UTC", "03:00") with { SnoozedUntil = at, PausedUntil = DateOnly.FromDateTime(at.UtcDateTime).AddDays(7) };
        var known = new RunnerRecord { ConsentedAt = at.AddDays(-1), Reminder = new Reminder(times) { ConversationId = $"c-{runner}" } };
        var state = new System.Text.Json.Nodes.JsonObject { ["runner"] = StateJson.ToNode(known) };
        await _storage.WriteAsync(new Dictionary<string, object> { [$"directline/users/{runner}"] = new StoredItem(state) });
        var record = await _store.WriteAsync(Schedules.Record(runner, times, at.AddSeconds(-1)), Never);
        Assert.Equal(at, record.Due!.At);
        return new LedgerKey(record.Key, record.Due.On, record.Due.Kind);
    }

    private async Task EndsAsync(LedgerKey id)
    {
        for (var i = 0; i < 900; i++)
        {
            if (await _store.ReadEntryAsync(id, Never) is { State: not LedgerState.Claimed } ended)
            {
                Assert.Equal(LedgerState.Sent, ended.State);
                return;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System);
        }

        Assert.Fail($"{id} was lost: {(await _store.ReadEntryAsync(id, Never))?.State}");
    }

    private async Task<int> SaidAsync(string conversationId)
    {
        var key = ConversationStore.Key("directline", conversationId);
        var stored = (StoredItem)(await _storage.ReadAsync([key]))[key];
        return ConversationDocumentJson.Read(stored.Utf8Json, key).Log.Count(entry => entry.Activity.Type == ActivityTypes.Message);
    }
}
