using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Tests.Support;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.BotBuilder.Turns;

/// <summary>An engine over watched memory, with a bot that counts the turns of a conversation and of a runner.</summary>
internal sealed class TurnEngineFixture
{
    public TurnEngineFixture(IStorage? storage = null, TurnOptions? options = null)
    {
        Storage = storage as WatchedStorage ?? new WatchedStorage(storage ?? new MemoryStorage());
        var conversation = new ConversationState(Storage).CreateProperty<int>("turns");
        var conversationState = new ConversationState(Storage);
        var userState = new UserState(Storage);
        var turns = conversationState.CreateProperty<int>("turns");
        var allTurns = userState.CreateProperty<int>("allTurns");
        Engine = new TurnEngine(
            Storage,
            new DelegateBot(async turn =>
            {
                if (turn.Activity.Text == "who am I")
                {
                    await turn.SendActivityAsync($"all {await allTurns.GetAsync(turn, () => 0)}");
                    return;
                }

                var count = await turns.GetAsync(turn, () => 0) + 1;
                await turns.SetAsync(turn, count);
                if (turn.Activity.Text.StartsWith("user", StringComparison.Ordinal))
                    await allTurns.SetAsync(turn, await allTurns.GetAsync(turn, () => 0) + 1);
                await conversationState.SaveChangesAsync(turn);
                await userState.SaveChangesAsync(turn);
                if (OnTurn is { } more)
                    await more(turn);
                await turn.SendActivityAsync($"{count}: {turn.Activity.Text}");
            }),
            options ?? new TurnOptions(),
            Time,
            NullLogger<TurnEngine>.Instance);
        Engine.AddChannel(Push).AddChannel(Logged);
    }

    public WatchedStorage Storage { get; }

    public FakeTimeProvider Time { get; } = new() { AutoAdvanceAmount = TimeSpan.FromMilliseconds(1) };

    public FakePushChannel Push { get; } = new();

    public FakeLoggedChannel Logged { get; } = new();

    public TurnEngine Engine { get; }

    public Func<ITurnContext, Task>? OnTurn { get; set; }

    public Task<TurnOutcome> SayAsync(string text, string? id = null, string channel = "push", string conversation = "c1") =>
        Engine.ProcessAsync(Message(text, id ?? text, channel, conversation), id ?? text);

    public static Activity Message(string text, string id, string channel = "push", string conversation = "c1") => new()
    {
        Type = ActivityTypes.Message,
        Id = id,
        ChannelId = channel,
        Text = text,
        From = new ChannelAccount { Id = "ana" },
        Recipient = new ChannelAccount { Id = "coach" },
        Conversation = new ConversationAccount { Id = conversation },
    };
}
