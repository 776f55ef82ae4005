using CoachBot.BotBuilder.Dialogs.Choices;
using CoachBot.BotBuilder.Schema;
using ChannelIds = CoachBot.BotBuilder.Connector.Channels;

namespace CoachBot.Tests.BotBuilder.Dialogs;

public class ChoiceFactoryTests
{
    private static readonly List<Choice> Colors = [new("red"), new("green"), new("blue")];

    [Theory]
    [InlineData(1, "q: (1) c1")]
    [InlineData(2, "q: (1) c1 or (2) c2")]
    [InlineData(3, "q: (1) c1, (2) c2, or (3) c3")]
    [InlineData(4, "q: (1) c1, (2) c2, (3) c3, or (4) c4")]
    public void Inline_writes_the_choices_into_the_sentence(int count, string text) =>
        Assert.Equal(text, ChoiceFactory.Inline(Numbered(count), "q:").Text);

    [Fact]
    public void Inline_takes_its_words_from_the_options()
    {
        var options = new ChoiceFactoryOptions("; ", " o ", "; o ", includeNumbers: false);

        Assert.Equal("q: red; green; o blue", ChoiceFactory.Inline(Colors, "q:", null, options).Text);
        Assert.Equal(" red", ChoiceFactory.Inline([new Choice("red")], null, null, options).Text);
    }

    [Fact]
    public void A_list_has_one_choice_a_line()
    {
        Assert.Equal("q:\n\n   1. red\n   2. green\n   3. blue", ChoiceFactory.List(Colors, "q:").Text);
        Assert.Equal("\n\n   1. a", ChoiceFactory.List(["a"]).Text);
    }

    [Fact]
    public void A_list_without_numbers_has_dashes()
    {
        var options = new ChoiceFactoryOptions { IncludeNumbers = false };

        Assert.Equal("q:\n\n   - red\n   - green\n   - blue", ChoiceFactory.List(Colors, "q:", options: options).Text);
    }

    [Fact]
    public void Suggested_actions_say_the_value_back()
    {
        var activity = ChoiceFactory.SuggestedAction(Colors, "q:", null, ["user1"]);

        Assert.Equal("q:", activity.Text);
        Assert.Equal(InputHints.ExpectingInput, activity.InputHint);
        Assert.Equal(["user1"], activity.SuggestedActions!.To!);
        Assert.Equal(["red", "green", "blue"], activity.SuggestedActions.Actions!.Select(action => (string)action.Value!));
        Assert.All(activity.SuggestedActions.Actions!, action => Assert.Equal(ActionTypes.ImBack, action.Type));
    }

    [Fact]
    public void A_hero_card_holds_the_question_and_the_buttons()
    {
        var activity = ChoiceFactory.HeroCard(Colors, "q:");

        var card = Assert.IsType<HeroCard>(activity.Attachments!.Single().Content);
        Assert.Equal("q:", card.Text);
        Assert.Null(activity.Text);
        Assert.Equal(["red", "green", "blue"], card.Buttons!.Select(button => button.Title));
    }

    [Fact]
    public void The_action_of_a_choice_takes_the_place_of_its_value()
    {
        var choices = new List<Choice> { new("red") { Action = new CardAction(ActionTypes.PostBack, "Red button", value: "r") } };

        Assert.Equal(" (1) Red button", ChoiceFactory.Inline(choices).Text);
        Assert.Equal("r", ChoiceFactory.SuggestedAction(choices).SuggestedActions!.Actions!.Single().Value);
    }

    [Theory]
    [InlineData(ChannelIds.Emulator, 3, "suggested")]
    [InlineData(ChannelIds.Directline, 100, "suggested")]
    [InlineData(ChannelIds.Directline, 101, "list")]
    [InlineData(ChannelIds.DirectlineSpeech, 100, "suggested")]
    [InlineData(ChannelIds.Webchat, 4, "suggested")]
    [InlineData(ChannelIds.Telegram, 100, "suggested")]
    [InlineData(ChannelIds.Facebook, 10, "suggested")]
    [InlineData(ChannelIds.Facebook, 11, "list")]
    [InlineData(ChannelIds.Skype, 10, "suggested")]
    [InlineData(ChannelIds.Line, 13, "suggested")]
    [InlineData(ChannelIds.Line, 14, "hero")]
    [InlineData(ChannelIds.Line, 100, "list")]
    [InlineData(ChannelIds.Kik, 20, "suggested")]
    [InlineData(ChannelIds.Kik, 21, "list")]
    [InlineData(ChannelIds.Msteams, 3, "hero")]
    [InlineData(ChannelIds.Msteams, 50, "hero")]
    [InlineData(ChannelIds.Msteams, 51, "list")]
    [InlineData(ChannelIds.Slack, 3, "hero")]
    [InlineData(ChannelIds.Slack, 100, "hero")]
    [InlineData(ChannelIds.Cortana, 3, "hero")]
    [InlineData(ChannelIds.Sms, 3, "inline")]
    [InlineData(ChannelIds.Sms, 4, "list")]
    [InlineData("unknown", 2, "inline")]
    [InlineData(null, 2, "inline")]
    public void Each_channel_gets_what_it_shows_best(string? channelId, int count, string style) =>
        Assert.Equal(style, StyleOf(ChoiceFactory.ForChannel(channelId, Numbered(count), "q:")));

    [Theory]
    [InlineData("personal", 3, "suggested")]
    [InlineData("personal", 4, "hero")]
    [InlineData("groupChat", 3, "hero")]
    [InlineData("channel", 2, "hero")]
    public void Teams_has_suggested_actions_in_personal_chats_only(string conversationType, int count, string style) =>
        Assert.Equal(style, StyleOf(ChoiceFactory.ForChannel(ChannelIds.Msteams, Numbered(count), "q:", null, null, conversationType, null)));

    [Theory]
    [InlineData(ChannelIds.Emulator)]
    [InlineData(ChannelIds.Msteams)]
    [InlineData(ChannelIds.Sms)]
    public void Long_titles_make_a_list(string channelId) =>
        Assert.Equal("list", StyleOf(ChoiceFactory.ForChannel(channelId, [new Choice("a title of 21 letters")], "q:")));

    [Fact]
    public void A_choice_with_an_action_and_no_value_is_shown_by_its_title()
    {
        var choices = new List<Choice> { new() { Action = new CardAction("imBack", "title", value: "value") } };

        Assert.Equal(" (1) title", ChoiceFactory.ForChannel("test", choices).Text);
    }

    [Fact]
    public void No_choices_at_all_is_no_mistake()
    {
        Assert.Equal("q: ", ChoiceFactory.ForChannel("test", null, "q:").Text);
        Assert.Empty(ChoiceFactory.ToChoices(null));
    }

    private static List<Choice> Numbered(int count) => Enumerable.Range(1, count).Select(i => new Choice($"c{i}")).ToList();

    private static string StyleOf(IMessageActivity activity)
    {
        if (activity.SuggestedActions != null)
        {
            return "suggested";
        }

        if (activity.Attachments?.Count > 0)
        {
            return "hero";
        }

        return activity.Text!.Contains("\n\n", StringComparison.Ordinal) ? "list" : "inline";
    }
}
