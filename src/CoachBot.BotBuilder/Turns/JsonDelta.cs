using System.Text;
using System.Text.Json.Nodes;

namespace CoachBot.BotBuilder.Turns;

/// <summary>
/// What changed from one JSON object to another, so that it can be done to a third: set, remove, or append to a list.
/// Two conversations of one runner may change the same document; each change then touches only what it changed.
/// </summary>
internal static class JsonDelta
{
    /// <summary>An array of <c>{"path":[…],"set":…}</c>, <c>{"path":[…],"append":[…]}</c> and <c>{"path":[…]}</c> (remove).</summary>
    public static JsonArray Between(JsonObject before, JsonObject after)
    {
        var changes = new JsonArray();
        AddChanges(changes, [], before, after);
        return changes;
    }

    /// <summary>Does the changes to <paramref name="target"/> in place. Parents that are missing are made.</summary>
    public static void Apply(JsonObject target, JsonArray changes)
    {
        foreach (var change in changes.OfType<JsonObject>())
        {
            var path = change["path"]!.AsArray().Select(step => step!.GetValue<string>()).ToArray();
            var parent = Descend(target, path.AsSpan(0, path.Length - 1));
            var name = path[^1];
            if (change.TryGetPropertyValue("set", out var value))
                parent[name] = value?.DeepClone();
            else if (change["append"] is JsonArray items)
                Append(parent, name, items);
            else
                parent.Remove(name);
        }
    }

    public static byte[] Write(JsonArray changes) => Encoding.UTF8.GetBytes(changes.ToJsonString());

    public static JsonArray Read(ReadOnlyMemory<byte> utf8Json) => JsonNode.Parse(utf8Json.Span)!.AsArray();

    private static void AddChanges(JsonArray changes, string[] path, JsonObject before, JsonObject after)
    {
        foreach (var (name, _) in before)
        {
            if (!after.ContainsKey(name))
                changes.Add(Change([.. path, name], null, null));
        }

        foreach (var (name, value) in after)
        {
            var known = before.TryGetPropertyValue(name, out var old);
            if (known && JsonNode.DeepEquals(old, value))
                continue;
            if (old is JsonObject oldObject && value is JsonObject newObject)
                AddChanges(changes, [.. path, name], oldObject, newObject);
            else if (old is JsonArray oldItems && value is JsonArray newItems && IsPrefix(oldItems, newItems))
                changes.Add(Change([.. path, name], "append", new JsonArray([.. newItems.Skip(oldItems.Count).Select(item => item?.DeepClone())])));
            else
                changes.Add(Change([.. path, name], "set", value?.DeepClone()));
        }
    }

    private static JsonObject Change(string[] path, string? action, JsonNode? value)
    {
        var change = new JsonObject { ["path"] = new JsonArray([.. path.Select(step => (JsonNode)step)]) };
        if (action is not null)
            change[action] = value;
        return change;
    }

    private static bool IsPrefix(JsonArray shorter, JsonArray longer)
    {
        if (shorter.Count == 0 || shorter.Count >= longer.Count)
            return false;
        for (var i = 0; i < shorter.Count; i++)
        {
            if (!JsonNode.DeepEquals(shorter[i], longer[i]))
                return false;
        }

        return true;
    }

    private static JsonObject Descend(JsonObject from, ReadOnlySpan<string> path)
    {
        foreach (var step in path)
        {
            if (from[step] is not JsonObject next)
                from[step] = next = [];
            from = next;
        }

        return from;
    }

    private static void Append(JsonObject parent, string name, JsonArray items)
    {
        if (parent[name] is not JsonArray list)
            parent[name] = list = [];
        foreach (var item in items)
            list.Add(item?.DeepClone());
    }
}
