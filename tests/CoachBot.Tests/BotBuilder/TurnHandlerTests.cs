using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder;

public sealed class TurnHandlerTests
{
    private readonly RecordingAdapter _adapter = new();
    private readonly TurnContext _context;
    private readonly List<string> _calls = [];

    public TurnHandlerTests() => _context = _adapter.Turn();

    [Fact]
    public void Handlers_must_be_there()
    {
        Assert.Throws<ArgumentNullException>(() => _context.OnSendActivities(null));
        Assert.Throws<ArgumentNullException>(() => _context.OnUpdateActivity(null));
        Assert.Throws<ArgumentNullException>(() => _context.OnDeleteActivity(null));
    }

    [Fact]
    public async Task Send_handlers_nest_in_order_of_registration()
    {
        _context.OnSendActivities(Noting("a")).OnSendActivities(Noting("b"));
        await _context.SendActivityAsync("x");
        Assert.Equal(["a in", "b in", "b out", "a out"], _calls);
    }

    [Fact]
    public async Task A_send_handler_can_keep_everything_back()
    {
        _context.OnSendActivities((_, _, _) => Task.FromResult<ResourceResponse[]>(null));
        var response = await _context.SendActivityAsync("x");

        Assert.Empty(_adapter.Sent);
        Assert.Null(response.Id);
        Assert.False(_context.Responded);
    }

    [Fact]
    public async Task A_send_handler_can_change_and_add_activities()
    {
        _context.OnSendActivities((_, activities, next) =>
        {
            activities[0].Text += "!";
            activities.Add(MessageFactory.Text("more"));
            return next();
        });
        await _context.SendActivityAsync("x");
        Assert.Equal(["x!", "more"], _adapter.Sent.Select(activity => activity.Text));
    }

    [Fact]
    public async Task A_send_handler_sees_the_ids_the_channel_gave()
    {
        string id = null;
        _context.OnSendActivities(async (_, activities, next) =>
        {
            var responses = await next();
            id = activities[0].Id;
            return responses;
        });
        await _context.SendActivityAsync("x");
        Assert.Equal("1", id);
    }

    [Fact]
    public async Task A_send_handler_gets_the_turn()
    {
        ITurnContext seen = null;
        _context.OnSendActivities((turn, _, next) =>
        {
            seen = turn;
            return next();
        });
        await _context.SendActivityAsync("x");
        Assert.Same(_context, seen);
    }

    [Fact]
    public async Task Update_handlers_nest_and_may_stop_the_update()
    {
        _context.OnUpdateActivity(async (_, _, next) =>
        {
            _calls.Add("a in");
            var response = await next();
            _calls.Add("a out");
            return response;
        });
        await _context.UpdateActivityAsync(MessageFactory.Text("x"));
        Assert.Equal(["a in", "a out"], _calls);
        Assert.Single(_adapter.Updated);

        _context.OnUpdateActivity((_, _, _) => Task.FromResult(new ResourceResponse("kept")));
        Assert.Equal("kept", (await _context.UpdateActivityAsync(MessageFactory.Text("y"))).Id);
        Assert.Single(_adapter.Updated);
    }

    [Fact]
    public async Task Delete_handlers_may_change_the_reference_or_stop_the_deletion()
    {
        _context.OnDeleteActivity((_, reference, next) =>
        {
            reference.ActivityId += "!";
            return next();
        });
        await _context.DeleteActivityAsync("old");
        Assert.Equal("old!", _adapter.Deleted[0].ActivityId);

        _context.OnDeleteActivity((_, _, _) => Task.CompletedTask);
        await _context.DeleteActivityAsync("old");
        Assert.Single(_adapter.Deleted);
    }

    [Fact]
    public async Task A_fault_in_a_handler_stops_the_send()
    {
        _context.OnSendActivities((_, _, _) => throw new InvalidOperationException("no"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => _context.SendActivityAsync("x"));
        Assert.Empty(_adapter.Sent);
    }

    private SendActivitiesHandler Noting(string name) => async (_, _, next) =>
    {
        _calls.Add(name + " in");
        var responses = await next();
        _calls.Add(name + " out");
        return responses;
    };
}
