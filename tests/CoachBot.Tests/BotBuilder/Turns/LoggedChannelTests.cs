using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Tests.BotBuilder.Turns;

public sealed class LoggedChannelTests
{
    private readonly TurnEngineFixture _coach = new();

    [Fact]
    public async Task The_runners_own_message_is_published_first_and_the_reply_points_to_it()
    {
        var outcome = await _coach.SayAsync("hello", channel: "logged");

        var (own, reply) = (_coach.Logged.Published[0], _coach.Logged.Published[1]);
        Assert.Equal((1, 2), (own.Sequence, reply.Sequence));
        Assert.Equal(("c1|0000001", "hello"), (own.Activity.Id, own.Activity.Text));
        Assert.Equal(("c1|0000002", "1: hello", "c1|0000001"), (reply.Activity.Id, reply.Activity.Text, reply.Activity.ReplyToId));
        Assert.Equal("c1|0000001", outcome.ActivityId);
    }

    [Fact]
    public async Task What_the_client_put_into_channel_data_comes_back_to_it()
    {
        var message = TurnEngineFixture.Message("hello", "1", "logged");
        message.ChannelData = new JsonObject { ["clientActivityID"] = "abc" };

        await _coach.Engine.ProcessAsync(message, "abc");

        Assert.Contains("\"clientActivityID\":\"abc\"", System.Text.Encoding.UTF8.GetString(_coach.Logged.Published[0].Utf8Json.Span), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_log_survives_the_process_and_is_read_from_a_watermark_on()
    {
        await _coach.SayAsync("hello", channel: "logged");
        await _coach.SayAsync("again", channel: "logged");

        var log = await new TurnEngineFixture(_coach.Storage).Engine.ReadLogAsync("logged", "c1");

        Assert.Equal(4, log!.LastSequence);
        Assert.Equal(["again", "2: again"], log.Since(2).Select(entry => entry.Activity.Text));
    }

    [Fact]
    public async Task A_conversation_that_never_was_has_no_log()
    {
        Assert.Null(await _coach.Engine.ReadLogAsync("logged", "nobody"));
    }

    [Fact]
    public async Task The_log_keeps_only_the_newest_entries()
    {
        var coach = new TurnEngineFixture(options: new TurnOptions { MaxLogEntries = 4 });
        for (var i = 1; i <= 5; i++)
            await coach.SayAsync($"m{i}", channel: "logged");

        var log = await coach.Engine.ReadLogAsync("logged", "c1");

        Assert.Equal(["m4", "4: m4", "m5", "5: m5"], log!.Entries.Select(entry => entry.Activity.Text));
        Assert.Equal(10, log.LastSequence);
    }

    [Fact]
    public async Task A_reply_that_the_bot_changes_after_sending_stays_as_it_was_sent()
    {
        _coach.OnTurn = async turn =>
        {
            var reply = new Activity { Type = ActivityTypes.Message, Text = "as sent" };
            await turn.SendActivityAsync(reply);
            reply.Text = "changed";
        };

        await _coach.SayAsync("hello", channel: "logged");

        Assert.Equal("as sent", (await _coach.Engine.ReadLogAsync("logged", "c1"))!.Entries[1].Activity.Text);
    }

    [Fact]
    public async Task After_an_erasure_only_what_was_said_in_that_turn_is_left()
    {
        await _coach.SayAsync("my knee hurts", "id-1", "logged");
        _coach.OnTurn = turn =>
        {
            turn.TurnState.Get<IConversationEraser>().Erase();
            return Task.CompletedTask;
        };
        await _coach.SayAsync("forget me", channel: "logged");
        _coach.OnTurn = null;

        var kept = (StoredItem)(await _coach.Storage.ReadAsync(["turns/logged/c1"]))["turns/logged/c1"];
        Assert.DoesNotContain("knee", kept.Value.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(["2: forget me"], (await _coach.Engine.ReadLogAsync("logged", "c1"))!.Entries.Select(entry => entry.Activity.Text));
        await _coach.SayAsync("hello", channel: "logged");
        Assert.Equal("1: hello", _coach.Logged.Published[^1].Activity.Text);
    }

    [Fact]
    public async Task A_repeated_activity_is_answered_with_the_id_it_got_the_first_time()
    {
        var first = await _coach.SayAsync("hello", "key", "logged");
        var second = await _coach.SayAsync("hello", "key", "logged");

        Assert.Equal(first.ActivityId, second.ActivityId);
        Assert.Equal(2, _coach.Logged.Published.Count);
    }

    [Fact]
    public async Task An_event_we_sent_ourselves_to_speak_first_is_not_shown_as_the_runners()
    {
        var wake = TurnEngineFixture.Message("ping", "wake-1", "logged");
        wake.Type = ActivityTypes.Event;
        wake.RelatesTo = new ConversationReference();

        await _coach.Engine.ProcessAsync(wake);

        Assert.Equal(["1: ping"], _coach.Logged.Published.Select(entry => entry.Activity.Text));
    }
}
