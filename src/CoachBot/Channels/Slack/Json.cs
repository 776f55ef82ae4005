using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoachBot.Channels.Slack;

/// <summary>Reads Slack's JSON, where any field may be missing or of another kind than expected.</summary>
internal static class Json
{
    /// <summary>The text at a path; null when it is missing, empty, or no text.</summary>
    public static string? Text(JsonNode? node, params ReadOnlySpan<string> path) =>
        At(node, path) is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    public static bool IsTrue(JsonNode? node, string name) => At(node, name) is JsonValue value && value.TryGetValue(out bool flag) && flag;

    public static JsonObject? Object(JsonNode? node, params ReadOnlySpan<string> path) => At(node, path) as JsonObject;

    public static IEnumerable<JsonObject> Objects(JsonNode? node, params ReadOnlySpan<string> path) =>
        (At(node, path) as JsonArray)?.OfType<JsonObject>() ?? [];

    /// <summary>An object written in a text; null when it is none.</summary>
    public static JsonObject? Parse(string? written)
    {
        try
        {
            return written is null ? null : JsonNode.Parse(written) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonNode? At(JsonNode? node, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            node = (node as JsonObject)?[name];
        return node;
    }
}
