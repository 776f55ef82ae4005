using BenchmarkDotNet.Attributes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoachBot.Benchmarks;

/// <summary>One warm turn of the engine in process, memory storage, a bot that counts and answers: the cost of the turn itself.</summary>
[MemoryDiagnoser]
public class TurnBenchmarks
{
    private TurnEngine _engine = null!;
    private int _id;

    /// <summary>Turns the conversation has had before: the cost should not grow with them.</summary>
    [Params(1, 100, 1000)]
    public int EarlierTurns { get; set; }

    [GlobalSetup]
    public async Task Setup()
    {
        var storage = new MemoryStorage();
        var state = new ConversationState(storage);
        var count = state.CreateProperty<int>("count");
        _engine = new TurnEngine(storage, new CountingBot(state, count), new TurnOptions(), TimeProvider.System, NullLogger<TurnEngine>.Instance)
            .AddChannel(new SilentChannel());
        for (var i = 0; i < EarlierTurns; i++)
            await OneTurn();
    }

    [Benchmark]
    public Task<TurnOutcome> OneTurn() => _engine.ProcessAsync(
        new Activity
        {
            Type = ActivityTypes.Message,
            ChannelId = "directline",
            Text = "10k easy, 55 min, effort 4, not sore, slept 7 h",
            From = new ChannelAccount("dl_ana"),
            Recipient = new ChannelAccount("coach"),
            Conversation = new ConversationAccount { Id = "c1" },
        },
        $"id{_id++}");

    private sealed class CountingBot(ConversationState state, IStatePropertyAccessor<int> count) : IBot
    {
        public async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
        {
            var turns = await count.GetAsync(turnContext, () => 0, cancellationToken) + 1;
            await count.SetAsync(turnContext, turns, cancellationToken);
            await state.SaveChangesAsync(turnContext, false, cancellationToken);
            await turnContext.SendActivityAsync($"turn {turns}", cancellationToken: cancellationToken);
        }
    }
}
