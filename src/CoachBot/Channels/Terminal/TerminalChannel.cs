using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels.Terminal;

/// <summary>Writes what the coach says as soon as it is committed.</summary>
internal sealed class TerminalChannel(TextWriter output) : ILoggedChannel
{
    public const string Id = "terminal";

    public string ChannelId => Id;

    public void Publish(string conversationId, IReadOnlyList<LoggedActivity> entries)
    {
        foreach (var entry in entries)
            Show(entry.Activity);
    }

    /// <summary>The text, and below it the labels of the buttons: typing a label is the same as pressing it.</summary>
    public void Show(Activity activity)
    {
        if (activity.Type != ActivityTypes.Message || activity.From?.Role == RoleTypes.User)
            return;

        foreach (var text in Texts(activity))
            output.WriteLine(text);
        if (Buttons(activity) is { Count: > 0 } buttons)
            output.WriteLine(string.Join("  ", buttons.Select(button => $"[{button}]")));
        output.WriteLine();
    }

    private static IEnumerable<string> Texts(Activity activity) => string.IsNullOrWhiteSpace(activity.Text)
        ? (activity.Attachments ?? []).Select(attachment => AttachmentText.Of(attachment)).OfType<string>()
        : [activity.Text];

    private static List<string> Buttons(Activity activity) =>
        [.. (activity.SuggestedActions?.Actions ?? []).Select(action => action.Title ?? action.Value as string).OfType<string>()];
}
