using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Tests.BotBuilder.Turns;

public sealed class TurnEngineTests
{
    private readonly TurnEngineFixture _coach = new();

    [Fact]
    public async Task A_second_turn_sees_what_the_first_saved()
    {
        await _coach.SayAsync("hello");
        await _coach.SayAsync("again");

        Assert.Equal(["1: hello", "2: again"], _coach.Push.Delivered);
    }

    [Fact]
    public async Task A_conversation_goes_on_in_another_process()
    {
        await _coach.SayAsync("hello");
        var other = new TurnEngineFixture(_coach.Storage);

        await other.SayAsync("again");

        Assert.Equal(["2: again"], other.Push.Delivered);
    }

    [Fact]
    public async Task An_activity_that_arrives_twice_changes_state_once_and_is_answered_once()
    {
        var first = await _coach.SayAsync("hello", "id-1");
        var second = await _coach.SayAsync("hello", "id-1");
        await _coach.SayAsync("again");

        Assert.Equal((TurnStatus.Done, TurnStatus.Duplicate), (first.Status, second.Status));
        Assert.Equal(["1: hello", "2: again"], _coach.Push.Delivered);
    }

    [Fact]
    public async Task A_duplicate_is_known_in_another_process_too()
    {
        await _coach.SayAsync("hello", "id-1");

        var outcome = await new TurnEngineFixture(_coach.Storage).SayAsync("hello", "id-1");

        Assert.Equal(TurnStatus.Duplicate, outcome.Status);
    }

    [Fact]
    public async Task A_warm_turn_costs_one_write_and_no_read()
    {
        await _coach.SayAsync("hello", channel: "logged");
        _coach.Storage.Reset();

        await _coach.SayAsync("again", channel: "logged");

        Assert.Equal((0, 1), (_coach.Storage.Reads, _coach.Storage.Writes));
    }

    [Fact]
    public async Task Nothing_leaves_before_the_state_is_saved()
    {
        _coach.Storage.BeforeWrite = _ =>
        {
            Assert.Empty(_coach.Push.Delivered);
            return Task.CompletedTask;
        };

        await _coach.SayAsync("hello");

        Assert.Equal(["1: hello"], _coach.Push.Delivered);
    }

    [Fact]
    public async Task When_the_save_fails_nothing_was_said_and_the_same_activity_can_come_again()
    {
        _coach.Storage.BeforeWrite = _ => throw new IOException("disk full");
        await Assert.ThrowsAsync<IOException>(() => _coach.SayAsync("hello"));
        Assert.Empty(_coach.Push.Delivered);

        _coach.Storage.BeforeWrite = null;
        await _coach.SayAsync("hello");

        Assert.Equal(["1: hello"], _coach.Push.Delivered);
    }

    [Fact]
    public async Task When_another_process_writes_first_the_turn_is_played_again_on_what_it_wrote()
    {
        await _coach.SayAsync("hello");
        var other = new TurnEngineFixture(_coach.Storage.Inner);
        _coach.Storage.BeforeWrite = async _ =>
        {
            _coach.Storage.BeforeWrite = null;
            await other.SayAsync("from elsewhere");
        };

        var turn = _coach.SayAsync("mine");
        while (!turn.IsCompleted)
        {
            _coach.Time.Advance(TimeSpan.FromSeconds(1));
            await Task.Yield();
        }

        await turn;
        Assert.Equal(["2: from elsewhere"], other.Push.Delivered);
        Assert.Equal(["1: hello", "3: mine"], _coach.Push.Delivered);
    }

    [Fact]
    public async Task Fifty_messages_at_once_are_taken_one_at_a_time_in_the_order_they_came()
    {
        await Task.WhenAll(Enumerable.Range(1, 50).Select(i => _coach.SayAsync($"m{i}")));

        Assert.Equal(Enumerable.Range(1, 50).Select(i => $"{i}: m{i}"), _coach.Push.Delivered);
    }

    [Fact]
    public async Task Beyond_the_limit_the_sender_is_told_to_come_back_later()
    {
        var coach = new TurnEngineFixture(options: new TurnOptions { MaxWaiting = 1 });
        var gate = new TaskCompletionSource();
        coach.OnTurn = _ => gate.Task;
        var first = coach.SayAsync("slow");

        var second = await coach.SayAsync("too many");
        gate.SetResult();
        await first;

        Assert.Equal(TurnStatus.Overloaded, second.Status);
        Assert.Equal(["1: slow"], coach.Push.Delivered);
    }

    [Fact]
    public async Task An_activity_without_a_conversation_or_of_an_unknown_channel_is_refused()
    {
        var nowhere = TurnEngineFixture.Message("hi", "1");
        nowhere.Conversation = null;

        await Assert.ThrowsAsync<ArgumentException>(() => _coach.Engine.ProcessAsync(nowhere));
        await Assert.ThrowsAsync<ArgumentException>(() => _coach.SayAsync("hi", channel: "fax"));
    }

    [Fact]
    public async Task An_invoke_that_is_repeated_gets_the_recorded_answer()
    {
        var count = 0;
        _coach.OnTurn = turn => turn.SendActivityAsync(new Activity
        {
            Type = ActivityTypesEx.InvokeResponse,
            Value = new InvokeResponse { Status = 200, Body = ++count },
        });

        var first = await _coach.SayAsync("tap", "tap-1");
        var second = await _coach.SayAsync("tap", "tap-1");

        Assert.Equal(1, count);
        Assert.Equal(200, first.InvokeResponse!.Status);
        Assert.Equal(200, second.InvokeResponse!.Status);
        Assert.Equal("1", second.InvokeResponse.Body.ToString());
    }

    [Fact]
    public async Task Who_expects_replies_gets_them_in_the_outcome_and_again_for_a_duplicate()
    {
        var message = TurnEngineFixture.Message("hi", "id-1");
        message.DeliveryMode = DeliveryModes.ExpectReplies;
        var again = TurnEngineFixture.Message("hi", "id-1");
        again.DeliveryMode = DeliveryModes.ExpectReplies;

        var first = await _coach.Engine.ProcessAsync(message);
        var second = await _coach.Engine.ProcessAsync(again);

        Assert.Equal(["1: hi"], first.Replies.Select(reply => reply.Text));
        Assert.Equal(["1: hi"], second.Replies.Select(reply => reply.Text));
        Assert.Empty(_coach.Push.Delivered);
    }
}
