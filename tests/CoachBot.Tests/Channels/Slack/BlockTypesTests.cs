using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>Slack's own types say whether blocks and views are well-formed.</summary>
public sealed class BlockTypesTests
{
    [Fact]
    public async Task Everything_the_coach_shows_in_every_language_is_of_Slacks_types_and_within_its_limits()
    {
        var shown = new JsonArray();
        foreach (var locale in new[] { "en-GB", "es-ES", "fr-FR", "de-DE", "pt-BR" })
        {
            await using var slack = await SlackHost.StartWithCoachAsync();
            slack.Slack.Locale = locale;
            await slack.SayAsync("hi", "Ev1");
            for (var i = 0; i < 3; i++)
                await slack.SayAsync(locale[..2] switch { "es" => "sí", "fr" => "oui", "de" => "ja", "pt" => "sim", _ => "yes" }, $"Ev2{i}");
            await slack.SayAsync("28 km, 2:40 h, RPE 7", "Ev3");
            await slack.SayAsync("5", "Ev4");
            foreach (var (i, said) in new[] { "?", "plan", "why", "more", "sources", "export", "help" }.Index())
                await slack.SayAsync(said, $"Ev5{i}");
            await slack.CommandAsync("", $"trigger-{locale}");
            await slack.SendEventAsync(SlackPayloads.Event(SlackPayloads.HomeOpened(), "Ev6"));

            foreach (var posted in slack.Slack.Posted)
            {
                SlackLimits.Check(posted.Text!, posted.Blocks);
                shown.Add(Item($"{locale} {posted.Text}", "Blocks", posted.Blocks));
            }

            foreach (var (method, type) in new[] { ("views.open", "ModalView"), ("views.publish", "HomeView") })
            {
                var view = Assert.Single(slack.Slack.CallsTo(method)).View;
                SlackLimits.CheckView(view);
                shown.Add(Item($"{locale} {type}", type, view));
            }
        }

        Assert.True(shown.Count > 40);
        Assert.Empty(await FaultsAsync(shown));
    }

    [Fact]
    public async Task Every_kind_of_block_is_of_Slacks_types_and_a_wrong_one_is_found()
    {
        var reply = MessageFactory.Text("**Text**");
        reply.Id = "T1:D1|0000001";
        reply.Attachments =
        [
            new HeroCard("Title", "Subtitle", "Text", [new CardImage("https://x.example/a.png", "a picture")], [new CardAction(ActionTypes.OpenUrl, "Open", value: "https://x.example")]).ToAttachment(),
            new Attachment("application/vnd.microsoft.card.adaptive", content: JsonNode.Parse("""
                {"type":"AdaptiveCard","body":[
                  {"type":"TextBlock","style":"heading","text":"Heading"},{"type":"TextBlock","isSubtle":true,"text":"small"},
                  {"type":"Container","separator":true,"items":[{"type":"TextBlock","weight":"Bolder","text":"Now"},{"type":"FactSet","facts":[{"title":"A","value":"1"}]}]},
                  {"type":"ColumnSet","columns":[{"type":"Column","items":[{"type":"Image","url":"https://x.example/b.png","altText":"b"}]}]}],
                 "actions":[{"type":"Action.Submit","title":"Why","data":{"say":"why"}},{"type":"Action.Execute","title":"More","data":{"say":"more"}},{"type":"Action.OpenUrl","title":"Site","url":"https://x.example"}]}
                """)!),
        ];
        reply.SuggestedActions = new SuggestedActions(actions: [.. Enumerable.Range(0, 12).Select(i => new CardAction(ActionTypes.ImBack, $"{i}", value: $"{i}"))]);
        var blocks = Assert.Single(MessageBlocks.Of(reply)).Blocks;
        SlackLimits.Check("x", blocks);
        var wrong = blocks.DeepClone().AsArray();
        wrong[0]!["text"]!["type"] = "markdown";

        var faults = await FaultsAsync(new JsonArray(Item("good", "Blocks", blocks), Item("wrong", "Blocks", wrong)));

        Assert.Equal(["section", "section", "section", "section", "image", "actions", "header", "context", "divider", "section", "image", "actions", "actions"], blocks.Select(block => (string)block!["type"]!));
        Assert.StartsWith("wrong: ", Assert.Single(faults), StringComparison.Ordinal);
    }

    private static JsonObject Item(string name, string type, JsonNode value) => new() { ["name"] = name, ["type"] = type, ["value"] = value.DeepClone() };

    private static async Task<IReadOnlyList<string>> FaultsAsync(JsonArray items)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        await File.WriteAllTextAsync(file, items.ToJsonString());
        try
        {
            var result = JsonNode.Parse(await NodeTests.RunAsync("slack-blocks.mjs", file))!;
            return [.. result["faults"]!.AsArray().Select(fault => (string)fault!)];
        }
        finally
        {
            File.Delete(file);
        }
    }
}
