using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoachBot.BotBuilder.Schema;

/// <summary>A JSON object as the dictionary that the serializer takes for extension data.</summary>
internal sealed class UnnamedProperties(JsonObject json) : IDictionary<string, JsonElement>
{
    public ICollection<string> Keys => [.. json.Select(property => property.Key)];

    public ICollection<JsonElement> Values => [.. json.Select(property => ToElement(property.Value))];

    public int Count => json.Count;

    public bool IsReadOnly => false;

    public JsonElement this[string key]
    {
        get => ToElement(json[key]);
        set => json[key] = ToNode(value);
    }

    public void Add(string key, JsonElement value) => this[key] = value;

    public void Add(KeyValuePair<string, JsonElement> item) => this[item.Key] = item.Value;

    public void Clear() => json.Clear();

    public bool Contains(KeyValuePair<string, JsonElement> item) => ContainsKey(item.Key);

    public bool ContainsKey(string key) => json.ContainsKey(key);

    public void CopyTo(KeyValuePair<string, JsonElement>[] array, int arrayIndex)
    {
        foreach (var item in this)
            array[arrayIndex++] = item;
    }

    public IEnumerator<KeyValuePair<string, JsonElement>> GetEnumerator() =>
        json.Select(property => KeyValuePair.Create(property.Key, ToElement(property.Value))).GetEnumerator();

    public bool Remove(string key) => json.Remove(key);

    public bool Remove(KeyValuePair<string, JsonElement> item) => Remove(item.Key);

    public bool TryGetValue(string key, out JsonElement value)
    {
        var found = json.TryGetPropertyValue(key, out var node);
        value = found ? ToElement(node) : default;
        return found;
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static JsonElement ToElement(JsonNode? node) => JsonSerializer.SerializeToElement(node, ActivityJson.Default.JsonNode);

    private static JsonNode? ToNode(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Object => JsonObject.Create(element),
        JsonValueKind.Array => JsonArray.Create(element),
        _ => JsonValue.Create(element),
    };
}
