using CoachBot.BotBuilder.Connector;

namespace CoachBot.BotBuilder.Dialogs.Choices;

/// <summary>What each channel can show. Ids are those of the Activity's <c>channelId</c>.</summary>
public static class Channel
{
    /// <summary>Titles longer than this make a list of buttons unreadable in most clients.</summary>
    private const int TitleLimit = 20;
    private const int TeamsSuggestedActionLimit = 3;

    private static readonly Dictionary<string, int> SuggestedActionLimits = new()
    {
        [Channels.Facebook] = 10,
        [Channels.Skype] = 10,
        [Channels.Line] = 13,
        [Channels.Kik] = 20,
        [Channels.Telegram] = 100,
        [Channels.Emulator] = 100,
        [Channels.Directline] = 100,
        [Channels.DirectlineSpeech] = 100,
        [Channels.Webchat] = 100,
    };

    private static readonly Dictionary<string, int> CardActionLimits = new()
    {
        [Channels.Facebook] = 3,
        [Channels.Skype] = 3,
        [Channels.Msteams] = 50,
        [Channels.Line] = 99,
        [Channels.Slack] = 100,
        [Channels.Telegram] = 100,
        [Channels.Emulator] = 100,
        [Channels.Directline] = 100,
        [Channels.DirectlineSpeech] = 100,
        [Channels.Webchat] = 100,
        [Channels.Cortana] = 100,
    };

    public static bool SupportsSuggestedActions(string? channelId, int buttonCnt = 100) =>
        SupportsSuggestedActions(channelId, buttonCnt, conversationType: null);

    /// <param name="conversationType">Teams takes suggested actions only where this is "personal".</param>
    public static bool SupportsSuggestedActions(string? channelId, int buttonCnt, string? conversationType) =>
        channelId == Channels.Msteams
            ? conversationType == "personal" && buttonCnt <= TeamsSuggestedActionLimit
            : buttonCnt <= SuggestedActionLimits.GetValueOrDefault(channelId ?? "", defaultValue: -1);

    public static bool SupportsCardActions(string? channelId, int buttonCnt = 100) =>
        buttonCnt <= CardActionLimits.GetValueOrDefault(channelId ?? "", defaultValue: -1);

    public static bool HasMessageFeed(string? channelId) => channelId != Channels.Cortana;

    public static int MaxActionTitleLength(string? channelId)
    {
        _ = channelId;
        return TitleLimit;
    }

    public static string GetChannelId(ITurnContext turnContext) => turnContext.Activity.ChannelId ?? "";
}
