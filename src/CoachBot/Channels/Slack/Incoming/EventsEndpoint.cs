using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;
using CoachBot.Channels.Slack.Install;

namespace CoachBot.Channels.Slack.Incoming;

/// <summary><c>POST /api/slack/events</c>: what happens in a workspace.</summary>
internal sealed class EventsEndpoint(SlackGate gate, SlackTurns turns, SlackViews views, Removals removals, ILogger<EventsEndpoint> log)
{
    // What people write; the others tell of edits, of joining, of other bots.
    private static readonly string[] Written = ["file_share", "thread_broadcast"];

    public async Task<IResult> PostAsync(HttpContext context)
    {
        var (request, answer) = await gate.AdmitAsync(context);
        if (request is null)
            return answer!;

        var body = request.Json;
        switch (Json.Text(body, "type"))
        {
            case "url_verification":
                return Results.Text(new JsonObject { ["challenge"] = Json.Text(body, "challenge") }.ToJsonString(), "application/json");
            case "event_callback" when Json.Object(body, "event") is { } happened:
                return await HandleAsync(body!, happened);
            case "app_rate_limited":
                Log.SlackEventsLimited(log, Json.Text(body, "team_id"));
                return Results.Ok();
            default:
                return Results.BadRequest();
        }
    }

    private Task<IResult> HandleAsync(JsonObject body, JsonObject happened)
    {
        var workspace = Workspace(body);
        if (workspace is null)
            return Task.FromResult(Results.BadRequest());

        return Json.Text(happened, "type") switch
        {
            "message" when IsDirect(happened) && IsWritten(body, happened) => SayAsync(workspace, body, happened),
            "app_mention" when IsWritten(body, happened) => SayAsync(workspace, body, happened),
            "app_home_opened" => OpenAsync(workspace, body, happened),
            "app_uninstalled" => RemoveAsync(workspace),
            "tokens_revoked" when happened["tokens"]?["bot"] is JsonArray { Count: > 0 } => RemoveAsync(workspace),
            _ => Task.FromResult(Results.Ok()),
        };
    }

    private Task<IResult> SayAsync(string workspace, JsonObject body, JsonObject happened)
    {
        if (Json.Text(happened, "channel") is not { } channel || Json.Text(happened, "user") is not { } user || Json.Text(happened, "ts") is not { } ts)
            return Task.FromResult(Results.BadRequest());

        var place = new SlackPlace(workspace, channel, user);
        var text = Json.Text(happened, "text") ?? "";
        text = SlackIds.IsDirect(channel) ? SlackText.Read(text) : SlackText.WithoutMention(text, BotUser(body));
        var activity = SlackActivities.Message(place, SlackIds.Message(ts, Json.Text(happened, "thread_ts")), text);
        if (happened["files"] is JsonArray { Count: > 0 } files)
            activity.Attachments = [.. files.OfType<JsonObject>().Select(FileOf)];
        var key = EventKey(body) ?? $"message:{ts}";
        return turns.AnswerAsync(async () => SlackTurns.ResultOf(await turns.RunAsync(place, activity, key)));
    }

    private Task<IResult> OpenAsync(string workspace, JsonObject body, JsonObject happened)
    {
        if (Json.Text(happened, "channel") is not { } channel || Json.Text(happened, "user") is not { } user)
            return Task.FromResult(Results.Ok());

        var place = new SlackPlace(workspace, channel, user);
        return turns.AnswerAsync(async () =>
        {
            if (Json.Text(happened, "tab") == "messages")
                return SlackTurns.ResultOf(await turns.RunAsync(place, SlackActivities.Joined(place, "start"), "start"));
            await views.PublishHomeAsync(place, EventKey(body) ?? Json.Text(happened, "event_ts") ?? "");
            return Results.Ok();
        });
    }

    private Task<IResult> RemoveAsync(string workspace) => turns.AnswerAsync(async () =>
    {
        await removals.RemoveAsync(workspace, CancellationToken.None);
        return Results.Ok();
    });

    private static Attachment FileOf(JsonObject file) => new(Json.Text(file, "mimetype") ?? "application/octet-stream", name: Json.Text(file, "name"));

    private static bool IsDirect(JsonObject happened) =>
        Json.Text(happened, "channel_type") is { } type ? type == "im" : SlackIds.IsDirect(Json.Text(happened, "channel") ?? "");

    /// <summary>By a person, not by this or any other bot.</summary>
    private static bool IsWritten(JsonObject body, JsonObject happened) =>
        Json.Text(happened, "bot_id") is null && Json.Object(happened, "bot_profile") is null
        && (Json.Text(happened, "subtype") is not { } subtype || Written.Contains(subtype))
        && Json.Text(happened, "user") is { } user && user != BotUser(body);

    /// <summary>A shared channel's events come under the other workspace's name; the authorisation names the one that has the app.</summary>
    private static string? Workspace(JsonObject body)
    {
        var granted = Json.Objects(body, "authorizations").FirstOrDefault();
        if (Json.IsTrue(granted, "is_enterprise_install") && Json.Text(granted, "enterprise_id") is { } enterprise)
            return enterprise;
        return Json.Text(granted, "team_id") ?? Json.Text(body, "team_id") ?? Json.Text(body, "enterprise_id");
    }

    private static string? BotUser(JsonObject body) =>
        Json.Objects(body, "authorizations").Where(granted => Json.IsTrue(granted, "is_bot")).Select(granted => Json.Text(granted, "user_id")).FirstOrDefault();

    private static string? EventKey(JsonObject body) => Json.Text(body, "event_id");
}
