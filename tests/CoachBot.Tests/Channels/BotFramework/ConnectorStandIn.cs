using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CoachBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CoachBot.Tests.Channels.BotFramework;

/// <summary>
/// Azure Bot Service on the loopback: announces its own signing keys, issues our tokens, and takes Connector calls, answering as
/// scripted. Entra ID is played on the same address.
/// </summary>
internal sealed class ConnectorStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _script = new();
    private int _issued;
    private int _activities;

    private ConnectorStandIn()
    {
        _app = LoopbackServer.Create();
        _app.MapGet("/v1/.well-known/openidconfiguration", (Delegate)(() => Metadata("keys", "https://api.botframework.com")));
        _app.MapGet("/common/v2.0/.well-known/openid-configuration", (Delegate)(() => Metadata("entra-keys", "entra")));
        _app.MapGet("/keys", () => Keys(ChannelKeys));
        _app.MapGet("/entra-keys", () => Keys(EntraKeys));
        _app.MapPost("/{tenant}/oauth2/v2.0/token", (Delegate)IssueAsync);
        _app.Map("/connector/{**path}", AnswerAsync);
    }

    public string Address { get; private set; }

    public string ServiceUrl => $"{Address}/connector/";

    public List<IssuerKey> ChannelKeys { get; } =
        [new("channel-1", 2048, "msteams", "webchat", "emulator"), new("weak", 1024, "msteams"), new("bare")];

    public List<IssuerKey> EntraKeys { get; } = [new("entra-1")];

    public int MetadataFetches { get; private set; }

    /// <summary>Metadata is answered with 503.</summary>
    public bool IsMetadataDown { get; set; }

    public ConcurrentQueue<ConnectorCall> Calls { get; } = new();

    public ConcurrentQueue<(string Tenant, IFormCollection Form)> TokenRequests { get; } = new();

    /// <summary>Answers to the next token requests; then a token is issued.</summary>
    public ConcurrentQueue<Func<HttpContext, Task>> TokenScript { get; } = new();

    public static async Task<ConnectorStandIn> StartAsync()
    {
        var standIn = new ConnectorStandIn();
        await standIn._app.StartAsync();
        standIn.Address = LoopbackServer.AddressOf(standIn._app);
        return standIn;
    }

    /// <summary>The next calls are answered so, one each; all later ones with 201 and an id.</summary>
    public void Script(params Func<HttpContext, Task>[] answers)
    {
        foreach (var answer in answers)
            _script.Enqueue(answer);
    }

    public static Func<HttpContext, Task> Status(int status, string? code = null, string? retryAfter = null) => async context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        if (code is not null)
            await context.Response.WriteAsync($$$"""{"error":{"code":"{{{code}}}","message":"as scripted"}}""");
    };

    /// <summary>The request is taken, and never answered.</summary>
    public static Func<HttpContext, Task> Silence() => context => Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted);

    /// <summary>The request is taken, and the connection breaks.</summary>
    public static Func<HttpContext, Task> Break() => context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private IResult Metadata(string keys, string issuer)
    {
        MetadataFetches++;
        return IsMetadataDown
            ? Results.StatusCode(503)
            : Results.Text($$$"""{"issuer":"{{{issuer}}}","jwks_uri":"{{{Address}}}/{{{keys}}}"}""", "application/json");
    }

    private static IResult Keys(IEnumerable<IssuerKey> keys)
    {
        var announced = new JsonObject { ["keys"] = new JsonArray([.. keys.Select(key => key.Announcement)]) };
        return Results.Text(announced.ToJsonString(), "application/json");
    }

    private async Task IssueAsync(HttpContext context, string tenant)
    {
        TokenRequests.Enqueue((tenant, await context.Request.ReadFormAsync()));
        if (TokenScript.TryDequeue(out var scripted))
            await scripted(context);
        else
            await context.Response.WriteAsync($$"""{"token_type":"Bearer","expires_in":3600,"access_token":"ours-{{Interlocked.Increment(ref _issued)}}"}""");
    }

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        var rawPath = context.Features.Get<Microsoft.AspNetCore.Http.Features.IHttpRequestFeature>()!.RawTarget["/connector/".Length..];
        Calls.Enqueue(new ConnectorCall(
            context.Request.Method, rawPath, context.Request.Headers.Authorization.ToString(), body.Length == 0 ? null : JsonNode.Parse(body)!.AsObject()));
        if (_script.TryDequeue(out var scripted))
        {
            await scripted(context);
            return;
        }

        context.Response.StatusCode = 201;
        await context.Response.WriteAsync($$"""{"id":"sent-{{Interlocked.Increment(ref _activities)}}"}""");
    }
}

/// <param name="Path">As it came, below the service address.</param>
internal sealed record ConnectorCall(string Method, string Path, string Authorization, JsonObject? Body)
{
    public string? Text => (string?)Body?["text"];
}
