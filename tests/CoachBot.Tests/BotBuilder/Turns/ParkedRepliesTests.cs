using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Tests.BotBuilder.Turns;

/// <summary>Messages that wait for a person's decision.</summary>
public sealed class ParkedRepliesTests
{
    private readonly TurnEngineFixture _coach = new(new MemoryStorage());

    private ParkedReplies Parked => new(_coach.Storage);

    [Theory]
    [InlineData(DeliveryResult.Unknown, "unknown")]
    [InlineData(DeliveryResult.Refused, "refused")]
    public async Task What_no_channel_took_is_listed(DeliveryResult result, string status)
    {
        await ParkAsync(result);

        var reply = Assert.Single(await Parked.ListAsync().ToListAsync());

        Assert.Equal(("turns/push/c1#1", "push", status, "send"), (reply.Key, reply.Channel, reply.Status, reply.Kind));
        Assert.NotNull(reply.At);
    }

    [Fact]
    public async Task Sent_again_it_leaves_by_the_host_that_runs_and_is_listed_no_more()
    {
        await ParkAsync(DeliveryResult.Refused);
        _coach.Push.Answer = _ => DeliveryResult.Sent;

        Assert.True(await Parked.ResendAsync("turns/push/c1#1"));
        await _coach.Engine.SweepAsync();
        await _coach.Engine.SweepAsync();

        Assert.Equal(["1: hello"], _coach.Push.Delivered);
        Assert.Empty(await Parked.ListAsync().ToListAsync());
    }

    [Fact]
    public async Task Given_up_it_is_gone()
    {
        await ParkAsync(DeliveryResult.Refused);

        Assert.True(await Parked.DropAsync("turns/push/c1#1"));

        Assert.Empty(await Parked.ListAsync().ToListAsync());
    }

    [Theory]
    [InlineData("turns/push/c1#9")]
    [InlineData("turns/push/other#1")]
    [InlineData("nonsense")]
    public async Task What_is_not_there_is_not_sent(string key)
    {
        await ParkAsync(DeliveryResult.Refused);

        Assert.False(await Parked.ResendAsync(key));
    }

    private async Task ParkAsync(DeliveryResult result)
    {
        _coach.Push.Answer = _ => result;
        await _coach.SayAsync("hello");
        _coach.Push.Delivered.Clear();
    }
}
