using System.Text.Json.Nodes;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>One message as it is posted.</summary>
/// <param name="Text">For notifications and screen readers: what the blocks say.</param>
internal sealed record SlackMessage(string Text, JsonArray Blocks);

/// <summary>Blocks in order, packed into as few messages as Slack's limits allow, broken between blocks.</summary>
internal sealed class BlockList
{
    /// <summary>Slack refuses messages above a limit that it does not document; this is well below it.</summary>
    public const int MessageChars = 9000;

    public const int MessageBlocks = 50;
    public const int ViewBlocks = 100;

    /// <summary>A longer text is cut in notifications anyway.</summary>
    private const int TextLimit = 3500;

    private readonly List<JsonObject> _blocks = [];

    public bool IsEmpty => _blocks.Count == 0;

    public void Add(JsonObject block) => _blocks.Add(block);

    public void AddText(string mrkdwn)
    {
        foreach (var piece in TextPieces.Of(mrkdwn))
            Add(Block.Section(piece));
    }

    public IReadOnlyList<SlackMessage> ToMessages()
    {
        var messages = new List<List<JsonObject>> { new() };
        var chars = 0;
        foreach (var block in _blocks)
        {
            var size = SizeOf(block);
            if (messages[^1].Count > 0 && (messages[^1].Count == MessageBlocks || chars + size > MessageChars))
            {
                messages.Add(TakeLooseEnd(messages[^1]));
                chars = messages[^1].Sum(SizeOf);
            }

            messages[^1].Add(block);
            chars += size;
        }

        return [.. messages.Where(blocks => blocks.Count > 0).Select(blocks => new SlackMessage(TextOf(blocks), new JsonArray([.. blocks])))];
    }

    public JsonArray ToView() => new([.. _blocks.Take(ViewBlocks)]);

    /// <summary>A heading belongs to what follows it.</summary>
    private static List<JsonObject> TakeLooseEnd(List<JsonObject> message)
    {
        var kept = message.FindLastIndex(block => Json.Text(block, "type") is not ("header" or "divider")) + 1;
        if (kept == 0)
            return [];
        var loose = message[kept..];
        message.RemoveRange(kept, message.Count - kept);
        return loose;
    }

    private static int SizeOf(JsonObject block) => Texts(block).Sum(text => text.Length);

    /// <summary>Where nothing is said but on buttons, what stands on those.</summary>
    private static string TextOf(IReadOnlyCollection<JsonObject> blocks)
    {
        var said = blocks.Where(block => Json.Text(block, "type") != "actions").SelectMany(Texts).ToList();
        return Block.Cut(string.Join("\n", said.Count > 0 ? said : blocks.SelectMany(Texts)), TextLimit);
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(Texts),
        JsonObject item when item["type"]?.ToString() is "mrkdwn" or "plain_text" => [item["text"]!.ToString()],
        JsonObject item => (item["alt_text"] is { } alt ? [alt.ToString()] : Enumerable.Empty<string>()).Concat(item.SelectMany(pair => Texts(pair.Value))),
        _ => [],
    };
}
