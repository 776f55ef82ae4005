using CoachBot.BotBuilder.Turns;

namespace CoachBot.Tests.BotBuilder.Turns;

public sealed class OutboxTests
{
    private readonly TurnEngineFixture _coach = new();

    [Fact]
    public async Task A_reply_that_was_saved_before_a_crash_leaves_with_the_next_turn_and_before_its_replies()
    {
        _coach.Push.Answer = _ => throw new IOException("killed between commit and send");
        await _coach.SayAsync("hello");

        var restarted = new TurnEngineFixture(_coach.Storage);
        await restarted.SayAsync("again");

        Assert.Equal(["1: hello", "2: again"], restarted.Push.Delivered);
    }

    [Fact]
    public async Task A_reply_whose_arrival_is_unknown_is_not_repeated()
    {
        _coach.Push.Answer = _ => DeliveryResult.Unknown;
        await _coach.SayAsync("hello");
        _coach.Push.Answer = _ => DeliveryResult.Sent;

        await _coach.SayAsync("again");

        Assert.Equal(["1: hello", "2: again"], _coach.Push.Delivered);
    }

    [Fact]
    public async Task A_reply_the_channel_wants_later_holds_back_those_behind_it()
    {
        _coach.Push.Answer = _ => DeliveryResult.Later;
        await _coach.SayAsync("one");
        await _coach.SayAsync("two");
        Assert.Empty(_coach.Push.Delivered);

        _coach.Push.Answer = _ => DeliveryResult.Sent;
        await _coach.SayAsync("three");

        Assert.Equal(["1: one", "2: two", "3: three"], _coach.Push.Delivered);
    }

    [Fact]
    public async Task A_reply_the_channel_refuses_does_not_stop_the_next()
    {
        _coach.Push.Answer = reply => reply.Text.EndsWith("one", StringComparison.Ordinal) ? DeliveryResult.Refused : DeliveryResult.Sent;

        await _coach.SayAsync("one");
        await _coach.SayAsync("two");

        Assert.Equal(["2: two"], _coach.Push.Delivered);
    }

    [Fact]
    public async Task After_an_orderly_shutdown_nothing_is_sent_twice()
    {
        await _coach.SayAsync("hello");
        await _coach.Engine.DisposeAsync();

        var restarted = new TurnEngineFixture(_coach.Storage);
        await restarted.SayAsync("again");

        Assert.Equal(["2: again"], restarted.Push.Delivered);
    }

    [Fact]
    public async Task Conversations_that_leave_memory_are_not_answered_twice()
    {
        var coach = new TurnEngineFixture(options: new TurnOptions { MaxCachedBytes = 0 });
        await coach.SayAsync("hello", conversation: "c1");
        await coach.SayAsync("hello", conversation: "c2");
        await coach.SayAsync("again", conversation: "c1");

        Assert.Equal(["1: hello", "1: hello", "2: again"], coach.Push.Delivered);
    }

    [Fact]
    public async Task What_one_conversation_learns_of_a_runner_another_knows()
    {
        await _coach.SayAsync("user here", conversation: "c1");
        await _coach.SayAsync("user there", conversation: "c2");
        await _coach.SayAsync("who am I", conversation: "c3");

        Assert.Equal("all 2", _coach.Push.Delivered[^1]);
    }

    [Fact]
    public async Task A_change_of_the_runner_that_could_not_be_stored_is_not_lost_and_not_done_twice()
    {
        _coach.Storage.BeforeWrite = changes =>
            changes.ContainsKey("push/users/ana") ? throw new IOException("killed between the two writes") : Task.CompletedTask;
        await _coach.SayAsync("user one");

        var restarted = new TurnEngineFixture(_coach.Storage.Inner);
        await restarted.SayAsync("user two");
        var third = new TurnEngineFixture(_coach.Storage.Inner);
        await third.SayAsync("who am I");

        Assert.Equal("all 2", third.Push.Delivered[^1]);
    }

    [Fact]
    public async Task A_runner_changed_from_two_processes_keeps_both_changes()
    {
        await _coach.SayAsync("user one", conversation: "c1");
        var other = new TurnEngineFixture(_coach.Storage.Inner);
        await other.SayAsync("user two", conversation: "c2");

        await _coach.SayAsync("who am I", conversation: "c1");
        await new TurnEngineFixture(_coach.Storage.Inner).SayAsync("user three", conversation: "c3");
        _coach.Time.Advance(TimeSpan.FromMinutes(1));
        await _coach.SayAsync("who am I", "again", conversation: "c1");

        Assert.Equal("all 3", _coach.Push.Delivered[^1]);
    }
}
