namespace CoachBot.BotBuilder.Turns;

/// <summary>
/// The storage that state objects see during a turn: it reads what the turn was given and collects what the turn writes.
/// Nothing is stored before the commit. ETags are not looked at: the commit's one condition stands for all of them.
/// </summary>
internal sealed class TurnStorage(ConversationDocument document, string ownPrefix, SharedDocuments shared) : ITurnStorage
{
    private readonly Dictionary<string, StoredItem?> _written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StoredItem?> _readShared = new(StringComparer.Ordinal);

    /// <summary>The first fault of the storage below. It is not the bot's fault, whatever the bot made of it.</summary>
    public Exception? Fault { get; private set; }

    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var items = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (await ReadOneAsync(key, cancellationToken) is { } item)
                items[key] = item;
        }

        return items;
    }

    public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var (key, value) in changes)
            _written[key] = StoredItem.From(key, value);
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var key in keys)
            Delete(key);
        return Task.CompletedTask;
    }

    public void Delete(string key) => _written[key] = null;

    /// <summary>The conversation's state objects as this turn leaves them.</summary>
    public ConversationDocument ApplyTo(ConversationDocument target)
    {
        foreach (var (key, item) in _written.Where(pair => IsOwn(pair.Key)))
            target = target with { State = item is null ? target.State.Remove(key) : target.State.SetItem(key, item.Utf8Json) };
        return target;
    }

    /// <summary>What the turn changed of documents that other conversations share; null payload means deleted.</summary>
    public async Task<IReadOnlyList<(string Key, byte[] Delta)>> SharedChangesAsync(CancellationToken cancellationToken)
    {
        var changes = new List<(string, byte[])>();
        foreach (var (key, item) in _written.Where(pair => !IsOwn(pair.Key)))
        {
            var before = (await ReadSharedAsync(key, cancellationToken))?.Value ?? [];
            var delta = JsonDelta.Between(before, item?.Value ?? []);
            if (delta.Count > 0)
                changes.Add((key, JsonDelta.Write(delta)));
        }

        return changes;
    }

    private bool IsOwn(string key) => key.StartsWith(ownPrefix, StringComparison.Ordinal)
        && (key.Length == ownPrefix.Length || key[ownPrefix.Length] == '/');

    private async Task<StoredItem?> ReadOneAsync(string key, CancellationToken cancellationToken)
    {
        if (_written.TryGetValue(key, out var written))
            return written is null ? null : new StoredItem(written.Utf8Json);
        if (IsOwn(key))
            return document.State.TryGetValue(key, out var own) ? new StoredItem(own) : null;
        return await ReadSharedAsync(key, cancellationToken) is { } item ? new StoredItem(item.Utf8Json) : null;
    }

    private async Task<StoredItem?> ReadSharedAsync(string key, CancellationToken cancellationToken)
    {
        if (_readShared.TryGetValue(key, out var item))
            return item;
        try
        {
            return _readShared[key] = await shared.ReadAsync(key, cancellationToken);
        }
        catch (Exception e)
        {
            Fault ??= e;
            throw;
        }
    }
}
