using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Channels.Terminal;

/// <summary>What a card says where cards cannot be shown.</summary>
internal static class AttachmentText
{
    /// <summary>Null when there is nothing to say.</summary>
    public static string? Of(Attachment attachment) => attachment.Content switch
    {
        HeroCard card => Lines(card.Title, card.Subtitle, card.Text),
        JsonObject json => Lines(Text(json, "title"), Text(json, "subtitle"), Text(json, "text")) ?? Text(json, "fallbackText") ?? Text(json, "speak"),
        _ => attachment.Name,
    };

    private static string? Lines(params string?[] lines)
    {
        var given = lines.Where(line => !string.IsNullOrWhiteSpace(line)).ToList();
        return given.Count == 0 ? null : string.Join(Environment.NewLine, given);
    }

    private static string? Text(JsonObject json, string name) => json[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
