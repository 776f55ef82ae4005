using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Tests.BotBuilder.Turns;

/// <summary>What a turn still owes is done although nobody takes a next turn.</summary>
public sealed class SweepTests
{
    private readonly TurnEngineFixture _coach = new(new MemoryStorage());

    [Fact]
    public async Task A_reply_the_channel_wanted_later_leaves_by_itself()
    {
        _coach.Push.Answer = _ => DeliveryResult.Later;
        await _coach.SayAsync("hello");
        await _coach.Engine.SweepAsync();
        Assert.Empty(_coach.Push.Delivered);

        _coach.Push.Answer = _ => DeliveryResult.Sent;
        await _coach.Engine.SweepAsync();
        await _coach.Engine.SweepAsync();

        Assert.Equal(["1: hello"], _coach.Push.Delivered);
        Assert.Equal(0, await WaitingAsync());
    }

    [Fact]
    public async Task What_a_killed_process_committed_another_sends_at_its_second_look()
    {
        _coach.Push.Answer = _ => throw new IOException("killed between commit and send");
        await _coach.SayAsync("hello");

        var other = new TurnEngineFixture(_coach.Storage.Inner);
        await other.Engine.SweepAsync();
        Assert.Empty(other.Push.Delivered);
        await other.Engine.SweepAsync();
        await other.Engine.SweepAsync();

        Assert.Equal(["1: hello"], other.Push.Delivered);
    }

    [Fact]
    public async Task A_change_of_the_runner_that_a_killed_process_owed_is_made()
    {
        _coach.Storage.BeforeWrite = changes =>
            changes.ContainsKey("push/users/ana") ? throw new IOException("killed between the two writes") : Task.CompletedTask;
        await _coach.SayAsync("user one");

        var other = new TurnEngineFixture(_coach.Storage.Inner);
        await other.Engine.SweepAsync();
        await other.Engine.SweepAsync();

        await other.SayAsync("who am I", conversation: "c2");
        Assert.Equal("all 1", other.Push.Delivered[^1]);
    }

    [Fact]
    public async Task A_reply_that_waited_a_day_is_not_sent_any_more()
    {
        _coach.Push.Answer = _ => DeliveryResult.Later;
        await _coach.SayAsync("hello");
        _coach.Time.Advance(TimeSpan.FromHours(25));
        await _coach.Engine.SweepAsync();

        _coach.Push.Answer = _ => DeliveryResult.Sent;
        await _coach.Engine.SweepAsync();

        Assert.Empty(_coach.Push.Delivered);
    }

    [Fact]
    public async Task A_conversation_that_owes_nothing_costs_a_sweep_nothing()
    {
        await _coach.SayAsync("hello");
        _coach.Storage.Reset();

        await _coach.Engine.SweepAsync();

        Assert.Equal((0, 0), (_coach.Storage.Reads, _coach.Storage.Writes));
    }

    private async Task<int> WaitingAsync() => await _coach.Storage.ListAsync("", waitingOnly: true).CountAsync();
}
