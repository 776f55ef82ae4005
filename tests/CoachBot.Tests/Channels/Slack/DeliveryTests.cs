using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>How replies reach Slack when it is busy, silent or gone.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task A_channel_that_must_wait_waits_as_long_as_Slack_says_and_the_others_do_not()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Slack.Script("chat.postMessage", SlackStandIn.Status(429, retryAfter: "30"));
        var began = slack.Time.GetUtcNow();

        var first = slack.RunClockAsync(slack.SayAsync("one", "Ev1"));
        await slack.UntilAsync(() => slack.Slack.CallsTo("chat.postMessage").Count > 0);
        await slack.RunClockAsync(slack.SendEventAsync(SlackPayloads.Event(SlackPayloads.Message("two", null, "D2", "U2"), "Ev2")));
        await first;
        Assert.True(slack.Time.GetUtcNow() - began < TimeSpan.FromSeconds(30), "The test let the clock run too far.");
        Assert.Equal(["D1", "D2"], slack.Slack.Posted.Select(posted => posted.Channel));

        await slack.UntilAsync(() => slack.Slack.Posted.Count == 3);
        Assert.True(slack.Time.GetUtcNow() - began >= TimeSpan.FromSeconds(30));
        Assert.Equal("Echo: one", slack.Slack.Posted[2].Text);
    }

    [Theory]
    [InlineData("ok:false ratelimited")]
    [InlineData("503")]
    public async Task What_surely_had_no_effect_is_tried_again(string kind)
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Slack.Script("chat.postMessage", kind == "503" ? SlackStandIn.Status(503) : SlackStandIn.Error("ratelimited"));

        await slack.RunClockAsync(slack.SayAsync("hi", "Ev1"));
        await slack.UntilAsync(() => slack.Slack.Posted.Count == 2);

        Assert.All(slack.Slack.Posted, posted => Assert.Equal("Echo: hi", posted.Text));
    }

    [Theory]
    [InlineData("silence")]
    [InlineData("break")]
    [InlineData("500")]
    [InlineData("internal_error")]
    public async Task What_may_have_arrived_is_not_sent_again(string kind)
    {
        await using var slack = await SlackHost.StartAsync(null, "--Slack:CallTimeoutS=0.3");
        slack.Slack.Script("chat.postMessage", kind switch
        {
            "silence" => SlackStandIn.Silence(),
            "break" => SlackStandIn.Break(),
            "500" => SlackStandIn.Status(500),
            _ => SlackStandIn.Error("internal_error"),
        });

        await slack.SayAsync("one", "Ev1");
        await slack.SayAsync("two", "Ev2");

        Assert.Equal(["Echo: one", "Echo: two"], slack.Slack.Posted.Select(posted => posted.Text));
    }

    [Fact]
    public async Task What_may_be_repeated_is_asked_again_after_a_broken_connection()
    {
        await using var slack = await SlackHost.StartAsync();
        slack.Slack.Script("conversations.open", SlackStandIn.Break());

        await slack.RunClockAsync(slack.CommandAsync("hi"));
        await slack.UntilAsync(() => slack.Slack.Posted.Count > 0);

        Assert.Equal(2, slack.Slack.CallsTo("conversations.open").Count);
        Assert.Equal("Echo: hi", Assert.Single(slack.Slack.Posted).Text);
    }

    [Theory]
    [InlineData("channel_not_found", true)]
    [InlineData("account_inactive", true)]
    [InlineData("is_archived", true)]
    [InlineData("invalid_blocks", false)]
    public async Task Ok_false_is_an_error_and_the_bot_hears_when_nothing_arrives_any_more(string error, bool isEnd)
    {
        var heard = new List<string>();
        await using var slack = await SlackHost.StartAsync(new DelegateBot(async turn =>
        {
            heard.Add(turn.Activity.Type);
            await turn.SendActivityAsync("reply");
        }));
        slack.Slack.Script("chat.postMessage", SlackStandIn.Error(error), SlackStandIn.Error(error));

        await slack.SayAsync("hi", "Ev1");
        if (isEnd)
            await slack.UntilAsync(() => heard.Count > 1);

        Assert.Equal(isEnd ? [ActivityTypes.Message, ActivityTypes.EndOfConversation] : [ActivityTypes.Message], heard);
    }

    [Fact]
    public async Task A_message_that_was_sent_is_changed_and_taken_back_by_Slacks_own_id()
    {
        var id = "";
        await using var slack = await SlackHost.StartAsync(new DelegateBot(async turn =>
        {
            if (turn.Activity.Text == "one")
                id = (await turn.SendActivityAsync("thinking")).Id;
            else if (turn.Activity.Text == "two")
                await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = id, Text = "done" });
            else
                await turn.DeleteActivityAsync(id);
        }));

        await slack.SayAsync("one", "Ev1");
        await slack.SayAsync("two", "Ev2");
        await slack.SayAsync("three", "Ev3");

        Assert.Equal("thinking", Assert.Single(slack.Slack.Posted).Text);
        var updated = Assert.Single(slack.Slack.CallsTo("chat.update"));
        Assert.Equal(("1764000000.000001", "done", "D1"), (updated.Form["ts"], updated.Text, updated.Channel));
        Assert.Equal("1764000000.000001", Assert.Single(slack.Slack.CallsTo("chat.delete")).Form["ts"]);
    }
}
