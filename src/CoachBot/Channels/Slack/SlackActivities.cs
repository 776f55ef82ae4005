using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Channels.Slack;

/// <summary>Who did something, and where.</summary>
/// <param name="Workspace">Whose token answers: the workspace, or the organisation that installed the app as a whole.</param>
internal sealed record SlackPlace(string Workspace, string Channel, string User);

/// <summary>Makes what happens in Slack an activity.</summary>
internal static class SlackActivities
{
    public static ChannelAccount Bot { get; } = new("coach", "CoachBot", RoleTypes.Bot);

    public static Activity Message(SlackPlace place, string id, string text) => At(place, new Activity(ActivityTypes.Message) { Id = id, Text = text });

    /// <summary>The data of a button or a form, as a card submits it.</summary>
    public static Activity Submit(SlackPlace place, string id, JsonObject value) => At(place, new Activity(ActivityTypes.Message) { Id = id, Value = value });

    /// <summary>Asks the bot for a card: <c>task/fetch</c> for a window, <c>tab/fetch</c> for a tab, as Teams does.</summary>
    public static Activity Fetch(SlackPlace place, string id, string name, JsonObject? data) => At(place, new Activity(ActivityTypes.Invoke)
    {
        Id = id,
        Name = name,
        Value = data is null ? new JsonObject() : new JsonObject { ["data"] = data },
    });

    /// <summary>Someone opened the conversation for the first time.</summary>
    public static Activity Joined(SlackPlace place, string id) => At(place, new Activity(ActivityTypes.ConversationUpdate)
    {
        Id = id,
        MembersAdded = [Bot, new ChannelAccount(SlackIds.User(place.Workspace, place.User), role: RoleTypes.User)],
    });

    private static Activity At(SlackPlace place, Activity activity)
    {
        var isDirect = SlackIds.IsDirect(place.Channel);
        activity.ChannelId = SlackIds.Channel;
        activity.Conversation = new ConversationAccount(
            isGroup: !isDirect,
            conversationType: isDirect ? "personal" : "channel",
            id: SlackIds.Conversation(place.Workspace, place.Channel),
            tenantId: place.Workspace);
        activity.From = new ChannelAccount(SlackIds.User(place.Workspace, place.User), role: RoleTypes.User);
        activity.Recipient = Bot;
        return activity;
    }
}
