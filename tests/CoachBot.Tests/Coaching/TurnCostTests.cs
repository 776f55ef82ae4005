using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Coaching;
using CoachBot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Coaching;

/// <summary>What a turn of the whole coach costs in storage calls, once its process knows the conversation.</summary>
public sealed class TurnCostTests : IAsyncDisposable
{
    private readonly WatchedStorage _storage = new(new MemoryStorage());
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero));
    private readonly TurnEngine _engine;
    private int _sent;

    public TurnCostTests()
    {
        var state = new CoachState(new ConversationState(_storage), new UserState(_storage));
        _engine = new TurnEngine(
            _storage, new CoachActivityHandler(CoachChat.Words, state, _time), new TurnOptions(), _time, NullLogger<TurnEngine>.Instance)
            .AddChannel(new FakeLoggedChannel("webchat"));
    }

    [Fact]
    public async Task A_warm_question_of_the_check_in_costs_one_write_and_no_read()
    {
        await SayAsync("hello");
        await SayAsync("check in");
        foreach (var answer in (string[])["12k easy, 65 min", "4", "2", "slept 8, good", "4"])
        {
            _storage.Reset();
            await SayAsync(answer);
            Assert.Equal((0, 1), (_storage.Reads, _storage.Writes));
        }
    }

    [Fact]
    public async Task The_turn_that_adds_to_the_runners_history_writes_that_too_and_reads_nothing()
    {
        await SayAsync("hello");
        _storage.Reset();

        await SayAsync("12k easy in 65 min, effort 4, legs 2/10, slept 8 good, energy 4, stress 4");

        Assert.Equal((0, 2), (_storage.Reads, _storage.Writes));
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private async Task SayAsync(string text)
    {
        var outcome = await _engine.ProcessAsync(new Activity(ActivityTypes.Message)
        {
            Id = $"a{++_sent}",
            ChannelId = "webchat",
            Locale = "en-GB",
            Text = text,
            From = new ChannelAccount("runner", "Runner"),
            Recipient = new ChannelAccount("coach", "Coach"),
            Conversation = new ConversationAccount { Id = "c1" },
        });
        Assert.Equal(TurnStatus.Done, outcome.Status);
    }
}
