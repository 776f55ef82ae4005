using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;
using ChannelNames = CoachBot.BotBuilder.Connector.Channels;

namespace CoachBot.Channels.BotFramework.Incoming;

/// <summary>Makes what channels send differently the same for the bot.</summary>
internal static class IncomingActivity
{
    public static void Normalise(Activity activity)
    {
        activity.CallerId = null;
        TakeClientInfo(activity);
        if (activity.ChannelId == ChannelNames.Msteams)
            TellScope(activity);
        if (activity.Type is ActivityTypes.Message or ActivityTypes.MessageUpdate)
            StripOwnMention(activity);
    }

    /// <summary>Teams tells zone and language in an entity too, and on some activities only there.</summary>
    private static void TakeClientInfo(Activity activity)
    {
        if (activity.Entities?.FirstOrDefault(entity => entity.Type == "clientInfo")?.Properties is not { } client)
            return;
        activity.LocalTimezone ??= Text(client["timezone"]);
        activity.Locale ??= Text(client["locale"]);
    }

    /// <summary>
    /// Personal, group chat or channel: not every activity says it, and what is private must not be said where others read.
    /// What cannot be told counts as shared.
    /// </summary>
    private static void TellScope(Activity activity)
    {
        var conversation = activity.Conversation!;
        conversation.ConversationType ??=
            (activity.ChannelData as JsonObject)?["team"] is JsonObject ? "channel"
            : conversation.Id!.StartsWith("a:", StringComparison.Ordinal) ? "personal"
            : conversation.IsGroup == false ? "personal"
            : "groupChat";
        conversation.IsGroup = conversation.ConversationType != "personal";
    }

    /// <summary>In channels and groups every message to the bot begins with its name.</summary>
    private static void StripOwnMention(Activity activity)
    {
        if (activity.Text is null)
            return;
        activity.RemoveRecipientMention();
        activity.Text = activity.Text.Replace("&nbsp;", " ", StringComparison.Ordinal).Replace('\u00a0', ' ').Trim();
    }

    private static string? Text(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;
}
