using CoachBot.Channels.BotFramework;
using CoachBot.Channels.BotFramework.Outgoing;
using CsCheck;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Channels.BotFramework;

public sealed class RateBudgetTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 6, 30, 0, TimeSpan.Zero);
    private static readonly RateLimit[] Teams = [new(7, 1), new(8, 2), new(60, 30), new(1800, 3600)];

    [Fact]
    public void The_eighth_message_of_a_second_waits_for_the_next_and_the_ninth_for_the_one_after()
    {
        var budget = new RateBudget(Teams);

        var waits = Enumerable.Range(1, 9).Select(_ => (budget.Reserve(Start) - Start).TotalSeconds).ToArray();

        Assert.Equal([0, 0, 0, 0, 0, 0, 0, 1, 2], waits);
    }

    [Fact]
    public void No_window_ever_holds_more_than_its_limit() => Gen.Int[0, 900].Array[1, 300].Sample(gaps =>
    {
        var budget = new RateBudget(Teams);
        var now = Start;
        var calls = new List<DateTimeOffset>();
        foreach (var gap in gaps)
        {
            now = now.AddMilliseconds(gap);
            calls.Add(budget.Reserve(now));
        }

        return calls.SequenceEqual(calls.Order())
            && Teams.All(limit => calls.Index().Skip(limit.Count)
                .All(call => call.Item - calls[call.Index - limit.Count] >= TimeSpan.FromSeconds(limit.Seconds)));
    });

    [Fact]
    public void Who_is_told_to_pause_makes_all_of_the_conversation_wait()
    {
        var budget = new RateBudget(Teams);
        budget.PauseUntil(Start.AddSeconds(30));

        Assert.Equal(Start.AddSeconds(30), budget.Reserve(Start));
        Assert.False(budget.IsIdle(Start.AddSeconds(29)));
        Assert.True(budget.IsIdle(Start.AddHours(2)));
    }

    [Fact]
    public async Task All_conversations_of_one_tenant_share_fifty_calls_a_second()
    {
        var time = new FakeTimeProvider(Start);
        var budgets = new RateBudgets(new BotFrameworkOptions(), time);

        var waits = Enumerable.Range(1, 120).Select(i => budgets.WaitAsync($"c{i}", "t", CancellationToken.None)).ToArray();
        Assert.Equal(50, waits.Count(wait => wait.IsCompleted));
        Assert.True(budgets.WaitAsync("c1", "another", CancellationToken.None).IsCompleted);

        time.Advance(TimeSpan.FromSeconds(1));
        await Task.WhenAll(waits[..100]);
        Assert.Equal(100, waits.Count(wait => wait.IsCompleted));
    }
}
