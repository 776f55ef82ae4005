using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.WebApi;

namespace CoachBot.Channels.Slack.Incoming;

/// <summary>
/// <c>POST /api/slack/commands</c>: <c>/recovery</c> opens the check-in, <c>/recovery plan</c> and the like are said to the coach in the
/// direct messages, wherever the command was typed.
/// </summary>
internal sealed class CommandsEndpoint(SlackGate gate, SlackTurns turns, SlackViews views, SlackUsers users, SlackWebApi api, ChannelTexts texts)
{
    private static JsonObject CheckIn => new() { ["form"] = "check-in" };

    public async Task<IResult> PostAsync(HttpContext context)
    {
        var (request, answer) = await gate.AdmitAsync(context);
        if (request is null)
            return answer!;
        if (Workspace(request) is not { } workspace || request.Field("user_id") is not { } user || request.Field("trigger_id") is not { } trigger)
            return Results.BadRequest();

        return await turns.AnswerAsync(async () =>
        {
            if (await DirectChannelAsync(request, workspace, user) is not { } channel)
                return Results.Ok();
            var place = new SlackPlace(workspace, channel, user);
            var said = SlackText.Read(request.Field("text") ?? "");
            if (said.Length == 0)
            {
                await views.OpenFormAsync(place, trigger, CheckIn);
                return Results.Ok();
            }

            var key = $"command:{trigger}";
            var outcome = await turns.RunAsync(place, SlackActivities.Message(place, key, said), key);
            if (request.Field("channel_id") != channel && request.Field("response_url") is { } responseUrl)
                await SayWhereAsync(place, responseUrl);
            return SlackTurns.ResultOf(outcome);
        });
    }

    /// <summary>Seen by the runner alone.</summary>
    private async Task SayWhereAsync(SlackPlace place, string responseUrl)
    {
        var user = await users.FindAsync(place.Workspace, place.User);
        var (_, words) = texts.Choose([user.Locale ?? ""]);
        var message = new JsonObject { ["response_type"] = "ephemeral", ["text"] = words["answeredPrivately"] };
        await api.RespondAsync(responseUrl, message, CancellationToken.None);
    }

    private async Task<string?> DirectChannelAsync(SlackRequest request, string workspace, string user) =>
        await users.DirectChannelAsync(workspace, user)
        ?? (request.Field("channel_id") is { } channel && SlackIds.IsDirect(channel) ? channel : null);

    private static string? Workspace(SlackRequest request) =>
        request.Field("is_enterprise_install") == "true" ? request.Field("enterprise_id") : request.Field("team_id");
}
