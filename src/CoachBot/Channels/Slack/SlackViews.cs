using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.WebApi;

namespace CoachBot.Channels.Slack;

/// <summary>Windows and the Home tab: asks the bot for the card and shows it there.</summary>
internal sealed class SlackViews(SlackTurns turns, SlackWebApi api)
{
    private const string FetchForm = "task/fetch";
    private const string FetchHome = "tab/fetch";

    /// <param name="place">The runner's direct messages, where what is filled in arrives.</param>
    /// <param name="triggerId">Allows one window, for three seconds.</param>
    /// <param name="data">Which form.</param>
    public async Task OpenFormAsync(SlackPlace place, string triggerId, JsonObject data)
    {
        var answer = await AskAsync(place, FetchForm, data, $"form:{triggerId}");
        if (Card(Json.Object(answer, "task", "value", "card")) is { } card)
            await api.OpenViewAsync(place.Workspace, triggerId, CardView.Modal(card, place.Channel), CancellationToken.None);
    }

    /// <param name="place">The runner's direct messages, where what is pressed there is answered.</param>
    /// <param name="key">What a repetition of the request would carry too.</param>
    public async Task PublishHomeAsync(SlackPlace place, string key)
    {
        var answer = await AskAsync(place, FetchHome, null, $"home:{key}");
        var cards = Json.Objects(answer, "tab", "value", "cards").Select(each => Card(Json.Object(each, "card"))).OfType<JsonObject>().ToList();
        if (cards.Count > 0)
            await api.PublishViewAsync(place.Workspace, place.User, CardView.Home(cards, place.Channel), CancellationToken.None);
    }

    private async Task<JsonNode?> AskAsync(SlackPlace place, string name, JsonObject? data, string key)
    {
        var outcome = await turns.RunAsync(place, SlackActivities.Fetch(place, key, name, data), key);
        return outcome?.InvokeResponse is { Status: StatusCodes.Status200OK, Body: { } body } ? StateJson.ToNode(body) : null;
    }

    /// <summary>The card itself, or the one inside an attachment.</summary>
    private static JsonObject? Card(JsonObject? node) => Json.Object(node, "content") ?? node;
}
