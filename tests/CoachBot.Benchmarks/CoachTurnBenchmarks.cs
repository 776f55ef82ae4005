using BenchmarkDotNet.Attributes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Coaching;
using CoachBot.Coaching.Content;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoachBot.Benchmarks;

/// <summary>Warm turns of the whole coach in process, memory storage: safety, understanding, dialogs, plan, words and the write.</summary>
[MemoryDiagnoser]
public class CoachTurnBenchmarks
{
    private readonly Clock _clock = new();
    private TurnEngine _engine = null!;
    private int _id;

    /// <summary>Days on which this runner checked in before.</summary>
    [Params(1, 60)]
    public int EarlierCheckIns { get; set; }

    [GlobalSetup]
    public async Task Setup()
    {
        var storage = new MemoryStorage();
        var state = new CoachState(new ConversationState(storage), new UserState(storage));
        var content = DialogContent.Load(new ContentDirectory(Path.Combine(AppContext.BaseDirectory, "dialogs")));
        content.Language.Warm("en");
        _engine = new TurnEngine(
            storage, new CoachActivityHandler(content, state, _clock), new TurnOptions(), _clock,
            NullLogger<TurnEngine>.Instance).AddChannel(new SilentChannel());
        await SayAsync("hello");
        await SayAsync("yes");
        await SayAsync("cancel");
        for (var day = 0; day < EarlierCheckIns; day++)
        {
            await CheckInAtOnce();
            _clock.Now += TimeSpan.FromDays(1);
        }
    }

    /// <summary>A whole check-in in one message: the dearest turn there is.</summary>
    [Benchmark]
    public Task<TurnOutcome> CheckInAtOnce() =>
        SayAsync("12k easy in 65 min, effort 4, legs 2/10, slept 8 good, energy 4, stress 4");

    /// <summary>A check-in that is begun and left: two turns.</summary>
    [Benchmark(OperationsPerInvoke = 2)]
    public async Task<TurnOutcome> QuestionAndCancel()
    {
        await SayAsync("12k easy, 65 min");
        return await SayAsync("cancel");
    }

    private Task<TurnOutcome> SayAsync(string text) => _engine.ProcessAsync(
        new Activity
        {
            Type = ActivityTypes.Message,
            ChannelId = "directline",
            Locale = "en-GB",
            Text = text,
            From = new ChannelAccount("dl_ana"),
            Recipient = new ChannelAccount("coach"),
            Conversation = new ConversationAccount { Id = "c1" },
        },
        $"id{_id++}");

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 9, 1, 7, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
