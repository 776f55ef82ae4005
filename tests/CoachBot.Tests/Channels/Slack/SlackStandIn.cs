using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CoachBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>Slack's Web API on the loopback: answers like Slack, or as scripted, and remembers every call.</summary>
internal sealed class SlackStandIn : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Func<HttpContext, Task>>> _script = new();
    private int _messages;

    private SlackStandIn()
    {
        _app = LoopbackServer.Create();
        _app.MapPost("/api/{method}", (Delegate)AnswerAsync);
        _app.MapPost("/response/{id}", (Delegate)TakeResponseAsync);
    }

    public string Address { get; private set; }

    public string ApiUrl => $"{Address}/api/";

    public ConcurrentQueue<SlackApiCall> Calls { get; } = new();

    /// <summary>What was sent to addresses that came with a command.</summary>
    public ConcurrentQueue<JsonObject> Responses { get; } = new();

    /// <summary>What users.info says of everyone.</summary>
    public string TimeZone { get; set; } = "Europe/London";

    public string Locale { get; set; } = "en-GB";

    public IReadOnlyList<SlackApiCall> Posted => [.. Calls.Where(call => call.Method == "chat.postMessage")];

    public static async Task<SlackStandIn> StartAsync()
    {
        var standIn = new SlackStandIn();
        await standIn._app.StartAsync();
        standIn.Address = LoopbackServer.AddressOf(standIn._app);
        return standIn;
    }

    public IReadOnlyList<SlackApiCall> CallsTo(string method) => [.. Calls.Where(call => call.Method == method)];

    /// <summary>The next calls of the method are answered so, one each.</summary>
    public void Script(string method, params Func<HttpContext, Task>[] answers)
    {
        foreach (var answer in answers)
            _script.GetOrAdd(method, _ => new()).Enqueue(answer);
    }

    public static Func<HttpContext, Task> Error(string error) => context => WriteAsync(context, new JsonObject { ["ok"] = false, ["error"] = error });

    public static Func<HttpContext, Task> Status(int status, string? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        if (retryAfter is not null)
            context.Response.Headers.RetryAfter = retryAfter;
        return Task.CompletedTask;
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

    private async Task AnswerAsync(HttpContext context, string method)
    {
        var form = (await context.Request.ReadFormAsync()).ToDictionary(field => field.Key, field => field.Value.ToString());
        Calls.Enqueue(new SlackApiCall(method, context.Request.Headers.Authorization.ToString(), form));
        if (_script.TryGetValue(method, out var answers) && answers.TryDequeue(out var scripted))
            await scripted(context);
        else
            await WriteAsync(context, Usual(method, form));
    }

    private JsonObject Usual(string method, Dictionary<string, string> form) => method switch
    {
        "chat.postMessage" => new() { ["ok"] = true, ["channel"] = form["channel"], ["ts"] = $"1764000000.{Interlocked.Increment(ref _messages):D6}" },
        "conversations.open" => new() { ["ok"] = true, ["channel"] = new JsonObject { ["id"] = form["users"].Replace('U', 'D') } },
        "users.info" => new()
        {
            ["ok"] = true,
            ["user"] = new JsonObject { ["id"] = form["user"], ["name"] = "ana", ["tz"] = TimeZone, ["locale"] = Locale, ["real_name"] = "Ana R" },
        },
        "oauth.v2.access" => new()
        {
            ["ok"] = form["code"] == "good",
            ["access_token"] = "xoxb-of-the-workspace",
            ["team"] = new JsonObject { ["id"] = "T1" },
            ["bot_user_id"] = "UCOACH",
        },
        _ => new() { ["ok"] = true },
    };

    private async Task<IResult> TakeResponseAsync(HttpContext context)
    {
        Responses.Enqueue((await JsonNode.ParseAsync(context.Request.Body))!.AsObject());
        return Results.Ok();
    }

    private static Task WriteAsync(HttpContext context, JsonObject body)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        return context.Response.WriteAsync(body.ToJsonString());
    }
}

internal sealed record SlackApiCall(string Method, string Authorization, IReadOnlyDictionary<string, string> Form)
{
    public string? Text => Form.GetValueOrDefault("text");

    public string? Channel => Form.GetValueOrDefault("channel");

    public string? Thread => Form.GetValueOrDefault("thread_ts");

    public JsonArray Blocks => JsonNode.Parse(Form["blocks"])!.AsArray();

    public JsonObject View => JsonNode.Parse(Form["view"])!.AsObject();

    /// <summary>Every button and menu in it.</summary>
    public IReadOnlyList<JsonObject> Elements => [.. SlackBlocks.Elements(Form.ContainsKey("view") ? View["blocks"]!.AsArray() : Blocks)];
}

internal static class SlackBlocks
{
    public static IEnumerable<JsonObject> Elements(JsonArray blocks) => blocks.OfType<JsonObject>()
        .Where(block => (string)block["type"]! == "actions").SelectMany(block => block["elements"]!.AsArray().OfType<JsonObject>());
}
