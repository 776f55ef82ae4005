using System.Runtime.CompilerServices;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.BotBuilder;

/// <summary>Defect 15 of Bot Builder: typing that outlives a failed turn, and turns that stop one another's.</summary>
public sealed class ShowTypingMiddlewareTests
{
    private readonly FakeTimeProvider _time = new();
    private readonly RecordingAdapter _adapter = new();

    public ShowTypingMiddlewareTests() => _adapter.Use(new ShowTypingMiddleware(500, 2000, _time));

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, 0)]
    [InlineData(0, -1)]
    public void Times_must_make_sense(int delay, int period) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ShowTypingMiddleware(delay, period));

    [Fact]
    public async Task A_quick_answer_shows_no_typing()
    {
        await InlineAsync();
        await _adapter.RunAsync(Some.Message(), (_, _) => Pass(499));
        await Pass(10_000);
        Assert.Empty(_adapter.Sent);
    }

    [Fact]
    public async Task A_slow_answer_shows_typing_now_and_then_until_it_is_there()
    {
        await InlineAsync();
        await _adapter.RunAsync(Some.Message(), async (_, _) =>
        {
            await Pass(500);
            Assert.Single(_adapter.Sent);
            await Pass(1999);
            Assert.Single(_adapter.Sent);
            await Pass(1);
        });
        await Pass(10_000);
        Assert.Equal(2, _adapter.Sent.Count);
        Assert.All(_adapter.Sent, sent => Assert.Equal(("typing", "c1", "u1"), (sent.Type, sent.Conversation.Id, sent.Recipient.Id)));
    }

    [Fact]
    public async Task Typing_is_no_response()
    {
        await InlineAsync();
        var turn = _adapter.Turn();
        await _adapter.RunAsync(turn, (_, _) => Pass(600));
        Assert.Single(_adapter.Sent);
        Assert.False(turn.Responded);
    }

    [Fact]
    public async Task Only_messages_show_typing()
    {
        await InlineAsync();
        await _adapter.RunAsync(Some.Activity(ActivityTypes.Event), (_, _) => Pass(5000));
        Assert.Empty(_adapter.Sent);
    }

    [Fact]
    public async Task A_turn_that_fails_stops_typing()
    {
        await InlineAsync();
        await Assert.ThrowsAsync<InvalidOperationException>(() => _adapter.RunAsync(Some.Message(), async (_, _) =>
        {
            await Pass(500);
            throw new InvalidOperationException();
        }));
        await Pass(10_000);
        Assert.Single(_adapter.Sent);
    }

    [Fact]
    public async Task Parallel_turns_of_one_conversation_type_independently()
    {
        await InlineAsync();
        var hold = new TaskCompletionSource();
        var slow = _adapter.RunAsync(Some.Message(), (_, _) => hold.Task);
        await _adapter.RunAsync(Some.Message(), (_, _) => Task.CompletedTask);
        await Pass(500);
        Assert.Single(_adapter.Sent);
        hold.SetResult();
        await slow;
    }

    [Fact]
    public async Task A_channel_that_cannot_show_typing_does_not_fail_the_turn()
    {
        await InlineAsync();
        _adapter.SendFault = new InvalidOperationException("down");
        await _adapter.RunAsync(Some.Message(), (_, _) => Pass(500));
    }

    /// <summary>Away from the context of the test runner, what waits for the clock runs while the clock is set.</summary>
    private static ConfiguredTaskAwaitable InlineAsync() => Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);

    private Task Pass(int milliseconds)
    {
        _time.Advance(TimeSpan.FromMilliseconds(milliseconds));
        return Task.CompletedTask;
    }
}
