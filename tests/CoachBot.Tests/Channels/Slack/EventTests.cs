using System.Net;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;
using CoachBot.Channels.Slack;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>What is written in Slack, and what becomes of it.</summary>
public sealed class EventTests
{
    [Fact]
    public async Task A_direct_message_is_answered_there_and_the_request_with_an_empty_200()
    {
        await using var slack = await SlackHost.StartAsync();

        var response = await slack.SayAsync("ran 10k", "Ev1");

        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        var posted = Assert.Single(slack.Slack.Posted);
        Assert.Equal(("D1", "Echo: ran 10k", null, "Bearer xoxb-one"), (posted.Channel, posted.Text, posted.Thread, posted.Authorization));
    }

    [Fact]
    public async Task The_bot_sees_who_where_and_in_which_zone_and_language()
    {
        Activity? seen = null;
        await using var slack = await SlackHost.StartAsync(new DelegateBot(turn =>
        {
            seen = turn.Activity;
            return Task.CompletedTask;
        }));
        (slack.Slack.TimeZone, slack.Slack.Locale) = ("America/Sao_Paulo", "pt-BR");

        await slack.SayAsync("oi", "Ev1");

        Assert.Equal(("slack", "T1:D1", "T1:U1", "Ana R"), (seen!.ChannelId, seen.Conversation.Id, seen.From.Id, seen.From.Name));
        Assert.Equal(("America/Sao_Paulo", "pt-BR", false), (seen.LocalTimezone, seen.Locale, seen.Conversation.IsGroup));
    }

    [Fact]
    public async Task Who_Slack_does_not_know_is_answered_all_the_same()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Slack.Script("users.info", SlackStandIn.Error("user_not_found"));

        await slack.SayAsync("hi", "Ev1");

        Assert.Equal("Echo: hi", Assert.Single(slack.Slack.Posted).Text);
    }

    [Theory]
    [InlineData("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c")]
    [InlineData("see <https://x.example/a|the plan> and <https://y.example>", "see the plan and https://y.example")]
    [InlineData("<@U2|ben> in <#C2|runs> <!here>", "@ben in #runs here")]
    [InlineData(" ran\u00a010k ", "ran 10k")]
    public async Task What_was_typed_is_read_without_Slacks_markup(string text, string expected)
    {
        var seen = "";
        await using var slack = await SlackHost.StartAsync(new DelegateBot(turn =>
        {
            seen = turn.Activity.Text;
            return Task.CompletedTask;
        }));

        await slack.SayAsync(text, "Ev1");

        Assert.Equal(expected, seen);
    }

    [Fact]
    public async Task A_reply_stays_in_the_thread_of_what_it_answers_and_the_conversation_is_one()
    {
        var conversations = new List<string>();
        await using var slack = await SlackHost.StartAsync(new DelegateBot(async turn =>
        {
            conversations.Add(turn.Activity.Conversation.Id);
            await turn.SendActivityAsync($"Echo: {turn.Activity.Text}");
        }));

        await slack.SayAsync("a", "Ev1", thread: "1763.5");
        await slack.SayAsync("b", "Ev2");

        Assert.Equal(["1763.5", null], slack.Slack.Posted.Select(posted => posted.Thread));
        Assert.Single(conversations.Distinct());
    }

    [Theory]
    [InlineData("<@UCOACH> how was your run?")]
    [InlineData("hey <@UCOACH|coach>: what now")]
    public async Task A_mention_in_a_channel_is_a_group_message_without_the_coachs_name(string text)
    {
        Activity? seen = null;
        await using var slack = await SlackHost.StartAsync(new DelegateBot(async turn =>
        {
            seen = turn.Activity;
            await turn.SendActivityAsync("in private, please");
        }));

        await slack.SendEventAsync(SlackPayloads.Event(SlackPayloads.Mention(text, thread: "1763.5"), "Ev1"));

        Assert.Equal((true, "T1:C1"), (seen!.Conversation.IsGroup, seen.Conversation.Id));
        Assert.DoesNotContain("COACH", seen.Text, StringComparison.Ordinal);
        Assert.Equal(("C1", "1763.5"), (Assert.Single(slack.Slack.Posted).Channel, slack.Slack.Posted[0].Thread));
    }

    [Theory]
    [InlineData("""{"bot_id":"B1"}""")]
    [InlineData("""{"bot_profile":{"id":"B1"}}""")]
    [InlineData("""{"user":"UCOACH"}""")]
    [InlineData("""{"subtype":"message_changed"}""")]
    [InlineData("""{"subtype":"message_deleted"}""")]
    [InlineData("""{"subtype":"channel_join"}""")]
    [InlineData("""{"subtype":"bot_message"}""")]
    [InlineData("""{"channel":"C1","channel_type":"channel"}""")]
    [InlineData("""{"channel":"G1","channel_type":"mpim"}""")]
    [InlineData("""{"type":"reaction_added"}""")]
    public async Task What_no_one_wrote_to_the_coach_is_left_alone(string change)
    {
        await using var slack = await SlackHost.StartAsync();
        var message = SlackPayloads.Message("hi");
        foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            message[name] = value!.DeepClone();

        var response = await slack.SendEventAsync(SlackPayloads.Event(message, "Ev1"));

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(slack.Slack.Calls);
    }

    [Fact]
    public async Task A_file_with_a_word_is_a_message_with_an_attachment()
    {
        Activity? seen = null;
        await using var slack = await SlackHost.StartAsync(new DelegateBot(turn =>
        {
            seen = turn.Activity;
            return Task.CompletedTask;
        }));
        var message = SlackPayloads.Message("my watch");
        message["subtype"] = "file_share";
        message["files"] = new JsonArray(new JsonObject { ["mimetype"] = "image/png", ["name"] = "watch.png" });

        await slack.SendEventAsync(SlackPayloads.Event(message, "Ev1"));

        Assert.Equal(("my watch", "image/png"), (seen!.Text, Assert.Single(seen.Attachments).ContentType));
    }

    [Fact]
    public async Task An_event_that_comes_again_changes_nothing_and_is_answered_as_before()
    {
        await using var slack = await SlackHost.StartAsync();

        for (var i = 0; i < 4; i++)
            Assert.Equal(HttpStatusCode.OK, (await slack.SayAsync("once", "Ev1")).StatusCode);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => slack.SayAsync("together", "Ev2")));

        Assert.Equal(["Echo: once", "Echo: together"], slack.Slack.Posted.Select(posted => posted.Text));
    }

    [Fact]
    public async Task A_burst_is_answered_message_by_message_in_each_conversation()
    {
        await using var slack = await SlackHost.StartAsync();

        var events = from user in Enumerable.Range(1, 5)
                     from message in Enumerable.Range(1, 8)
                     select SlackPayloads.Event(SlackPayloads.Message($"{user}-{message}", null, $"D{user}", $"U{user}"), $"Ev{user}-{message}");
        var answers = await Task.WhenAll(events.Select(slack.SendEventAsync));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(40, slack.Slack.Posted.Select(posted => posted.Text).Distinct().Count());
        Assert.All(slack.Slack.Posted, posted => Assert.StartsWith($"Echo: {posted.Channel![1..]}-", posted.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_slow_turn_is_acknowledged_within_three_seconds_and_finished_after()
    {
        var (began, finish) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var slack = await SlackHost.StartAsync(new DelegateBot(async turn =>
        {
            began.SetResult();
            await finish.Task;
            await turn.SendActivityAsync("at last");
        }));

        var first = slack.SayAsync("slow", "Ev1");
        await began.Task;
        slack.Time.Advance(SlackTurns.Patience);

        Assert.Equal(HttpStatusCode.OK, (await first).StatusCode);
        Assert.True(SlackTurns.Patience < TimeSpan.FromSeconds(3));
        Assert.Empty(slack.Slack.Posted);

        // Slack did not see the answer in time and comes again; then the turn ends.
        var again = slack.SayAsync("slow", "Ev1");
        finish.SetResult();
        Assert.Equal(HttpStatusCode.OK, (await again).StatusCode);
        Assert.Equal("at last", Assert.Single(slack.Slack.Posted).Text);
    }

    [Fact]
    public async Task The_host_stops_only_when_what_it_acknowledged_is_done()
    {
        var (began, finish) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slack = await SlackHost.StartAsync(new DelegateBot(async turn =>
        {
            began.SetResult();
            await finish.Task;
            await turn.SendActivityAsync("at last");
        }));
        var acknowledged = slack.SayAsync("slow", "Ev1");
        await began.Task;
        slack.Time.Advance(SlackTurns.Patience);
        await acknowledged;

        var stopped = slack.Host.DisposeAsync().AsTask();
        Assert.False(stopped.IsCompleted);
        finish.SetResult();
        await stopped;

        Assert.Equal("at last", Assert.Single(slack.Slack.Posted).Text);
        await slack.Slack.DisposeAsync();
    }

    [Fact]
    public async Task Opening_the_conversation_for_the_first_time_is_greeted_once()
    {
        await using var slack = await SlackHost.StartAsync();

        await slack.SendEventAsync(SlackPayloads.Event(SlackPayloads.HomeOpened("messages"), "Ev1"));
        await slack.SendEventAsync(SlackPayloads.Event(SlackPayloads.HomeOpened("messages"), "Ev2"));

        Assert.Equal("Hello from the coach.", Assert.Single(slack.Slack.Posted).Text);
    }
}
