using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoachBot.BotBuilder;

/// <summary>A state as this turn sees it, the JSON it was loaded with, and the version it will replace.</summary>
public sealed class CachedBotState
{
    private readonly Dictionary<string, string> _saved = [];
    private bool _mustSave;

    internal CachedBotState(JsonObject? stored, string? etag)
    {
        ETag = etag;
        foreach (var (name, value) in stored ?? [])
            State[name] = value?.DeepClone();
        MarkSaved();
    }

    /// <summary>A state emptied in this turn: it is saved even if it was empty before.</summary>
    internal static CachedBotState Cleared(string? etag) => new(null, etag) { _mustSave = true };

    public IDictionary<string, object?> State { get; set; } = new Dictionary<string, object?>();

    internal string? ETag { get; private set; }

    internal bool IsChanged() =>
        _mustSave
        || State.Count != _saved.Count
        || State.Any(property => !_saved.TryGetValue(property.Key, out var saved) || saved != JsonOf(property.Value));

    /// <summary>
    /// The same value in the shape asked for takes the place of the loaded JSON, so that what the bot changes in it is saved.
    /// The change of shape alone is no change.
    /// </summary>
    internal T? Shape<T>(string name, object value)
    {
        if (value is T typed)
            return typed;

        var unchanged = _saved.TryGetValue(name, out var saved) && saved == JsonOf(value);
        var shaped = StateJson.Convert<T>(value);
        State[name] = shaped;
        if (unchanged)
            _saved[name] = JsonOf(shaped);
        return shaped;
    }

    internal StoredItem ToStoredItem() => new(ToJson(), ETag);

    internal JsonObject ToJson() => JsonSerializer.SerializeToNode(State, StateJson.Options)!.AsObject();

    internal void MarkSaved(string? etag)
    {
        ETag = etag;
        _mustSave = false;
        MarkSaved();
    }

    private void MarkSaved()
    {
        _saved.Clear();
        foreach (var (name, value) in State)
            _saved[name] = JsonOf(value);
    }

    private static string JsonOf(object? value) =>
        value is null ? "null" : JsonSerializer.Serialize(value, value.GetType(), StateJson.Options);
}
