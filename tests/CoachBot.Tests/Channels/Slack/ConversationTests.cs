using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CoachBot.Channels.Slack.Blocks;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>The coach itself, in Slack.</summary>
public sealed partial class ConversationTests
{
    [Fact]
    public async Task A_whole_check_in_by_text_ends_in_a_plan()
    {
        await using var slack = await SlackHost.StartWithCoachAsync();

        await MeetAsync(slack);
        await SayAsync(slack, "easy run, 10 km, 55 min, effort 4, soreness 2, slept 8 h well, energy 4, stress 4");

        var plan = slack.Slack.Posted[^1];
        Assert.Contains("Next hard session", plan.Text, StringComparison.Ordinal);
        Assert.Contains(plan.Elements, button => (string)button["text"]!["text"]! == "Why");
    }

    [Fact]
    public async Task A_whole_check_in_by_buttons_ends_in_the_same_plan_and_every_used_button_is_gone()
    {
        await using var slack = await SlackHost.StartWithCoachAsync();
        await MeetAsync(slack);
        await SayAsync(slack, "check in");
        await SayAsync(slack, "easy run 10 km");

        string[] answers = ["45 min", "4 · moderate", "2 · a little", "8 h", "4 · good", "Fresh"];
        foreach (var answer in answers)
        {
            var question = slack.Slack.Posted[^1];
            Assert.Equal(HttpStatusCode.OK, (await slack.PressAsync(question, answer)).StatusCode);
            var updated = slack.Slack.CallsTo("chat.update")[^1];
            Assert.Empty(updated.Elements);
            Assert.Contains(updated.Blocks, block => (string)block!["type"]! == "context" && block.ToJsonString().Contains(answer.Split(' ')[0], StringComparison.Ordinal));
        }

        Assert.Contains("Next hard session", slack.Slack.Posted[^1].Text, StringComparison.Ordinal);
        Assert.All(slack.Slack.Posted, posted => SlackLimits.Check(posted.Text!, posted.Blocks));
    }

    [Fact]
    public async Task A_whole_check_in_in_a_window_ends_in_a_plan()
    {
        await using var slack = await SlackHost.StartWithCoachAsync();
        await MeetAsync(slack);

        await slack.CommandAsync("");
        var view = Assert.Single(slack.Slack.CallsTo("views.open")).View;
        SlackLimits.CheckView(view);
        var response = await slack.InteractAsync(SlackPayloads.Submit(
            view, ("run", "easy 10 km, 55 min"), ("effort", "4"), ("soreness", "2"), ("site", null), ("sleep", "8"), ("sleep-quality", "4"), ("energy", "4"), ("stress", "4")));

        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Equal("D1", slack.Slack.Posted[^1].Channel);
        Assert.Contains("Next hard session", slack.Slack.Posted[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_window_with_a_wrong_number_says_what_is_expected_and_stays_open()
    {
        await using var slack = await SlackHost.StartWithCoachAsync();
        await MeetAsync(slack);
        await slack.CommandAsync("");
        var posted = slack.Slack.Posted.Count;

        var response = await slack.InteractAsync(SlackPayloads.Submit(slack.Slack.CallsTo("views.open")[0].View, ("sleep", "25"), ("run", "easy 10 km")));

        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync())!;
        Assert.Equal("errors", (string)answer["response_action"]!);
        Assert.Contains("between 0 and 20", (string)answer["errors"]!["sleep"]!, StringComparison.Ordinal);
        Assert.Equal(posted, slack.Slack.Posted.Count);
    }

    [Fact]
    public async Task The_form_button_of_a_question_opens_the_window_and_stays()
    {
        await using var slack = await SlackHost.StartWithCoachAsync();
        await MeetAsync(slack);
        await SayAsync(slack, "hello");

        await slack.PressAsync(slack.Slack.Posted[^1], "Form");

        Assert.Equal("Check-in", (string)Assert.Single(slack.Slack.CallsTo("views.open")).View["title"]!["text"]!);
        Assert.Empty(slack.Slack.CallsTo("chat.update"));
    }

    [Fact]
    public async Task Why_and_sources_of_a_plan_are_used_once_each_and_the_numbers_stay_the_same()
    {
        await using var slack = await SlackHost.StartWithCoachAsync();
        await MeetAsync(slack);
        await SayAsync(slack, "long run, 28 km in 2:40, effort 7, soreness 5 both quads, slept 6 h badly, energy 2, stress 4");
        var plan = slack.Slack.Posted[^1];

        await slack.PressAsync(plan, "Why");
        var why = slack.Slack.Posted[^1];
        await slack.PressAsync(plan, "Why");
        Assert.Same(why, slack.Slack.Posted[^1]);
        Assert.DoesNotContain(slack.Slack.CallsTo("chat.update")[^1].Elements, button => (string)button["text"]!["text"]! == "Why");

        await slack.PressAsync(plan, "More");
        var shown = plan.Text![Band().Match(plan.Text!).Index..];
        Assert.NotEmpty(Numbers(shown));
        var more = $"{why.Text}\n{slack.Slack.Posted[^1].Text}";
        Assert.True(!Numbers(shown).Except(Numbers(more)).Any(), $"{shown}\n\n--- and all of it:\n{more}");
    }

    [Fact]
    public async Task Two_buttons_of_one_question_pressed_at_once_are_one_answer()
    {
        await using var slack = await SlackHost.StartWithCoachAsync();
        await MeetAsync(slack);
        await SayAsync(slack, "check in");
        await SayAsync(slack, "easy run, 10 km, 55 min");
        var effort = slack.Slack.Posted[^1];
        var posted = slack.Slack.Posted.Count;

        await Task.WhenAll(slack.PressAsync(effort, "4 · moderate"), slack.PressAsync(effort, "6 · quite hard"), slack.PressAsync(effort, "4 · moderate"));

        Assert.Equal(posted + 1, slack.Slack.Posted.Count);
    }

    [Fact]
    public async Task In_a_channel_the_coach_invites_to_a_private_message_and_says_nothing_of_health()
    {
        await using var slack = await SlackHost.StartWithCoachAsync();
        await MeetAsync(slack);
        await SayAsync(slack, "easy run, 10 km, 55 min, effort 4, soreness 2, slept 8 h well, energy 4, stress 4");

        await slack.SendEventAsync(SlackPayloads.Event(SlackPayloads.Mention("<@UCOACH> show my plan"), "EvM"));

        var said = slack.Slack.Posted[^1];
        Assert.Equal("C1", said.Channel);
        Assert.Matches("privat", said.Text!);
        Assert.DoesNotMatch("soreness|session|Go:|Ease:", said.Text!);
    }

    [Fact]
    public async Task An_emergency_told_in_a_channel_is_answered_there()
    {
        await using var slack = await SlackHost.StartWithCoachAsync();

        await slack.SendEventAsync(SlackPayloads.Event(SlackPayloads.Mention("<@UCOACH> my chest feels tight and heavy, can't breathe"), "EvM"));

        Assert.Matches("112|999|911", slack.Slack.Posted[^1].Text!);
    }

    [Fact]
    public async Task A_command_typed_elsewhere_is_answered_privately_and_its_place_hears_only_that()
    {
        await using var slack = await SlackHost.StartWithCoachAsync();
        await MeetAsync(slack);

        await slack.CommandAsync("should I take an ice bath?", "t-1");

        Assert.Equal("D1", slack.Slack.Posted[^1].Channel);
        Assert.Contains("°C", slack.Slack.Posted[^1].Text, StringComparison.Ordinal);
        var response = Assert.Single(slack.Slack.Responses);
        Assert.Equal("ephemeral", (string)response["response_type"]!);
        Assert.DoesNotContain("bath", response.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_home_tab_shows_todays_band_the_next_check_in_and_settings_that_work()
    {
        await using var slack = await SlackHost.StartWithCoachAsync();
        await MeetAsync(slack);
        await slack.SendEventAsync(SlackPayloads.Event(SlackPayloads.HomeOpened(), "EvH1"));
        var before = Assert.Single(slack.Slack.CallsTo("views.publish"));
        SlackLimits.CheckView(before.View);
        Assert.Contains("No check-in yet today", before.View.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Europe/London", before.View.ToJsonString(), StringComparison.Ordinal);

        await SayAsync(slack, "easy run, 10 km, 55 min, effort 4, soreness 2, slept 8 h well, energy 4, stress 4");
        await slack.SendEventAsync(SlackPayloads.Event(SlackPayloads.HomeOpened(), "EvH2"));
        var after = slack.Slack.CallsTo("views.publish")[^1];
        Assert.Matches("Go: |Ease: ", after.View.ToJsonString());

        await slack.PressAsync(after, "Deutsch");
        Assert.Contains("Heute", slack.Slack.CallsTo("views.publish")[^1].View.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Deutsch", slack.Slack.Posted[^1].Text, StringComparison.Ordinal);
        await slack.PressAsync(slack.Slack.CallsTo("views.publish")[^1], "Check-in");
        Assert.Single(slack.Slack.CallsTo("views.open"));
    }

    [Fact]
    public async Task Beside_a_health_warning_the_home_tab_shows_no_plan()
    {
        await using var slack = await SlackHost.StartWithCoachAsync();
        await MeetAsync(slack);
        await SayAsync(slack, "easy run, 10 km, 55 min, effort 4, soreness 2, slept 8 h well, energy 4, stress 4");
        await SayAsync(slack, "my chest feels tight and heavy");

        await slack.SendEventAsync(SlackPayloads.Event(SlackPayloads.HomeOpened(), "EvH"));

        var home = slack.Slack.CallsTo("views.publish")[^1].View.ToJsonString();
        Assert.Contains("Hold: ", home, StringComparison.Ordinal);
        Assert.DoesNotMatch("Go: |Ease: ", home);
    }

    [Theory]
    [InlineData("es-ES", "Hoy")]
    [InlineData("fr-FR", "Aujourd")]
    [InlineData("de-DE", "Heute")]
    [InlineData("pt-BR", "Hoje")]
    public async Task The_home_tab_speaks_the_language_of_the_users_Slack(string locale, string word)
    {
        await using var slack = await SlackHost.StartWithCoachAsync();
        slack.Slack.Locale = locale;

        await slack.SendEventAsync(SlackPayloads.Event(SlackPayloads.HomeOpened(), "EvH"));

        Assert.Contains(word, Mrkdwn.Unescape(SlackTexts(slack.Slack.CallsTo("views.publish")[0].View)), StringComparison.Ordinal);
    }

    private static string SlackTexts(JsonObject view) =>
        string.Join('\n', view["blocks"]!.AsArray().Select(block => (string?)block!["text"]?["text"]));

    /// <summary>Through the first meeting, as shortly as can be.</summary>
    private static async Task MeetAsync(SlackHost slack)
    {
        foreach (var said in new[] { "hi", "yes", "cancel" })
            await SayAsync(slack, said);
    }

    private static int _said;

    private static Task<HttpResponseMessage> SayAsync(SlackHost slack, string text) => slack.SayAsync(text, $"Ev{Interlocked.Increment(ref _said)}");

    private static IEnumerable<string> Numbers(string text) => Number().Matches(text).Select(match => match.Value);

    [GeneratedRegex("(?:Go|Ease|Recover): ")]
    private static partial Regex Band();

    [GeneratedRegex(@"\d+(?:[.,:–]\d+)*")]
    private static partial Regex Number();
}
