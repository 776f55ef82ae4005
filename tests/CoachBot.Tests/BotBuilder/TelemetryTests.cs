using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder;

public sealed class TelemetryTests
{
    private readonly NotingClient _client = new();

    [Fact]
    public async Task Every_activity_is_an_event()
    {
        await RunAsync(logPersonalInformation: false);
        Assert.Equal(["BotMessageReceived", "BotMessageSend", "BotMessageUpdate", "BotMessageDelete"], _client.Events.Select(e => e.Name));
        Assert.Equal("u1", _client.Events[0].Properties["fromId"]);
        Assert.Equal("in-1", _client.Events[1].Properties["replyActivityId"]);
    }

    /// <summary>Defect 23 of Bot Builder, for our part of it: what people say stays out of what is watched unless asked for.</summary>
    [Fact]
    public async Task What_people_say_is_not_in_it_unless_asked_for()
    {
        await RunAsync(logPersonalInformation: false);
        Assert.DoesNotContain(_client.Events, e => e.Properties.Values.Any(value => value is "my knee" or "Ada" or "rest"));

        _client.Events.Clear();
        await RunAsync(logPersonalInformation: true);
        Assert.Equal(("my knee", "Ada"), (_client.Events[0].Properties["text"], _client.Events[0].Properties["fromName"]));
    }

    [Fact]
    public void A_dialog_is_a_page_where_there_are_pages_and_a_trace_elsewhere()
    {
        _client.TrackDialogView("check-in");
        Assert.Equal(["Dialog View: check-in"], _client.Traces);
        NullBotTelemetryClient.Instance.TrackDialogView("check-in");
    }

    [Fact]
    public async Task Without_a_client_nothing_happens()
    {
        var middleware = new TelemetryLoggerMiddleware(null);
        Assert.Same(NullBotTelemetryClient.Instance, middleware.TelemetryClient);
        await middleware.OnTurnAsync(new RecordingAdapter().Turn(), _ => Task.CompletedTask);
    }

    private async Task RunAsync(bool logPersonalInformation)
    {
        var adapter = new RecordingAdapter();
        adapter.Use(new TelemetryLoggerMiddleware(_client, logPersonalInformation));
        await adapter.RunAsync(Some.Message("my knee"), async (turn, ct) =>
        {
            await turn.SendActivityAsync("rest", cancellationToken: ct);
            await turn.UpdateActivityAsync(MessageFactory.Text("rest"), ct);
            await turn.DeleteActivityAsync("1", ct);
        });
    }

    private sealed class NotingClient : IBotTelemetryClient
    {
        public List<(string Name, IDictionary<string, string> Properties)> Events { get; } = [];

        public List<string> Traces { get; } = [];

        public void TrackEvent(string eventName, IDictionary<string, string> properties = null, IDictionary<string, double> metrics = null) =>
            Events.Add((eventName, properties));

        public void TrackTrace(string message, Severity severityLevel, IDictionary<string, string> properties) => Traces.Add(message);

        public void TrackAvailability(
            string name, DateTimeOffset timeStamp, TimeSpan duration, string runLocation, bool success, string message = null,
            IDictionary<string, string> properties = null, IDictionary<string, double> metrics = null)
        {
        }

        public void TrackDependency(
            string dependencyTypeName, string target, string dependencyName, string data, DateTimeOffset startTime, TimeSpan duration,
            string resultCode, bool success)
        {
        }

        public void TrackException(Exception exception, IDictionary<string, string> properties = null, IDictionary<string, double> metrics = null)
        {
        }

        public void Flush()
        {
        }
    }
}
