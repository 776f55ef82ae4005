using System.Text.Json.Nodes;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>The limits of Block Kit, which its types do not tell.</summary>
internal static class SlackLimits
{
    private const int BlocksChars = 9_000;

    public static void Check(string text, JsonArray blocks)
    {
        Assert.InRange(text.Length, 1, 4_000);
        Assert.InRange(blocks.Count, 1, 50);
        CheckBlocks(blocks);
        Assert.InRange(Texts(blocks).Sum(each => each.Length), 0, BlocksChars);
    }

    public static void CheckView(JsonObject view)
    {
        var blocks = view["blocks"]!.AsArray();
        Assert.InRange(blocks.Count, 1, 100);
        Assert.InRange(view["private_metadata"]!.ToString().Length, 0, 3_000);
        if ((string)view["type"]! == "modal")
        {
            Within(view["title"], 24);
            Within(view["submit"], 24);
        }

        CheckBlocks(blocks);
    }

    private static void CheckBlocks(JsonArray blocks)
    {
        var ids = blocks.Select(block => (string?)block!["block_id"]).OfType<string>().ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.InRange(id.Length, 1, 255));
        foreach (var block in blocks.OfType<JsonObject>())
            CheckBlock(block);
    }

    private static void CheckBlock(JsonObject block)
    {
        switch ((string)block["type"]!)
        {
            case "section":
                Within(block["text"], 3_000);
                break;
            case "header":
                Within(block["text"], 150);
                break;
            case "context":
                Assert.InRange(block["elements"]!.AsArray().Count, 1, 10);
                break;
            case "image":
                Assert.InRange(block["image_url"]!.ToString().Length, 1, 3_000);
                Assert.InRange(block["alt_text"]!.ToString().Length, 1, 2_000);
                break;
            case "actions":
                var elements = block["elements"]!.AsArray();
                Assert.InRange(elements.Count, 1, 25);
                Assert.Equal(elements.Count, elements.Select(element => (string)element!["action_id"]!).Distinct().Count());
                foreach (var element in elements)
                    CheckElement(element!.AsObject());
                break;
            case "input":
                Within(block["label"], 2_000);
                Within(block["hint"], 2_000);
                CheckElement(block["element"]!.AsObject());
                break;
            case "divider":
                break;
            default:
                Assert.Fail($"A block of type {block["type"]} was not expected.");
                break;
        }
    }

    private static void CheckElement(JsonObject element)
    {
        Assert.InRange(element["action_id"]!.ToString().Length, 1, 255);
        Within(element["text"], 75);
        Within(element["placeholder"], 150);
        Assert.InRange(element["value"]?.ToString().Length ?? 0, 0, 2_000);
        Assert.InRange(element["url"]?.ToString().Length ?? 0, 0, 3_000);
        var options = element["options"]?.AsArray();
        Assert.InRange(options?.Count ?? 1, 1, 100);
        foreach (var option in options ?? [])
        {
            Within(option!["text"], 75);
            Assert.InRange(option["value"]!.ToString().Length, 1, 150);
        }
    }

    private static void Within(JsonNode? text, int limit)
    {
        if (text is not null)
            Assert.InRange(text["text"]!.ToString().Length, 1, limit);
    }

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(Texts),
        JsonObject item => item.Where(pair => pair.Key is "text" or "alt_text" && pair.Value is JsonValue).Select(pair => pair.Value!.ToString())
            .Concat(item.SelectMany(pair => Texts(pair.Value))),
        _ => [],
    };
}
