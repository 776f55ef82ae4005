using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Channels.BotFramework;

/// <summary>The real host with a registration, and the Azure Bot Service that it is registered with.</summary>
internal sealed class AzureHost : IAsyncDisposable
{
    public const string AppId = "11111111-2222-3333-4444-555555555555";
    public const string TenantId = "aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee";

    private AzureHost(ConnectorStandIn connector, TestHost host, FakeTimeProvider time) => (Connector, Host, Time) = (connector, host, time);

    public ConnectorStandIn Connector { get; }

    public TestHost Host { get; }

    public FakeTimeProvider Time { get; }

    public DateTimeOffset Now => Time.GetUtcNow();

    public IssuerKey ChannelKey => Connector.ChannelKeys[0];

    public IssuerKey EntraKey => Connector.EntraKeys[0];

    public static Task<AzureHost> StartAsync(IBot? bot = null, params string[] settings) => StartAsync(bot, _ => { }, settings);

    public static async Task<AzureHost> StartAsync(IBot? bot, Action<IServiceCollection> add, params string[] settings)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 6, 30, 0, TimeSpan.Zero));
        var connector = await ConnectorStandIn.StartAsync();
        string[] registration =
        [
            $"--MicrosoftAppId={AppId}", $"--MicrosoftAppTenantId={TenantId}", "--MicrosoftAppPassword=pa55word",
            $"--BotFramework:OpenIdMetadata={connector.Address}/v1/.well-known/openidconfiguration",
            $"--BotFramework:Login={connector.Address}", "--BotFramework:ServiceHosts=127.0.0.1",
        ];
        var host = await TestHost.StartAsync(
            services =>
            {
                services.AddSingleton(bot ?? TestHost.Echo).AddSingleton<TimeProvider>(time);
                add(services);
            },
            [.. registration, .. settings]);
        return new AzureHost(connector, host, time);
    }

    public IssuedToken ChannelToken() => IssuedToken.Channel(ChannelKey, Now, Connector.ServiceUrl);

    public IssuedToken EntraV1Token() => IssuedToken.EntraV1(EntraKey, Now);

    public IssuedToken EntraV2Token() => IssuedToken.EntraV2(EntraKey, Now, Connector.Address);

    /// <summary>A message in a personal chat of Teams.</summary>
    public JsonObject Message(string text = "hi", string id = "1700000000001") => Activity("message", id, new JsonObject { ["text"] = text });

    public JsonObject Activity(string type, string? id, JsonObject? more = null)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["channelId"] = "msteams",
            ["serviceUrl"] = Connector.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = "29:ana" },
            ["recipient"] = new JsonObject { ["id"] = $"28:{AppId}", ["name"] = "CoachBot" },
            ["conversation"] = new JsonObject { ["id"] = "a:1-2@x", ["conversationType"] = "personal", ["tenantId"] = TenantId },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = TenantId } },
        };
        if (id is not null)
            activity["id"] = id;
        foreach (var (name, value) in more ?? [])
            activity[name] = value?.DeepClone();
        return activity;
    }

    public Task<HttpResponseMessage> PostAsync(JsonObject activity) => PostAsync(activity, ChannelToken().ToString());

    public Task<HttpResponseMessage> PostAsync(JsonObject activity, string? token) =>
        Host.SendAsync(HttpMethod.Post, "/api/messages", token, activity.ToJsonString());

    /// <summary>Lets the clock run while something waits on it.</summary>
    public Task<T> RunClockAsync<T>(Task<T> task) => Time.RunUntilAsync(task);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Connector.DisposeAsync();
    }
}

/// <summary>One host for all tests of a class that change nothing in it.</summary>
public sealed class SharedAzureHost : IAsyncLifetime
{
    internal AzureHost Azure { get; private set; }

    public async Task InitializeAsync() => Azure = await AzureHost.StartAsync();

    public async Task DisposeAsync() => await Azure.DisposeAsync();
}
