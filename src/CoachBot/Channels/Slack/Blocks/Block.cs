using System.Text.Json.Nodes;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>Single blocks and elements of Block Kit, within its limits. Texts come in as mrkdwn, <see cref="Mrkdwn"/> escapes them.</summary>
internal static class Block
{
    public const int SectionLimit = 3000;
    public const int HeaderLimit = 150;
    public const int ButtonLimit = 75;
    public const int ValueLimit = 2000;
    public const int UrlLimit = 3000;
    public const int AltLimit = 2000;
    public const int OptionLimit = 75;
    public const int OptionValueLimit = 150;
    public const int MostOptions = 100;
    public const int MostElements = 25;

    public static JsonObject Section(string mrkdwn) => new() { ["type"] = "section", ["text"] = Text("mrkdwn", mrkdwn, SectionLimit) };

    public static JsonObject Header(string text) => new() { ["type"] = "header", ["text"] = Plain(text, HeaderLimit) };

    public static JsonObject Context(string mrkdwn) =>
        new() { ["type"] = "context", ["elements"] = new JsonArray(Text("mrkdwn", mrkdwn, SectionLimit)) };

    public static JsonObject Divider() => new() { ["type"] = "divider" };

    /// <summary>Slack takes no picture without words for those who do not see it.</summary>
    public static JsonObject Image(string url, string alt) =>
        new() { ["type"] = "image", ["image_url"] = url, ["alt_text"] = string.IsNullOrWhiteSpace(alt) ? "…" : Cut(alt, AltLimit) };

    public static JsonObject Actions(string blockId, IEnumerable<JsonObject> elements) =>
        new() { ["type"] = "actions", ["block_id"] = blockId, ["elements"] = new JsonArray([.. elements.Take(MostElements)]) };

    public static JsonObject Button(string actionId, string text, string value) =>
        new() { ["type"] = "button", ["action_id"] = actionId, ["text"] = Plain(text, ButtonLimit), ["value"] = value };

    public static JsonObject Link(string actionId, string text, string url) =>
        new() { ["type"] = "button", ["action_id"] = actionId, ["text"] = Plain(text, ButtonLimit), ["url"] = url };

    public static JsonObject Select(string actionId, IEnumerable<JsonObject> options, string? placeholder = null)
    {
        var select = new JsonObject { ["type"] = "static_select", ["action_id"] = actionId, ["options"] = new JsonArray([.. options.Take(MostOptions)]) };
        if (!string.IsNullOrEmpty(placeholder))
            select["placeholder"] = Plain(placeholder, HeaderLimit);
        return select;
    }

    public static JsonObject Option(string text, string value) => new() { ["text"] = Plain(text, OptionLimit), ["value"] = value };

    public static JsonObject Plain(string text, int limit) => Text("plain_text", text, limit);

    /// <summary>Shortened at a word where it is too long. No sign and no escape is cut in two.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
            return text;

        var end = text.LastIndexOf(' ', limit - 1);
        if (end < limit / 2)
            end = limit - 1;
        if (char.IsHighSurrogate(text[end - 1]))
            end--;
        var escape = text.LastIndexOf('&', end - 1, Math.Min(end, "&amp;".Length));
        if (escape >= 0 && text.IndexOf(';', escape) >= end)
            end = escape;
        return text[..end].TrimEnd() + "…";
    }

    private static JsonObject Text(string type, string text, int limit) => new() { ["type"] = type, ["text"] = Cut(text, limit) };
}
