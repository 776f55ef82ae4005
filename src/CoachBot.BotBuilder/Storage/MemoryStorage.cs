using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoachBot.BotBuilder;

/// <summary>
/// Storage that ends with the process: for tests and a first run. Several keys in one write are written all or none.
/// The version of an object stands in it as "eTag", so that storages over the same dictionary agree.
/// </summary>
public class MemoryStorage : IListingStorage
{
    private const string ETagName = "eTag";
    private readonly JsonSerializerOptions _options;
    private readonly Dictionary<string, JsonObject> _memory;
    private readonly HashSet<string> _waiting = new(StringComparer.Ordinal);
    private long _lastETag;

    public MemoryStorage(JsonSerializerOptions jsonSerializer, Dictionary<string, JsonObject>? dictionary = null)
    {
        ArgumentNullException.ThrowIfNull(jsonSerializer);
        _options = jsonSerializer;
        _memory = dictionary ?? [];
    }

    /// <param name="dictionary">Holds the objects; a new one when left out.</param>
    public MemoryStorage(Dictionary<string, JsonObject>? dictionary = null)
        : this(StateJson.Options, dictionary)
    {
    }

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var found = new Dictionary<string, object>(keys.Length);
        lock (_memory)
        {
            foreach (var key in keys)
            {
                if (_memory.TryGetValue(key, out var stored) && stored is not null)
                    found[key] = Read(stored);
            }
        }

        return Task.FromResult<IDictionary<string, object>>(found);
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var writes = changes
            .Select(change => (change.Key, Given: change.Value, Item: StoredItem.From(change.Key, change.Value, _options)))
            .ToList();
        lock (_memory)
        {
            foreach (var (key, _, item) in writes)
                ThrowOnConflict(key, item.ETag);
            foreach (var (key, given, item) in writes)
            {
                var etag = NextETag(key);
                var json = (JsonObject)item.Value.DeepClone();
                json[ETagName] = etag;
                _memory[key] = json;
                _ = item.IsWaiting ? _waiting.Add(key) : _waiting.Remove(key);
                if (given is IStoreItem versioned)
                    versioned.ETag = etag;
            }
        }

        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        lock (_memory)
        {
            foreach (var key in keys)
            {
                _memory.Remove(key);
                _waiting.Remove(key);
            }
        }

        return Task.CompletedTask;
    }

    public IAsyncEnumerable<string> ListAsync(string prefix, bool waitingOnly = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        lock (_memory)
        {
            IEnumerable<string> keys = waitingOnly ? _waiting : _memory.Keys;
            return keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal)).ToArray().ToAsyncEnumerable();
        }
    }

    private static StoredItem Read(JsonObject stored)
    {
        var copy = (JsonObject)stored.DeepClone();
        var etag = ETagOf(copy);
        copy.Remove(ETagName);
        return new StoredItem(copy, etag);
    }

    /// <summary>An object that a test put into the dictionary has no version; it counts as the first.</summary>
    private static string ETagOf(JsonObject stored) =>
        stored[ETagName] is JsonValue value && value.TryGetValue<string>(out var etag) ? etag : "0";

    private void ThrowOnConflict(string key, string? expected)
    {
        if (expected == "*")
            return;
        var current = _memory.TryGetValue(key, out var stored) && stored is not null ? ETagOf(stored) : null;
        if (string.IsNullOrEmpty(expected) ? current is not null : current != expected)
            throw new StorageConflictException(key);
    }

    /// <summary>Above every version this storage gave out and above the one that is there, so that none comes twice.</summary>
    private string NextETag(string key)
    {
        if (_memory.TryGetValue(key, out var stored) && stored is not null
            && long.TryParse(ETagOf(stored), NumberStyles.None, CultureInfo.InvariantCulture, out var current))
        {
            _lastETag = Math.Max(_lastETag, current);
        }

        return (++_lastETag).ToString(CultureInfo.InvariantCulture);
    }
}
