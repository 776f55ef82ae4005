using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Caching.Memory;

namespace CoachBot.BotBuilder.Turns;

/// <summary>
/// Documents that more than one conversation may change (a runner's profile and history). They are changed by applying
/// deltas, each known by its id, so that applying one again after a crash does nothing.
/// </summary>
internal sealed class SharedDocuments(IStorage storage, Quarantine quarantine, long maxCachedBytes, TimeProvider time) : IDisposable
{
    /// <summary>Kept inside the stored document, unseen by state objects: the ids of the last deltas applied.</summary>
    private const string AppliedProperty = "_applied";

    private const int MaxApplied = 32;
    private const int MaxTries = 8;

    // Another process may change a document at any time; what is read from here is at most this old. Writes are always conditional.
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(30);

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = maxCachedBytes });

    /// <summary>The document without its bookkeeping; null if there is none.</summary>
    public async Task<StoredItem?> ReadAsync(string key, CancellationToken cancellationToken)
    {
        if (_cache.TryGetValue(key, out Cached? cached) && time.GetUtcNow() - cached!.ReadAt < MaxAge)
            return Visible(cached.Item);
        return Visible(await LoadAsync(key, cancellationToken));
    }

    /// <exception cref="StorageConflictException">Others kept writing first.</exception>
    public async Task ApplyAsync(string key, string deltaId, JsonArray delta, CancellationToken cancellationToken)
    {
        var current = _cache.TryGetValue(key, out Cached? cached) ? cached!.Item : await LoadAsync(key, cancellationToken);
        for (var attempt = 1; ; attempt++)
        {
            var content = current is null ? [] : current.Value.DeepClone().AsObject();
            if (!Mark(content, deltaId))
                return;
            JsonDelta.Apply(content, delta);
            var item = new StoredItem(content) { ETag = current?.ETag };
            try
            {
                await WriteAsync(key, item, current is not null, cancellationToken);
                return;
            }
            catch (StorageConflictException) when (attempt < MaxTries)
            {
                current = await LoadAsync(key, cancellationToken);
            }
        }
    }

    public void Dispose() => _cache.Dispose();

    private async Task WriteAsync(string key, StoredItem item, bool existed, CancellationToken cancellationToken)
    {
        // A document with nothing left in it but its bookkeeping was deleted by the runner: nothing of it stays.
        _cache.Remove(key);
        if (item.Value.Count == 1)
        {
            if (existed)
                await storage.DeleteAsync([key], cancellationToken);
            return;
        }

        await storage.WriteAsync(new Dictionary<string, object> { [key] = item }, cancellationToken);
        Keep(key, item);
    }

    private async Task<StoredItem?> LoadAsync(string key, CancellationToken cancellationToken)
    {
        var found = await storage.ReadAsync([key], cancellationToken);
        var item = found.TryGetValue(key, out var value) ? await ReadableAsync(key, (StoredItem)value, cancellationToken) : null;
        Keep(key, item);
        return item;
    }

    private async Task<StoredItem> ReadableAsync(string key, StoredItem item, CancellationToken cancellationToken)
    {
        try
        {
            _ = item.Value;
            return item;
        }
        catch (JsonException damage)
        {
            await quarantine.KeepAsync(key, item, damage, cancellationToken);
            return new StoredItem([], item.ETag);
        }
    }

    private void Keep(string key, StoredItem? item) =>
        _cache.Set(key, new Cached(item, time.GetUtcNow()), new MemoryCacheEntryOptions { Size = 256 + (item?.Utf8Json.Length ?? 0) });

    private static StoredItem? Visible(StoredItem? item)
    {
        if (item is null)
            return null;
        if (!item.Value.ContainsKey(AppliedProperty))
            return item;
        var visible = item.Value.DeepClone().AsObject();
        visible.Remove(AppliedProperty);
        return new StoredItem(visible);
    }

    /// <summary>False if this delta is in the document already.</summary>
    private static bool Mark(JsonObject content, string deltaId)
    {
        if (content[AppliedProperty] is not JsonArray applied)
            content[AppliedProperty] = applied = [];
        if (applied.Any(id => id!.GetValue<string>() == deltaId))
            return false;
        applied.Add(deltaId);
        while (applied.Count > MaxApplied)
            applied.RemoveAt(0);
        return true;
    }

    private sealed record Cached(StoredItem? Item, DateTimeOffset ReadAt);
}
