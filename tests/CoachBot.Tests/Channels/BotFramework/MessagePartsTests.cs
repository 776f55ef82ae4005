using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Channels.BotFramework.Outgoing;
using CsCheck;

namespace CoachBot.Tests.Channels.BotFramework;

public sealed class MessagePartsTests
{
    private static readonly string[] Words = ["stride", "Müdigkeit", "🏃🏽‍♀️", "\"quoted\"", "<b>", "\n\n", "\n", new('x', 700)];

    [Fact]
    public void A_small_message_is_left_as_it_is()
    {
        var message = MessageFactory.Text("short");

        Assert.Same(message, Assert.Single(MessageParts.Of(message)));
    }

    [Fact]
    public void Every_part_is_below_the_limit_and_no_word_is_lost() =>
        Gen.Int[0, Words.Length - 1].Array[1, 400].Select(picks => Array.ConvertAll(picks, pick => Words[pick])).Sample(words =>
        {
            var text = string.Join(' ', words);
            var parts = MessageParts.Of(MessageFactory.Text(text), limitBytes: 4096);

            return parts.All(part => ActivityJson.Write(part).Length <= 4096)
                && Squeeze(string.Concat(parts.Select(part => part.Text))) == Squeeze(text);
        });

    [Fact]
    public void Paragraphs_stay_together_where_they_can()
    {
        var paragraph = new string('a', 900);

        var parts = MessageParts.Of(MessageFactory.Text($"{paragraph}\n\n{paragraph}\n\n{paragraph}"), limitBytes: 1200);

        Assert.Equal([paragraph, paragraph, paragraph], parts.Select(part => part.Text));
    }

    [Fact]
    public void Words_go_first_then_each_card_and_the_buttons_come_with_the_last()
    {
        var message = MessageFactory.Text(new string('w', 3000));
        message.ReplyToId = "in-1";
        message.Attachments = [Card(3000), Card(3000)];
        message.SuggestedActions = new SuggestedActions(actions: [new CardAction(ActionTypes.ImBack, "Yes", value: "Yes")]);

        var parts = MessageParts.Of((Activity)message, limitBytes: 4096);

        Assert.Equal([true, false, false], parts.Select(part => part.Text is not null));
        Assert.Equal([0, 1, 1], parts.Select(part => part.Attachments?.Count ?? 0));
        Assert.Equal([false, false, true], parts.Select(part => part.SuggestedActions is not null));
        Assert.All(parts, part => Assert.Equal("in-1", part.ReplyToId));
    }

    private static Attachment Card(int size) =>
        new("application/vnd.microsoft.card.adaptive", content: new JsonObject { ["type"] = "AdaptiveCard", ["pad"] = new string('c', size) });

    private static string Squeeze(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
