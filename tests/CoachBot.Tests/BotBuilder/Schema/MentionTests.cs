using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder.Schema;

public sealed class MentionTests
{
    [Theory]
    [InlineData("<at>Coach</at> how far?", "how far?")]
    [InlineData("how far, <AT>Coach</AT>", "how far,")]
    [InlineData("nobody", "nobody")]
    public void The_bots_own_mention_is_taken_out(string text, string expected)
    {
        var message = Mentioning(text, "b1", "<at>Coach</at>");
        Assert.Equal(expected, message.RemoveRecipientMention());
        Assert.Equal(expected, message.Text);
    }

    [Fact]
    public void Mentions_of_others_stay()
    {
        var message = Mentioning("<at>Ada</at> and <at>Coach</at>", "u1", "<at>Ada</at>");
        message.Entities.Add(new Mention(new ChannelAccount("b1"), "<at>Coach</at>"));
        Assert.Equal("<at>Ada</at> and", message.RemoveRecipientMention());
    }

    [Fact]
    public void Without_a_text_of_its_own_a_mention_is_found_by_name() =>
        Assert.Equal("hi", Mentioning("<at>Coach</at> hi", "b1", null).RemoveMentionText("b1"));

    [Fact]
    public void Signs_in_a_name_are_no_pattern() =>
        Assert.Equal("hi", Mentioning("<at>Coach (v2)</at> hi", "b1", "<at>Coach (v2)</at>").RemoveMentionText("b1"));

    [Fact]
    public void Mentions_off_the_wire_are_found()
    {
        var message = Some.Message();
        message.Entities =
        [
            new Entity("MENTION") { Properties = new JsonObject { ["mentioned"] = new JsonObject { ["id"] = "b1" }, ["text"] = "@coach" } },
            new Entity("clientInfo"),
        ];
        var mention = Assert.Single(message.GetMentions());
        Assert.Equal(("b1", "@coach"), (mention.Mentioned.Id, mention.Text));
        Assert.True(message.MentionsRecipient());
        Assert.False(message.MentionsId("u1"));
    }

    [Fact]
    public void Without_entities_there_are_no_mentions() => Assert.Empty(Some.Message().GetMentions());

    [Fact]
    public void An_entity_takes_and_gives_a_shape()
    {
        var entity = new Entity();
        entity.SetAs(new Mention(new ChannelAccount("u1"), "@ada"));
        Assert.Equal("mention", entity.Type);
        Assert.Equal("u1", entity.GetAs<Mention>().Mentioned.Id);
    }

    [Fact]
    public void Entities_are_equal_when_their_json_is()
    {
        static Entity Make(string value) => new("x") { Properties = new JsonObject { ["a"] = value } };
        Assert.Equal(Make("1"), Make("1"));
        Assert.NotEqual(Make("1"), Make("2"));
        Assert.False(Make("1").Equals(null));
        Assert.Equal(Make("1").GetHashCode(), Make("1").GetHashCode());
    }

    private static Activity Mentioning(string text, string id, string piece)
    {
        var message = Some.Message(text);
        message.Entities = [new Mention(new ChannelAccount(id, "Coach"), piece)];
        return message;
    }
}
