using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.Channels.Slack;
using CoachBot.Channels.Slack.Incoming;
using CoachBot.Coaching;
using CoachBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>The real host with a Slack app, and the Slack that it belongs to.</summary>
internal sealed class SlackHost : IAsyncDisposable
{
    public const string SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5";

    private SlackHost(SlackStandIn slack, TestHost host, FakeTimeProvider time) => (Slack, Host, Time) = (slack, host, time);

    public SlackStandIn Slack { get; }

    public TestHost Host { get; }

    public FakeTimeProvider Time { get; }

    public static string[] OneWorkspace { get; } = ["--Slack:BotToken=xoxb-one"];

    public static string[] ManyWorkspaces { get; } = ["--Slack:ClientId=1.2", "--Slack:ClientSecret=client-secret"];

    public static Task<SlackHost> StartAsync(IBot? bot = null, params string[] settings) =>
        StartAsync(services => services.AddSingleton(bot ?? TestHost.Echo), OneWorkspace, settings);

    public static Task<SlackHost> StartWithCoachAsync(params string[] settings) => StartAsync(AddCoach, OneWorkspace, settings);

    public static void AddCoach(IServiceCollection services) => services.AddCoach(new ContentFiles());

    public static async Task<SlackHost> StartAsync(Action<IServiceCollection> add, string[] workspaces, params string[] settings)
    {
        var time = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var slack = await SlackStandIn.StartAsync();
        string[] app = [$"--Slack:SigningSecret={SigningSecret}", $"--Slack:ApiUrl={slack.ApiUrl}"];
        var host = await TestHost.StartAsync(
            services =>
            {
                services.AddSingleton<TimeProvider>(time);
                add(services);
            },
            [.. app, .. workspaces, .. settings]);
        return new SlackHost(slack, host, time);
    }

    public Task<HttpResponseMessage> SendEventAsync(JsonObject body) => PostJsonAsync("/api/slack/events", body);

    /// <summary>Something written to the coach directly.</summary>
    public Task<HttpResponseMessage> SayAsync(string text, string eventId, string? thread = null) =>
        SendEventAsync(SlackPayloads.Event(SlackPayloads.Message(text, thread), eventId));

    public Task<HttpResponseMessage> InteractAsync(JsonObject payload) =>
        PostFormAsync("/api/slack/interactions", ("payload", payload.ToJsonString()));

    public Task<HttpResponseMessage> CommandAsync(string text, string trigger = "trigger-1", string channel = "C1") => PostFormAsync(
        "/api/slack/commands", ("command", "/recovery"), ("text", text), ("team_id", "T1"), ("user_id", "U1"), ("channel_id", channel),
        ("trigger_id", trigger), ("response_url", $"{Slack.Address}/response/1"));

    /// <summary>Presses a button or chooses from a menu of a message that was posted.</summary>
    public Task<HttpResponseMessage> PressAsync(SlackApiCall posted, string label) => InteractAsync(SlackPayloads.Press(posted, label));

    public async Task<HttpResponseMessage> PostFormAsync(string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.ToDictionary(field => field.Name, field => field.Value));
        return await PostAsync(path, await form.ReadAsByteArrayAsync(), "application/x-www-form-urlencoded");
    }

    public Task<HttpResponseMessage> PostJsonAsync(string path, JsonObject body) =>
        PostAsync(path, Encoding.UTF8.GetBytes(body.ToJsonString()), "application/json");

    /// <summary>Signed by Slack's clock, which is this host's.</summary>
    public Task<HttpResponseMessage> PostAsync(string path, byte[] body, string contentType)
    {
        var timestamp = Time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return PostAsync(path, body, contentType, (SlackSignature.TimestampHeader, timestamp), (SlackSignature.Header, Sign(timestamp, body)));
    }

    public async Task<HttpResponseMessage> PostAsync(string path, byte[] body, string contentType, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return await Host.Client.SendAsync(request);
    }

    public static string Sign(string timestamp, byte[] body) =>
        new SlackSignature(new SlackOptions { SigningSecret = SigningSecret }, TimeProvider.System).Sign(timestamp, body);

    /// <summary>Lets the clock run while something waits on it.</summary>
    public Task<T> RunClockAsync<T>(Task<T> task) => Time.RunUntilAsync(task);

    /// <summary>Lets the clock run until something is so.</summary>
    public async Task UntilAsync(Func<bool> isSo)
    {
        for (var i = 0; !isSo(); i++)
        {
            Assert.True(i < 20_000, "It never came to be so.");
            Time.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Slack.DisposeAsync();
    }
}
