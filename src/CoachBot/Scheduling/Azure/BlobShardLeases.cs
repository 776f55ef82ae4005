using System.Globalization;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace CoachBot.Scheduling.Azure;

/// <summary>
/// A blob per shard and one per process, each leased while it is held. Listing them shows who lives, so that each takes its share:
/// a process that dies is missed when its leases end, and a new one is given room at the next round of the others.
/// </summary>
internal sealed class BlobShardLeases(BlobContainerClient container, int shards, string owner, TimeSpan length, TimeProvider time) : IShardLeases
{
    public const string ContainerName = "coachbot-leases";
    private const string ProcessPrefix = "process/";
    private readonly SortedDictionary<int, (string LeaseId, DateTimeOffset RenewedAt)> _held = [];
    private (string LeaseId, DateTimeOffset RenewedAt)? _self;
    private bool _created;

    public async Task<HeldShards> HoldAsync(CancellationToken cancellationToken)
    {
        await CreateAsync(cancellationToken);
        _self = await TakeAsync(ProcessPrefix + owner, _self, cancellationToken);
        var leased = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var blob in container.GetBlobsAsync(cancellationToken: cancellationToken))
        {
            if (blob.Properties.LeaseState == LeaseState.Leased)
                leased.Add(blob.Name);
        }

        var processes = Math.Max(1, leased.Count(name => name.StartsWith(ProcessPrefix, StringComparison.Ordinal)));
        await BalanceAsync((shards + processes - 1) / processes, leased, cancellationToken);
        return new HeldShards([.. _held.Keys], processes);
    }

    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        foreach (var shard in _held.Keys.ToList())
            await GiveBackAsync(shard, cancellationToken);
        if (_self is { } self)
            await container.GetBlobClient(ProcessPrefix + owner).GetBlobLeaseClient(self.LeaseId).ReleaseAsync(cancellationToken: cancellationToken);
        _self = null;
    }

    private async Task BalanceAsync(int share, HashSet<string> leased, CancellationToken cancellationToken)
    {
        foreach (var shard in _held.Keys.ToList())
        {
            if (_held.Count > share)
                await GiveBackAsync(shard, cancellationToken);
            else if (await TakeAsync(Name(shard), _held[shard], cancellationToken) is { } renewed)
                _held[shard] = renewed;
            else
                _held.Remove(shard);
        }

        // Everyone begins at a place of their own, so that they do not all reach for the same one.
        var start = (int)(Coaching.Reminders.StableHash.Of("lease", owner) % (uint)shards);
        for (var i = 0; i < shards && _held.Count < share; i++)
        {
            var shard = (start + i) % shards;
            if (!_held.ContainsKey(shard) && !leased.Contains(Name(shard)) && await TakeAsync(Name(shard), null, cancellationToken) is { } taken)
                _held[shard] = taken;
        }
    }

    private async Task GiveBackAsync(int shard, CancellationToken cancellationToken)
    {
        _held.Remove(shard, out var held);
        try
        {
            await container.GetBlobClient(Name(shard)).GetBlobLeaseClient(held.LeaseId).ReleaseAsync(cancellationToken: cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 404 or 409 or 412)
        {
            // It was lost before.
        }
    }

    /// <summary>A new lease, or the one held, renewed when a third of its time is over. Null when someone else has it.</summary>
    private async Task<(string LeaseId, DateTimeOffset RenewedAt)?> TakeAsync(
        string name, (string LeaseId, DateTimeOffset RenewedAt)? held, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (held is { } fresh && now - fresh.RenewedAt < length / 3 && now >= fresh.RenewedAt)
            return held;

        var blob = container.GetBlobClient(name);
        for (var created = false; ; created = true)
        {
            try
            {
                var lease = blob.GetBlobLeaseClient(held?.LeaseId);
                var answer = held is null ? await lease.AcquireAsync(length, cancellationToken: cancellationToken) : await lease.RenewAsync(cancellationToken: cancellationToken);
                return (answer.Value.LeaseId, now);
            }
            catch (RequestFailedException e) when (e.Status == 404 && !created)
            {
                held = null;
                await CreateBlobAsync(blob, cancellationToken);
            }
            catch (RequestFailedException e) when (e.Status is 409 or 412)
            {
                return null;
            }
        }
    }

    private static async Task CreateBlobAsync(BlobClient blob, CancellationToken cancellationToken)
    {
        try
        {
            await blob.UploadAsync(BinaryData.Empty, new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } }, cancellationToken);
        }
        catch (RequestFailedException e) when (e.Status is 409 or 412)
        {
            // Someone else made it.
        }
    }

    private static string Name(int shard) => string.Create(CultureInfo.InvariantCulture, $"shard/{shard:D3}");

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        if (_created)
            return;

        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        _created = true;
    }
}
