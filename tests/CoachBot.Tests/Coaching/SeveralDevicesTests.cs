using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Coaching;
using CoachBot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Coaching;

/// <summary>One runner in two conversations of one process: the check-in belongs to the conversation, what is known to the runner.</summary>
public sealed class SeveralDevicesTests : IAsyncDisposable
{
    private readonly MemoryStorage _storage = new();
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero));
    private readonly TurnEngine _engine;
    private int _sent;

    public SeveralDevicesTests()
    {
        var bot = new CoachActivityHandler(CoachChat.Words, new CoachState(new ConversationState(_storage), new UserState(_storage)), _time);
        _engine = new TurnEngine(_storage, bot, new TurnOptions(), _time, NullLogger<TurnEngine>.Instance).AddChannel(new FakeLoggedChannel("webchat"));
    }

    [Fact]
    public async Task Each_device_has_its_own_question_and_both_know_the_plan()
    {
        await MeetAsync();
        await SayAsync("phone", "10k easy, 50 min");
        await SayAsync("laptop", "hello");

        Assert.Contains("sore", await SayAsync("phone", "4"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("train as planned", await SayAsync("laptop", "8k easy in 45 min, effort 4, legs 2/10, slept 8 good, energy 4, stress 4"), StringComparison.Ordinal);
        Assert.Contains("Why this plan", await SayAsync("tablet", "why"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_at_once_lose_nothing_of_each_other()
    {
        await MeetAsync();

        await Task.WhenAll(SayAsync("phone", "I'm 52"), SayAsync("laptop", "I take apixaban"), SayAsync("tablet", "I'm vegan"));

        var known = await SayAsync("phone", "what do you know about me");
        Assert.Contains("52", known, StringComparison.Ordinal);
        Assert.Contains("apixaban", known, StringComparison.Ordinal);
        Assert.Contains("vegan", known, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deleting_on_one_device_empties_the_others_in_this_process_too()
    {
        await MeetAsync();
        await SayAsync("laptop", "10k easy, 50 min, left calf sore");
        await SayAsync("phone", "delete my data");
        await SayAsync("phone", "yes");

        Assert.Null(await _engine.ReadLogAsync("webchat", "laptop"));
        Assert.Contains("May I keep", await SayAsync("laptop", "4"), StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _engine.DisposeAsync();

    private Task MeetAsync() => CoachChat.MeetAsync(_storage, "webchat", "runner", _time.GetUtcNow());

    private async Task<string> SayAsync(string device, string text)
    {
        var outcome = await _engine.ProcessAsync(new Activity(ActivityTypes.Message)
        {
            Id = $"a{Interlocked.Increment(ref _sent)}",
            ChannelId = "webchat",
            Locale = "en-GB",
            Text = text,
            From = new ChannelAccount("runner", "Runner"),
            Recipient = new ChannelAccount("coach", "Coach"),
            Conversation = new ConversationAccount(id: device),
        });
        return Assert.Single(outcome.Replies).Text;
    }
}
