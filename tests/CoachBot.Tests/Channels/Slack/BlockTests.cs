using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Channels.Slack.Blocks;
using CsCheck;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>Replies as blocks: within every limit, and with every word.</summary>
public sealed class BlockTests
{
    [Theory]
    [InlineData("a < b & c > d", "a &lt; b &amp; c &gt; d")]
    [InlineData("**bold** and *it* and _too_", "*bold* and _it_ and _too_")]
    [InlineData("__bold__ ~~gone~~ `a<b`", "*bold* ~gone~ `a&lt;b`")]
    [InlineData("- one\n- two", "• one\n• two")]
    [InlineData("# Head\ntext", "*Head*\ntext")]
    [InlineData("[the *study*](https://doi.org/10.1/a_b)", "<https://doi.org/10.1/a_b|the *study*>")]
    [InlineData("snake_case_stays and 2 * 3 * 4", "snake_case_stays and 2 * 3 * 4")]
    [InlineData(@"\*no\* \<b\>", "*no* &lt;b&gt;")]
    [InlineData("```json\n{ \"a\": \"**b**\" }\n```", "```\n{ \"a\": \"**b**\" }\n```")]
    [InlineData("[not](javascript:alert(1)) a link", "[not](javascript:alert(1)) a link")]
    public void Markdown_becomes_Slacks_markup(string markdown, string mrkdwn)
    {
        Assert.Equal(mrkdwn, Mrkdwn.FromMarkdown(markdown));
    }

    [Fact]
    public void Any_reply_keeps_to_the_limits()
    {
        string[] fixedTexts = ["", "short", new('x', 40_000), string.Concat(Enumerable.Repeat("🏃‍♀️", 2_000)), "```\n" + new string('c', 20_000) + "\n```"];
        const string Letters = "abc  \n\n*_<&`é\u2028";
        var letters = Gen.Int[0, Letters.Length - 1].Array[0, 14_000].Select(indexes => string.Concat(indexes.Select(i => Letters[i])));
        var text = Gen.Int[0, 9].SelectMany(i => i < fixedTexts.Length ? Gen.Const(fixedTexts[i]) : letters);
        var buttons = Gen.Select(Gen.Int[0, 120], Gen.Int[1, 2_500], (title, value) => new CardAction(ActionTypes.ImBack, new string('t', title), value: new string('v', value))).List[0, 120];

        Gen.Select(text, buttons, text).Sample(
            (said, offered, inCard) =>
            {
                var card = new HeroCard(title: said, text: inCard, images: [new CardImage("https://x.example/a.png", inCard)], buttons: offered);
                var reply = Reply(said);
                reply.Attachments = [card.ToAttachment(), new Attachment("image/png", "https://x.example/b.png", name: inCard)];
                reply.SuggestedActions = new SuggestedActions(actions: offered);
                foreach (var message in MessageBlocks.Of(reply))
                    SlackLimits.Check(message.Text, message.Blocks);
            },
            iter: 60);
    }

    [Fact]
    public void A_long_text_is_divided_at_paragraphs_and_nothing_of_it_is_lost()
    {
        var paragraphs = Enumerable.Range(0, 60).Select(i => $"Paragraph {i}. {string.Concat(Enumerable.Repeat("Words and more words. ", 20))}".Trim()).ToList();

        var messages = MessageBlocks.Of(Reply(string.Join("\n\n", paragraphs)));

        Assert.InRange(messages.Count, 2, 6);
        var sections = messages.SelectMany(message => message.Blocks).Select(block => (string)block!["text"]!["text"]!);
        Assert.Equal(paragraphs, sections.SelectMany(section => section.Split("\n\n")));
    }

    [Fact]
    public void Long_code_is_code_in_every_piece()
    {
        var messages = MessageBlocks.Of(Reply("All of it:\n\n```json\n" + string.Join('\n', Enumerable.Range(0, 900).Select(i => $"  \"line{i}\": {i},")) + "\n```"));

        var pieces = messages.SelectMany(message => message.Blocks).Select(block => (string)block!["text"]!["text"]!).Skip(1).ToList();
        Assert.True(pieces.Count > 3);
        Assert.All(pieces, piece => Assert.True(piece.StartsWith("```\n", StringComparison.Ordinal) && piece.EndsWith("\n```", StringComparison.Ordinal)));
    }

    [Fact]
    public void Buttons_stand_last_and_many_become_a_menu()
    {
        var few = MessageBlocks.Of(Reply("Sore?", "0", "5", "10"))[^1].Blocks;
        var many = MessageBlocks.Of(Reply("Sore?", [.. Enumerable.Range(0, 11).Select(i => $"{i}")]))[^1].Blocks;

        Assert.Equal(["0", "5", "10"], SlackBlocks.Elements(few).Select(button => (string)button["value"]!));
        var menu = Assert.Single(SlackBlocks.Elements(many));
        Assert.Equal(("static_select", 11), ((string)menu["type"]!, menu["options"]!.AsArray().Count));
    }

    [Fact]
    public void A_picture_is_an_image_block_with_its_words()
    {
        var reply = Reply("Your week");
        reply.Attachments = [new Attachment("image/png", "https://coach.example/pictures/abc?sig=1", name: "Soreness fell from 6 to 3"), new Attachment("image/png", "data:image/png;base64,AAAA", name: "No address")];

        var blocks = Assert.Single(MessageBlocks.Of(reply)).Blocks;

        Assert.Equal("https://coach.example/pictures/abc?sig=1", (string)blocks[1]!["image_url"]!);
        Assert.Equal("Soreness fell from 6 to 3", (string)blocks[1]!["alt_text"]!);
        Assert.Equal("No address", (string)blocks[2]!["text"]!["text"]!);
    }

    [Fact]
    public void An_escape_is_never_cut_in_two()
    {
        Assert.Equal("aaaaaaaa…", Block.Cut("aaaaaaaa&amp;bbbb", 12));
        Assert.Equal("aaaaaaa…", Block.Cut("aaaaaaa😀bb", 9));
    }

    [Fact]
    public void A_window_keeps_to_the_limits_of_windows()
    {
        var inputs = Enumerable.Range(0, 30).Select(i => (JsonNode)new JsonObject
        {
            ["type"] = i % 2 == 0 ? "Input.Text" : "Input.Number",
            ["id"] = $"f{i}",
            ["label"] = new string('l', 2_500),
            ["placeholder"] = new string('p', 400),
            ["min"] = 0,
            ["max"] = i % 3 == 0 ? 10 : 200,
            ["errorMessage"] = new string('e', 2_500),
        });
        var card = new JsonObject
        {
            ["body"] = new JsonArray([new JsonObject { ["type"] = "TextBlock", ["style"] = "heading", ["text"] = "A heading that is far too long for a window" }, .. inputs]),
            ["actions"] = new JsonArray(new JsonObject { ["type"] = "Action.Submit", ["title"] = "Send it all to the coach now, please", ["data"] = new JsonObject { ["form"] = "x" } }),
        };

        var view = CardView.Modal(card, "D1");

        SlackLimits.CheckView(view);
        Assert.Equal(30, view["blocks"]!.AsArray().Count);
    }

    private static Activity Reply(string text, params string[] buttons)
    {
        var reply = MessageFactory.Text(text);
        reply.Id = "T1:D1|0000007";
        if (buttons.Length > 0)
            reply.SuggestedActions = new SuggestedActions(actions: [.. buttons.Select(button => new CardAction(ActionTypes.ImBack, button, value: button))]);
        return reply;
    }
}
