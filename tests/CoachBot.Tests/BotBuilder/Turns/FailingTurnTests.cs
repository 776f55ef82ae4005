using CoachBot.BotBuilder.Turns;

namespace CoachBot.Tests.BotBuilder.Turns;

public sealed class FailingTurnTests
{
    private readonly TurnEngineFixture _coach = new(options: new TurnOptions
    {
        OnFailure = (turn, _, startsAnew, ct) => turn.SendActivityAsync(startsAnew ? "sorry, starting again" : "sorry", cancellationToken: ct),
    });

    [Fact]
    public async Task A_bot_that_throws_changes_nothing_and_the_runner_is_told_once()
    {
        await _coach.SayAsync("hello");
        _coach.OnTurn = _ => throw new InvalidOperationException("bug");
        var failed = await _coach.SayAsync("boom");
        var repeated = await _coach.SayAsync("boom");
        _coach.OnTurn = null;
        await _coach.SayAsync("again");

        Assert.Equal((TurnStatus.Failed, TurnStatus.Duplicate), (failed.Status, repeated.Status));
        Assert.Equal(["1: hello", "sorry", "2: again"], _coach.Push.Delivered);
    }

    [Fact]
    public async Task State_is_given_up_only_after_three_failures_in_a_row()
    {
        await _coach.SayAsync("hello");
        _coach.OnTurn = turn => turn.Activity.Text.StartsWith("boom", StringComparison.Ordinal)
            ? throw new InvalidOperationException("bug")
            : Task.CompletedTask;
        foreach (var text in new[] { "boom1", "boom2", "fine", "boom3", "boom4", "boom5", "after" })
            await _coach.SayAsync(text);

        Assert.Equal(
            ["1: hello", "sorry", "sorry", "2: fine", "sorry", "sorry", "sorry, starting again", "1: after"],
            _coach.Push.Delivered);
    }

    [Fact]
    public async Task A_storage_fault_in_a_turn_is_not_taken_for_the_bots()
    {
        _coach.Storage.BeforeRead = keys =>
        {
            if (keys.Contains("push/users/ana"))
                throw new IOException("storage is away");
        };
        await Assert.ThrowsAsync<IOException>(() => _coach.SayAsync("user hello"));
        _coach.Storage.BeforeRead = null;

        await _coach.SayAsync("user hello");

        Assert.Equal(["1: user hello"], _coach.Push.Delivered);
    }
}
