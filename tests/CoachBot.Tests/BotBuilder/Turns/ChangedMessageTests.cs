using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Tests.BotBuilder.Turns;

public sealed class ChangedMessageTests
{
    private readonly TurnEngineFixture _coach = new();

    [Fact]
    public async Task A_message_can_be_changed_and_taken_back_in_a_later_turn_by_the_id_the_bot_was_told()
    {
        var id = (string)null;
        _coach.OnTurn = async turn => id = (await turn.SendActivityAsync("thinking")).Id;
        await _coach.SayAsync("one");

        var restarted = new TurnEngineFixture(_coach.Storage)
        {
            OnTurn = turn => turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = id, Text = "done" }),
        };
        await restarted.SayAsync("two");
        restarted.OnTurn = turn => turn.DeleteActivityAsync(id);
        await restarted.SayAsync("three");

        Assert.Equal(["channel-1 is now done", "2: two", "channel-1 is gone", "3: three"], restarted.Push.Delivered);
    }

    [Fact]
    public async Task What_was_sent_and_changed_in_one_turn_leaves_in_that_order()
    {
        _coach.OnTurn = async turn =>
        {
            var sent = await turn.SendActivityAsync("thinking");
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = sent.Id, Text = "done" });
        };

        await _coach.SayAsync("one");

        Assert.Equal(["thinking", "channel-1 is now done", "1: one"], _coach.Push.Delivered);
    }

    [Fact]
    public async Task A_message_that_came_from_the_channel_is_known_by_the_channels_id()
    {
        _coach.OnTurn = turn => turn.UpdateActivityAsync(new Activity(ActivityTypes.Message) { Id = "1700.42", Text = "done" });

        await _coach.SayAsync("one");

        Assert.Equal("1700.42 is now done", _coach.Push.Delivered[0]);
    }

    [Fact]
    public async Task What_clients_read_from_a_log_cannot_be_changed_and_the_turn_fails()
    {
        _coach.OnTurn = turn => turn.DeleteActivityAsync("c1|0000001");

        Assert.Equal(TurnStatus.Failed, (await _coach.SayAsync("one", channel: "logged")).Status);
    }
}
