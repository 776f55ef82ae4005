using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;

namespace CoachBot.Channels.Slack.Install;

/// <summary>
/// Which conversations a workspace has and who wrote there, so that all of it can be found when the workspace goes. A storage lists
/// nothing; and one document for all would be fought over, so that it is several.
/// </summary>
internal sealed class WorkspaceIndex(IStorage storage)
{
    private const int Shards = 16;
    private const int MaxTries = 8;

    private readonly ConcurrentDictionary<(string Workspace, string Channel, string User), byte> _known = new();

    /// <summary>Before the first word of someone there is kept.</summary>
    public async Task AddAsync(string workspace, string channel, string user, CancellationToken cancellationToken)
    {
        if (_known.ContainsKey((workspace, channel, user)))
            return;

        for (var attempt = 1; ; attempt++)
        {
            var (users, etag) = await ReadAsync(Key(workspace, ShardOf(channel)), cancellationToken);
            if (users[channel] is not JsonArray there)
                users[channel] = there = [];
            if (there.All(known => known?.ToString() != user))
            {
                there.Add(user);
                try
                {
                    await WriteAsync(Key(workspace, ShardOf(channel)), users, etag, cancellationToken);
                }
                catch (StorageConflictException) when (attempt < MaxTries)
                {
                    continue;
                }
            }

            _known.TryAdd((workspace, channel, user), 0);
            return;
        }
    }

    /// <summary>Every conversation with everyone who wrote there.</summary>
    public async Task<IReadOnlyList<(string Channel, string User)>> ListAsync(string workspace, CancellationToken cancellationToken)
    {
        var all = new List<(string, string)>();
        for (var shard = 0; shard < Shards; shard++)
        {
            var (users, _) = await ReadAsync(Key(workspace, shard), cancellationToken);
            all.AddRange(users.SelectMany(pair => (pair.Value as JsonArray ?? []).Select(user => (pair.Key, user!.ToString()))));
        }

        return all;
    }

    public async Task RemoveAsync(string workspace, CancellationToken cancellationToken)
    {
        await storage.DeleteAsync([.. Enumerable.Range(0, Shards).Select(shard => Key(workspace, shard))], cancellationToken);
        foreach (var known in _known.Keys.Where(known => known.Workspace == workspace))
            _known.TryRemove(known, out _);
    }

    private async Task<(JsonObject Users, string? ETag)> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var found = await storage.ReadAsync([key], cancellationToken);
        return found.TryGetValue(key, out var item) ? (((StoredItem)item).Value, ((StoredItem)item).ETag) : ([], null);
    }

    private Task WriteAsync(string key, JsonObject users, string? etag, CancellationToken cancellationToken) =>
        storage.WriteAsync(new Dictionary<string, object> { [key] = new StoredItem(users, etag) }, cancellationToken);

    private static string Key(string workspace, int shard) => $"slack/workspaces/{workspace}/{shard:x}";

    // Not string.GetHashCode, which differs from process to process.
    private static int ShardOf(string channel) => channel.Sum(letter => letter) % Shards;
}
