namespace CoachBot.BotBuilder.Schema;

public static class ActivityExtensions
{
    public static bool MentionsId(this IMessageActivity activity, string id) =>
        activity.GetMentions().Any(mention => mention.Mentioned?.Id == id);

    public static bool MentionsRecipient(this IMessageActivity activity) =>
        activity.Recipient?.Id is { } id && activity.MentionsId(id);

    /// <summary>Takes the bot's own name out of the text, as it stands there in channels and groups.</summary>
    public static string? RemoveRecipientMention(this IMessageActivity activity) =>
        activity.Recipient?.Id is { } id ? activity.RemoveMentionText(id) : activity.Text;

    /// <summary>
    /// Takes every mention of one account out of the text, and trims it. The piece to remove is what the mention says,
    /// or the name between at-tags when it says nothing.
    /// </summary>
    /// <returns>The new text, which the activity now has too.</returns>
    public static string? RemoveMentionText(this IMessageActivity activity, string id)
    {
        foreach (var mention in activity.GetMentions().Where(mention => mention.Mentioned?.Id == id))
        {
            var piece = mention.Text ?? $"<at>{mention.Mentioned!.Name}</at>";
            if (activity.Text is { } text && piece.Length > 0)
                activity.Text = text.Replace(piece, string.Empty, StringComparison.OrdinalIgnoreCase).Trim();
        }

        return activity.Text;
    }

    public static bool IsFromStreamingConnection(this IActivity activity) =>
        activity is Activity { } concrete && concrete.IsFromStreamingConnection();
}
