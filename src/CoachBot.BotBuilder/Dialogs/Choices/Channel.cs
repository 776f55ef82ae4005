using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Dialogs.Choices;

/// <summary>What each channel can show. Ids are those of the Activity's <c>channelId</c>.</summary>
public static class Channel
{
    /// <summary>Titles longer than this make a list of buttons unreadable in most clients.</summary>
    private const int TitleLimit = 20;
    private const int TeamsSuggestedActionLimit = 3;

    private static readonly Dictionary<string, int> SuggestedActionLimits = new()
    {
        ["facebook"] = 10,
        ["skype"] = 10,
        ["line"] = 13,
        ["kik"] = 20,
        ["telegram"] = 100,
        ["emulator"] = 100,
        ["directline"] = 100,
        ["webchat"] = 100,
    };

    private static readonly Dictionary<string, int> CardActionLimits = new()
    {
        ["facebook"] = 3,
        ["skype"] = 3,
        ["msteams"] = 50,
        ["line"] = 99,
        ["slack"] = 100,
        ["telegram"] = 100,
        ["emulator"] = 100,
        ["directline"] = 100,
        ["webchat"] = 100,
        ["cortana"] = 100,
    };

    public static bool SupportsSuggestedActions(string? channelId, int buttonCnt = 100) =>
        SupportsSuggestedActions(channelId, buttonCnt, conversationType: null);

    /// <param name="conversationType">Teams takes suggested actions only where this is "personal".</param>
    public static bool SupportsSuggestedActions(string? channelId, int buttonCnt, string? conversationType) =>
        channelId == "msteams"
            ? conversationType == "personal" && buttonCnt <= TeamsSuggestedActionLimit
            : buttonCnt <= SuggestedActionLimits.GetValueOrDefault(channelId ?? "", defaultValue: -1);

    public static bool SupportsCardActions(string? channelId, int buttonCnt = 100) =>
        buttonCnt <= CardActionLimits.GetValueOrDefault(channelId ?? "", defaultValue: -1);

    public static bool HasMessageFeed(string? channelId) => channelId != "cortana";

    public static int MaxActionTitleLength(string? channelId)
    {
        _ = channelId;
        return TitleLimit;
    }

    public static string GetChannelId(ITurnContext turnContext) => turnContext.Activity.ChannelId ?? "";
}
