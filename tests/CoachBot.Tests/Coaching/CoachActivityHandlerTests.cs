using System.Text;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Coaching;

public sealed class CoachActivityHandlerTests
{
    private const string CheckIn = "12k easy in 65 min, effort 4, legs 2/10, slept 8 good, energy 4, stress 4";

    [Fact]
    public async Task The_greeting_comes_once_per_conversation()
    {
        var chat = new CoachChat();

        Assert.Single(await chat.JoinAsync());
        Assert.Empty(await chat.JoinAsync());
        Assert.DoesNotContain("recovery coach", Text(await chat.SayAsync("10k easy, 50 min")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_runner_who_writes_first_is_told_who_answers_and_what_is_kept()
    {
        Assert.StartsWith("Hi, I'm your recovery coach.", Text(await new CoachChat().SayAsync("hello")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_greeted_when_only_the_coach_joined()
    {
        Assert.Empty(await new CoachChat().SendAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [new ChannelAccount("coach")] }));
    }

    [Fact]
    public async Task The_plan_comes_once_as_text_or_as_a_card_with_the_same_actions()
    {
        var text = Text(await new CoachChat().SayAsync(CheckIn));

        var reply = Assert.Single(await new CoachChat { Channel = "msteams" }.SayAsync(CheckIn));
        var card = (JsonObject)Assert.Single(reply.Attachments).Content;
        Assert.DoesNotContain("\n- ", reply.Text, StringComparison.Ordinal);

        Assert.Equal("1.5", card["version"]!.GetValue<string>());
        var shown = card.ToJsonString();
        Assert.All(text.Split('\n').Where(line => line.StartsWith("- ", StringComparison.Ordinal)),
            line => Assert.Contains(JsonValue.Create(line[(line.IndexOf(": ", StringComparison.Ordinal) + 2)..]).ToJsonString(), shown, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "stop")]
    [InlineData("es", "para")]
    [InlineData("fr", "stop")]
    [InlineData("de", "stopp")]
    [InlineData("pt", "para")]
    public async Task A_doubtful_stop_is_asked_about_with_two_buttons(string locale, string stop)
    {
        var chat = new CoachChat { Locale = locale };
        await chat.SayAsync("10k");

        var buttons = Assert.Single(await chat.SayAsync(stop)).SuggestedActions.Actions;

        Assert.Equal(2, buttons.Count);
        Assert.Contains(Text(await chat.SayAsync((string)buttons[0].Value)), CoachChat.Words.Phrases.All(locale, "cancelled"));
    }

    [Fact]
    public async Task A_range_is_taken_by_its_middle_and_said_so()
    {
        Assert.Contains("I take the middle of 5-6h: 5.5.", Text(await new CoachChat().SayAsync("10k easy, slept 5-6h")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_without_cards_gets_text_alone()
    {
        Assert.Null(Assert.Single(await new CoachChat { Channel = "sms" }.SayAsync(CheckIn)).Attachments);
    }

    [Theory]
    [InlineData("I have chest pain")]
    [InlineData("how sore are my legs after 30k")]
    [InlineData("delete my data")]
    public async Task In_a_group_nothing_about_health_is_asked_or_shown(string text)
    {
        var chat = new CoachChat { IsGroup = true };

        var reply = Text(await chat.SayAsync(text));

        Assert.True(reply.Contains("privately", StringComparison.Ordinal) || reply.Contains("private message", StringComparison.Ordinal) || reply.Contains("999", StringComparison.Ordinal), reply);
    }

    [Fact]
    public async Task Deleting_leaves_nothing_of_the_runner_in_the_storage()
    {
        var chat = new CoachChat();
        await chat.SayAsync("my left calf is sore, I take apixaban");
        await chat.SayAsync(CheckIn);
        await chat.SayAsync("delete my data");

        await chat.SayAsync("yes");

        var left = await StoredAsync(chat);
        Assert.DoesNotContain("apixaban", left, StringComparison.Ordinal);
        Assert.DoesNotContain("legs 2/10", left, StringComparison.Ordinal);
        Assert.DoesNotContain("history", left, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Anything_but_a_clear_yes_deletes_nothing()
    {
        var chat = new CoachChat();
        await chat.SayAsync(CheckIn);
        await chat.SayAsync("delete my data");

        Assert.Equal("OK, nothing was deleted.", Text(await chat.SayAsync("no")));
        Assert.Contains("1 check-in", Text(await chat.SayAsync("what do you know about me")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_holds_no_sentence_of_the_coach_and_no_type_name()
    {
        var chat = new CoachChat();
        await chat.JoinAsync();
        await chat.SayAsync("10k easy, 50 min");

        var state = (JsonObject)JsonNode.Parse(await StoredAsync(chat, "turns/"))!["state"];

        Assert.DoesNotContain("How hard", state.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("CoachBot.", state.ToJsonString(), StringComparison.Ordinal);
        Assert.DoesNotContain("$type", state.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_messages_make_the_same_replies()
    {
        var (first, second) = (new CoachChat(), new CoachChat());
        foreach (var text in new[] { "hi", "10k easy 50 min", "5", "asdf", "6", "both quads", "skip", "3", "2", "why", "more" })
            Assert.Equal((await first.SayAsync(text)).Select(TranscriptFile.Show), (await second.SayAsync(text)).Select(TranscriptFile.Show));
    }

    [Theory]
    [InlineData("\u0000\u0001\u0007")]
    [InlineData("   ")]
    [InlineData("🏃‍♀️💨🔥")]
    [InlineData("مرحبا كيف حالك اليوم")]
    [InlineData("<script>alert('x')</script>")]
    [InlineData("**[click](javascript:alert(1))**")]
    [InlineData("\ud800 broken surrogate")]
    public async Task Odd_text_gets_a_kind_reply_and_the_question_again(string text)
    {
        var chat = new CoachChat();
        await chat.JoinAsync();
        await chat.SayAsync("10k easy, 50 min");

        var reply = Text(await chat.SayAsync(text));

        Assert.Contains("0 to 10", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_kilobytes_are_answered_kindly_and_still_pass_the_safety_gate()
    {
        var noise = string.Concat(Enumerable.Repeat("la la la. ", 10_000));
        var chat = new CoachChat();

        Assert.Contains("Too long for me", Text(await chat.SayAsync(noise)), StringComparison.Ordinal);
        Assert.Contains("999", Text(await chat.SayAsync($"{noise} I have chest pain and my left arm is numb. {noise}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Red_flags_in_the_fields_of_a_card_are_read()
    {
        var reply = await new CoachChat().SubmitAsync(new JsonObject { ["form"] = "check-in", ["run"] = "chest pain during the run, left arm numb" });

        Assert.StartsWith("Stop here.", Text(reply), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_without_words_is_answered()
    {
        var reply = await new CoachChat().SendAsync(new Activity(ActivityTypes.Message) { Attachments = [new Attachment("image/png", "https://example.org/a.png")] });

        Assert.Contains("files", Text(reply), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Edits_and_reactions_change_nothing()
    {
        var chat = new CoachChat();
        await chat.JoinAsync();

        Assert.Contains("can't follow edits", Text(await chat.SendAsync(new Activity(ActivityTypes.MessageUpdate) { Text = "soreness 9" })), StringComparison.Ordinal);
        Assert.Empty(await chat.SendAsync(new Activity(ActivityTypes.MessageReaction) { ReactionsAdded = [new MessageReaction("like")] }));
        Assert.Empty(await chat.SendAsync(new Activity("somethingNew")));
    }

    private static string Text(IReadOnlyList<Activity> replies) => Assert.Single(replies).Text;

    private static async Task<string> StoredAsync(CoachChat chat, string prefix = "")
    {
        string[] keys = ["turns/webchat/c1", "webchat/users/runner", "webchat/conversations/c1"];
        var found = await chat.Storage.ReadAsync([.. keys.Where(key => key.StartsWith(prefix, StringComparison.Ordinal))], default);
        return string.Concat(found.Values.Cast<StoredItem>().Select(item => Encoding.UTF8.GetString(item.Utf8Json.Span)));
    }
}
