using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoachBot.BotBuilder;

/// <summary>One stored JSON object and its version. The JSON is a snapshot: to change it, make a new item.</summary>
public sealed class StoredItem : IStoreItem
{
    private const string ETagName = nameof(IStoreItem.ETag);
    private ReadOnlyMemory<byte>? _utf8Json;
    private JsonObject? _value;

    public StoredItem(ReadOnlyMemory<byte> utf8Json, string? etag = null)
    {
        _utf8Json = utf8Json;
        ETag = etag;
    }

    public StoredItem(JsonObject value, string? etag = null)
    {
        ArgumentNullException.ThrowIfNull(value);
        _value = value;
        ETag = etag;
    }

    public string? ETag { get; set; }

    /// <summary>Somebody still has to do what stands in it: <see cref="IListingStorage.ListAsync"/> finds it. Not given back on reading.</summary>
    public bool IsWaiting { get; init; }

    public ReadOnlyMemory<byte> Utf8Json => _utf8Json ??= JsonSerializer.SerializeToUtf8Bytes(_value!, StateJson.Options);

    /// <exception cref="JsonException">The stored bytes are not a JSON object.</exception>
    public JsonObject Value => _value ??= JsonNode.Parse(_utf8Json!.Value.Span) as JsonObject
        ?? throw new JsonException("What is stored is not a JSON object.");

    /// <summary>The object of that shape; an <see cref="IStoreItem"/> gets the ETag.</summary>
    public T? As<T>()
    {
        var value = JsonSerializer.Deserialize<T>(Utf8Json.Span, StateJson.Options);
        if (value is IStoreItem item)
            item.ETag = ETag;
        return value;
    }

    /// <summary>
    /// What a store has to write for a value given to <see cref="IStorage.WriteAsync"/>, with the condition as its ETag
    /// ("*" for objects that have no version).
    /// </summary>
    /// <exception cref="ArgumentException">The value is null or not a JSON object.</exception>
    public static StoredItem From(string key, object? value, JsonSerializerOptions? options = null)
    {
        if (value is StoredItem stored)
            return stored;

        if (value is null || JsonSerializer.SerializeToNode(value, value.GetType(), options ?? StateJson.Options) is not JsonObject json)
            throw new ArgumentException($"The value for '{key}' is no JSON object; null, numbers, texts and lists cannot be stored.", nameof(value));
        if (value is not IStoreItem item)
            return new StoredItem(json, "*");

        foreach (var name in json.Select(property => property.Key).Where(IsETag).ToList())
            json.Remove(name);
        return new StoredItem(json, item.ETag);
    }

    private static bool IsETag(string name) => string.Equals(name, ETagName, StringComparison.OrdinalIgnoreCase);
}
