using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using CoachBot.Scheduling;
using CoachBot.Scheduling.Azure;
using CoachBot.Scheduling.Sqlite;
using CoachBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Scheduling;

/// <summary>What every dispatch queue promises.</summary>
public abstract class DispatchQueueContract
{
    private protected static readonly CancellationToken Never = CancellationToken.None;
    private static readonly DispatchMessage Message = new(new LedgerKey("check-ins/slack/T1:U1", new DateOnly(2026, 11, 24), "morning"), 0);

    private protected abstract IDispatchQueue Queue { get; }

    [Fact]
    public async Task What_was_sent_is_received_once_and_again_only_if_nobody_says_it_is_done()
    {
        await Queue.SendAsync([Message], Never);

        var received = Assert.Single(await Queue.ReceiveAsync(32, TimeSpan.FromSeconds(1), Never));
        Assert.Equal(Message, received.Message);
        Assert.Empty(await Queue.ReceiveAsync(32, TimeSpan.FromSeconds(1), Never));
        await PassAsync(TimeSpan.FromSeconds(1.2));
        var again = Assert.Single(await Queue.ReceiveAsync(32, TimeSpan.FromSeconds(30), Never));

        await Queue.CompleteAsync(received, Never); // too late: it is someone else's now
        Assert.Equal(1, await Queue.CountAsync(Never));
        await Queue.CompleteAsync(again, Never);
        Assert.Equal(0, await Queue.CountAsync(Never));
    }

    [Fact]
    public async Task What_is_put_off_comes_later_with_its_attempt()
    {
        await Queue.SendAsync([Message], Never);
        var received = Assert.Single(await Queue.ReceiveAsync(32, TimeSpan.FromSeconds(30), Never));

        await Queue.PutOffAsync(received, 3, TimeSpan.FromSeconds(1), Never);

        Assert.Empty(await Queue.ReceiveAsync(32, TimeSpan.FromSeconds(30), Never));
        await PassAsync(TimeSpan.FromSeconds(1.2));
        Assert.Equal(3, Assert.Single(await Queue.ReceiveAsync(32, TimeSpan.FromSeconds(30), Never)).Message.Attempt);
    }

    private protected abstract Task PassAsync(TimeSpan time);
}

public sealed class SqliteDispatchQueueTests : DispatchQueueContract, IDisposable
{
    private readonly FakeTimeProvider _time = new();
    private readonly ScheduleDatabase _database = new(null);

    public SqliteDispatchQueueTests() => Queue = new SqliteDispatchQueue(_database, "host", _time);

    private protected override IDispatchQueue Queue { get; }

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task One_process_at_a_time_holds_the_shard_and_another_takes_over_when_it_is_gone()
    {
        var (one, two) = (new SqliteShardLeases(_database, "host", "one", _time), new SqliteShardLeases(_database, "host", "two", _time));

        Assert.Equal([0], (await one.HoldAsync(Never)).Shards);
        Assert.Empty((await two.HoldAsync(Never)).Shards);
        Assert.Equal([0], (await one.HoldAsync(Never)).Shards);
        _time.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal([0], (await two.HoldAsync(Never)).Shards);
        Assert.Empty((await one.HoldAsync(Never)).Shards);
        await two.ReleaseAsync(Never);
        Assert.Equal([0], (await one.HoldAsync(Never)).Shards);
    }

    private protected override Task PassAsync(TimeSpan time)
    {
        _time.Advance(time);
        return Task.CompletedTask;
    }
}

[Collection(AzuriteCollection.Name)]
public sealed class AzureDispatchQueueTests : DispatchQueueContract
{
    private static int _names;
    private readonly Azurite _azurite;
    private readonly QueueClient _queue;

    public AzureDispatchQueueTests(Azurite azurite)
    {
        _azurite = azurite;
        _queue = new QueueClient(azurite.ConnectionString, $"q-{Interlocked.Increment(ref _names)}");
        Queue = new AzureDispatchQueue(_queue);
    }

    private protected override IDispatchQueue Queue { get; }

    [Fact]
    public async Task A_message_that_nobody_can_read_is_dropped()
    {
        await _queue.CreateIfNotExistsAsync();
        await _queue.SendMessageAsync("what is this");

        Assert.Empty(await Queue.ReceiveAsync(32, TimeSpan.FromSeconds(1), Never));
        Assert.Equal(0, await Queue.CountAsync(Never));
    }

    [Fact]
    public async Task Processes_share_the_shards_and_the_rest_goes_to_those_who_stay()
    {
        var container = new BlobServiceClient(_azurite.ConnectionString).GetBlobContainerClient($"leases-{Interlocked.Increment(ref _names)}");
        BlobShardLeases[] leases = [.. new[] { "one", "two", "three" }.Select(name => new BlobShardLeases(container, 12, name, TimeSpan.FromSeconds(60), TimeProvider.System))];

        Assert.Equal(12, (await leases[0].HoldAsync(Never)).Shards.Count);
        for (var round = 0; round < 3; round++)
        {
            foreach (var lease in leases)
                await lease.HoldAsync(Never);
        }

        var held = await Task.WhenAll(leases.Select(lease => lease.HoldAsync(Never)));
        Assert.All(held, one => Assert.Equal((4, 3), (one.Shards.Count, one.Processes)));
        Assert.Equal(Enumerable.Range(0, 12), held.SelectMany(one => one.Shards).Order());

        await leases[2].ReleaseAsync(Never);
        await leases[0].HoldAsync(Never);
        Assert.Equal(6, (await leases[1].HoldAsync(Never)).Shards.Count);
    }

    private protected override Task PassAsync(TimeSpan time) => Task.Delay(time, TimeProvider.System);
}
