using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.WebApi;

namespace CoachBot.Channels.Slack.Incoming;

/// <summary><c>POST /api/slack/interactions</c>: buttons, menus and windows.</summary>
internal sealed class InteractionsEndpoint(SlackGate gate, SlackTurns turns, SlackViews views, SlackUsers users, SlackWebApi api)
{
    public async Task<IResult> PostAsync(HttpContext context)
    {
        var (request, answer) = await gate.AdmitAsync(context);
        if (request is null)
            return answer!;
        if (request.Form is null || request.Json is not { } payload || Json.Text(payload, "type") is not { } type)
            return Results.BadRequest();

        return type switch
        {
            "block_actions" => await PressAsync(payload),
            "view_submission" => await SubmitAsync(payload),
            "block_suggestion" => Results.Text("""{"options":[]}""", "application/json"),
            _ => Results.Ok(),
        };
    }

    private Task<IResult> PressAsync(JsonObject payload)
    {
        if (Json.Objects(payload, "actions").FirstOrDefault() is not { } action || Workspace(payload) is not { } workspace || Json.Text(payload, "user", "id") is not { } user)
            return Task.FromResult(Results.BadRequest());
        if (Json.Text(action, "url") is not null || ValueOf(action) is not { } value)
            return Task.FromResult(Results.Ok());

        return turns.AnswerAsync(async () =>
        {
            if (await ChannelAsync(payload, workspace, user) is not { } channel)
                return Results.Ok();
            var place = new SlackPlace(workspace, channel, user);
            if (Buttons.IsForm(Json.Text(action, "action_id")))
            {
                await views.OpenFormAsync(place, Json.Text(payload, "trigger_id") ?? "", Json.Parse(value) ?? []);
                return Results.Ok();
            }

            return Json.Text(payload, "view", "type") == "home"
                ? await PressAtHomeAsync(place, action, value)
                : await PressInMessageAsync(place, payload, action, value);
        });
    }

    private async Task<IResult> PressInMessageAsync(SlackPlace place, JsonObject payload, JsonObject action, string value)
    {
        var message = Json.Object(payload, "message");
        var ts = Json.Text(message, "ts") ?? Json.Text(payload, "container", "message_ts");
        var thread = Json.Text(message, "thread_ts") ?? Json.Text(payload, "container", "thread_ts");
        var activity = Said(place, action, value, SlackIds.Message(Json.Text(action, "action_ts") ?? ts ?? "", thread));
        var outcome = await turns.RunAsync(place, activity, KeyOf(payload, action));
        if (outcome?.Status is null or TurnStatus.Done && message is not null && ts is not null && UsedButtons.Of(message, action) is { } blocks)
            await api.UpdateMessageAsync(place.Workspace, place.Channel, ts, Json.Text(message, "text") ?? "", blocks, CancellationToken.None);
        return SlackTurns.ResultOf(outcome);
    }

    private async Task<IResult> PressAtHomeAsync(SlackPlace place, JsonObject action, string value)
    {
        var key = $"home:{Json.Text(action, "action_ts")}";
        var outcome = await turns.RunAsync(place, Said(place, action, value, key), key);
        await views.PublishHomeAsync(place, key);
        return SlackTurns.ResultOf(outcome);
    }

    private Task<IResult> SubmitAsync(JsonObject payload)
    {
        if (Json.Object(payload, "view") is not { } view || Workspace(payload) is not { } workspace || Json.Text(payload, "user", "id") is not { } user)
            return Task.FromResult(Results.BadRequest());
        if (FilledView.Faults(view) is { } faults)
        {
            var errors = new JsonObject { ["response_action"] = "errors", ["errors"] = faults };
            return Task.FromResult(Results.Text(errors.ToJsonString(), "application/json"));
        }

        return turns.AnswerAsync(async () =>
        {
            if (await ChannelAsync(payload, workspace, user) is not { } channel)
                return Results.Ok();
            var place = new SlackPlace(workspace, channel, user);
            var key = $"view:{Json.Text(view, "id")}:{Json.Text(view, "hash")}";
            return SlackTurns.ResultOf(await turns.RunAsync(place, SlackActivities.Submit(place, key, FilledView.Values(view)), key));
        });
    }

    /// <summary>Where it was pressed; windows and the Home tab belong to the direct messages.</summary>
    private async Task<string?> ChannelAsync(JsonObject payload, string workspace, string user) =>
        Json.Text(payload, "channel", "id")
        ?? Json.Text(payload, "container", "channel_id")
        ?? Json.Text(Json.Parse(Json.Text(payload, "view", "private_metadata")), "channel")
        ?? await users.DirectChannelAsync(workspace, user);

    private static Activity Said(SlackPlace place, JsonObject action, string value, string id) =>
        Buttons.IsCommand(Json.Text(action, "action_id")) && Json.Parse(value) is { } data
            ? SlackActivities.Submit(place, id, data)
            : SlackActivities.Message(place, id, value);

    /// <summary>
    /// A question is answered once, whichever of its buttons is pressed; a command counts once for itself. The block's id names the
    /// reply, see <see cref="MessageBlocks"/>.
    /// </summary>
    private static string KeyOf(JsonObject payload, JsonObject action)
    {
        var (block, actionId) = (Json.Text(action, "block_id"), Json.Text(action, "action_id"));
        if (Buttons.IsOwnBlock(block))
            return Buttons.IsCommand(actionId) ? $"{block}:{actionId}" : block!;
        return $"action:{Json.Text(action, "action_ts") ?? Json.Text(payload, "trigger_id")}:{actionId}";
    }

    private static string? ValueOf(JsonObject action) =>
        Json.Text(action, "value") ?? Json.Text(action, "selected_option", "value") ?? Json.Text(action, "selected_date") ?? Json.Text(action, "selected_time");

    private static string? Workspace(JsonObject payload) => Json.IsTrue(payload, "is_enterprise_install")
        ? Json.Text(payload, "enterprise", "id")
        : Json.Text(payload, "team", "id") ?? Json.Text(payload, "user", "team_id");
}
