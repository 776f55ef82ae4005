using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Tests.Support;

/// <summary>The real host in this process, on a free port of the loopback, with a small bot and storage in memory unless told otherwise.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestHost(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Client = NewClient();
    }

    public Uri Address { get; }

    /// <summary>Keeps no cookies.</summary>
    public HttpClient Client { get; }

    /// <summary>Greets once, then says back what it hears.</summary>
    public static IBot Echo { get; } = new DelegateBot(turn => turn.Activity.Type switch
    {
        ActivityTypes.ConversationUpdate => turn.SendActivityAsync(MessageFactory.Text("Hello from the coach.")),
        ActivityTypes.Message => turn.SendActivityAsync(MessageFactory.Text($"Echo: {turn.Activity.Text}")),
        _ => Task.CompletedTask,
    });

    public static Task<TestHost> StartAsync(params string[] settings) => StartAsync(Echo, TimeProvider.System, settings);

    public static Task<TestHost> StartAsync(IBot bot, TimeProvider time, params string[] settings) =>
        StartAsync(services => services.AddSingleton(bot).AddSingleton(time), settings);

    public static async Task<TestHost> StartAsync(Action<IServiceCollection> add, params string[] settings)
    {
        string[] defaults = ["--urls=http://127.0.0.1:0", "--environment=Development", "--Storage:Provider=Memory", "--Logging:LogLevel:Default=None"];
        var app = CoachHost.Build([.. defaults, .. settings], (services, _) => add(services));
        await app.StartAsync();
        return new TestHost(app);
    }

    public HttpClient NewClient(bool cookies = false) =>
        new(new SocketsHttpHandler { UseCookies = cookies, AllowAutoRedirect = false }) { BaseAddress = Address };

    public T Service<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();

    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, string? bearer = null, string? json = null, params (string Name, string Value)[] headers) =>
        Client.SendAsync(method, path, bearer, json, headers);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
