using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Turns;
using CoachBot.Tests.BotBuilder.Turns;
using CoachBot.Tests.Support;
using Xunit.Abstractions;

namespace CoachBot.Tests.Reliability;

/// <summary>
/// A process that dies at a given moment of a turn, and another that finds what it left: storage and channel stay, memory is gone.
/// The channel repeats what was not acknowledged, as real ones do.
/// </summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private static readonly int Rounds = FullRun.Or(50, 1000);

    public enum Moment
    {
        BeforeLoad,
        BeforeCommit,
        AfterCommitBeforeSend,
        AfterSendBeforeMark,
    }

    [Theory]
    [InlineData(Moment.BeforeLoad, 0)]
    [InlineData(Moment.BeforeCommit, 0)]
    [InlineData(Moment.AfterCommitBeforeSend, 0)]
    [InlineData(Moment.AfterSendBeforeMark, 1)]
    public async Task No_message_is_lost_and_only_one_sent_but_not_marked_may_come_twice(Moment moment, int mostDoubled)
    {
        var (lost, doubled) = (0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var storage = new MemoryStorage();
            var arrived = new List<string>();
            var before = new TurnEngineFixture(storage);
            await before.SayAsync("before");
            arrived.AddRange(before.Push.Delivered);

            var dying = Dying(storage, moment, arrived);
            await DieAsync(dying);

            var next = new TurnEngineFixture(storage);
            await next.SayAsync("killed");
            await next.Engine.SweepAsync();
            await next.Engine.SweepAsync();
            await next.SayAsync("after");
            arrived.AddRange(next.Push.Delivered);

            foreach (var expected in (string[])["1: before", "2: killed", "3: after"])
            {
                var times = arrived.Count(text => text == expected);
                lost += times == 0 ? 1 : 0;
                doubled += Math.Max(0, times - 1);
            }

            Assert.Equal(3, arrived.Distinct().Count());
        }

        output.WriteLine($"{moment}: {Rounds} kills, {lost} lost, {doubled} doubled.");
        Assert.Equal(0, lost);
        Assert.True(doubled <= mostDoubled * Rounds);
    }

    private static TurnEngineFixture Dying(IStorage storage, Moment moment, List<string> arrived)
    {
        var dying = new TurnEngineFixture(storage);
        var commits = 0;
        if (moment == Moment.BeforeLoad)
            dying.Storage.BeforeRead = _ => throw new KilledException();
        dying.Storage.BeforeWrite = _ => moment == Moment.BeforeCommit || (++commits > 1 && moment == Moment.AfterSendBeforeMark)
            ? throw new KilledException()
            : Task.CompletedTask;
        dying.Push.Answer = reply =>
        {
            if (moment == Moment.AfterCommitBeforeSend)
                throw new KilledException();
            arrived.Add(reply.Text);
            return DeliveryResult.Sent;
        };
        return dying;
    }

    // The channel gets no acknowledgement, however far the turn came.
    private static async Task DieAsync(TurnEngineFixture coach)
    {
        try
        {
            await coach.SayAsync("killed");
        }
        catch (KilledException)
        {
        }
    }

    private sealed class KilledException : Exception;
}
