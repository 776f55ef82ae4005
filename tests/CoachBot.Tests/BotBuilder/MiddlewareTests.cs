using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder;

public sealed class MiddlewareTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly List<string> _calls = [];

    [Fact]
    public async Task Middleware_runs_inwards_in_order_and_outwards_in_reverse()
    {
        _adapter.Use(Noting("a")).Use(Noting("b"));
        await _adapter.RunAsync(Some.Message(), Bot);
        Assert.Equal(["a in", "b in", "bot", "b out", "a out"], _calls);
    }

    [Fact]
    public async Task Middleware_that_does_not_go_on_ends_the_turn()
    {
        _adapter.Use(Noting("a")).Use(new AnonymousReceiveMiddleware((_, _, _) => Task.CompletedTask)).Use(Noting("c"));
        await _adapter.RunAsync(Some.Message(), Bot);
        Assert.Equal(["a in", "a out"], _calls);
    }

    [Fact]
    public async Task Without_middleware_the_bot_is_called()
    {
        await new MiddlewareSet().ReceiveActivityWithStatusAsync(_adapter.Turn(), Bot, default);
        Assert.Equal(["bot"], _calls);
    }

    [Fact]
    public async Task Without_a_bot_the_middleware_still_runs()
    {
        await new MiddlewareSet().Use(Noting("a")).ReceiveActivityWithStatusAsync(_adapter.Turn(), null, default);
        Assert.Equal(["a in", "a out"], _calls);
    }

    [Fact]
    public async Task A_set_can_stand_in_a_set()
    {
        var inner = new MiddlewareSet().Use(Noting("inner"));
        var outer = new MiddlewareSet().Use(inner).Use(Noting("after"));
        await outer.ReceiveActivityWithStatusAsync(_adapter.Turn(), Bot, default);
        Assert.Equal(["inner in", "inner out", "after in", "bot", "after out"], _calls);
    }

    [Fact]
    public void A_set_lists_its_middleware()
    {
        var (a, b) = (Noting("a"), Noting("b"));
        Assert.Equal([a, b], new MiddlewareSet().Use(a).Use(b));
    }

    [Fact]
    public void Nothing_is_no_middleware()
    {
        Assert.Throws<ArgumentNullException>(() => new MiddlewareSet().Use(null));
        Assert.Throws<ArgumentNullException>(() => new AnonymousReceiveMiddleware(null));
    }

    [Fact]
    public async Task Middleware_can_catch_what_the_bot_throws()
    {
        _adapter.Use(new AnonymousReceiveMiddleware(async (turn, next, ct) =>
        {
            try
            {
                await next(ct);
            }
            catch (InvalidOperationException)
            {
                await turn.SendActivityAsync("caught", cancellationToken: ct);
            }
        }));
        await _adapter.RunAsync(Some.Message(), (_, _) => throw new InvalidOperationException());
        Assert.Equal("caught", _adapter.Sent[0].Text);
    }

    [Fact]
    public async Task The_token_travels_with_the_turn()
    {
        using var source = new CancellationTokenSource();
        CancellationToken seen = default;
        _adapter.Use(Noting("a"));
        await _adapter.RunAsync(
            Some.Message(),
            (_, token) =>
            {
                seen = token;
                return Task.CompletedTask;
            },
            source.Token);
        Assert.Equal(source.Token, seen);
    }

    [Fact]
    public async Task Registered_objects_are_there_during_the_turn()
    {
        var storage = new MemoryStorage();
        var (user, conversation) = (new UserState(storage), new ConversationState(storage));
        _adapter.UseStorage(storage).UseBotState(user, conversation);
        await _adapter.RunAsync(Some.Message(), (turn, _) =>
        {
            Assert.Same(storage, turn.TurnState.Get<IStorage>());
            Assert.Same(user, turn.TurnState.Get<UserState>());
            Assert.Same(conversation, turn.TurnState.Get<ConversationState>());
            return Task.CompletedTask;
        });
    }

    [Fact]
    public async Task A_registered_object_outlives_the_turn()
    {
        var shared = new MemoryStream();
        _adapter.Use(new RegisterClassMiddleware<MemoryStream>(shared));
        using (var turn = _adapter.Turn())
            await _adapter.RunAsync(turn, Bot);
        Assert.True(shared.CanRead);
    }

    [Fact]
    public void Registering_nothing_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => _adapter.UseStorage(null));
        Assert.Throws<ArgumentNullException>(() => _adapter.UseBotState(null));
        Assert.Throws<ArgumentNullException>(() => new RegisterClassMiddleware<string>(null));
    }

    private Task Bot(ITurnContext turn, CancellationToken ct)
    {
        _calls.Add("bot");
        return Task.CompletedTask;
    }

    private AnonymousReceiveMiddleware Noting(string name) => new(async (_, next, ct) =>
    {
        _calls.Add(name + " in");
        await next(ct);
        _calls.Add(name + " out");
    });
}
