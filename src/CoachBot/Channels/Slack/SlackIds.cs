namespace CoachBot.Channels.Slack;

/// <summary>
/// How Slack's ids stand in activities. Slack's own hold only capital letters and digits, and users and channels may share theirs
/// between workspaces, so that ours name the workspace too.
/// </summary>
internal static class SlackIds
{
    /// <summary>"slack", as every Bot Builder channel list has it.</summary>
    public const string Channel = "slack";

    public static string Conversation(string workspace, string channel) => $"{workspace}:{channel}";

    public static (string Workspace, string Channel) SplitConversation(string id) =>
        id.IndexOf(':', StringComparison.Ordinal) is > 0 and var at ? (id[..at], id[(at + 1)..]) : ("", id);

    public static string User(string workspace, string user) => $"{workspace}:{user}";

    /// <summary>Between the runner and the coach alone.</summary>
    public static bool IsDirect(string channel) => channel.StartsWith('D');

    /// <summary>A message and the thread it stands in, so that the reply to it finds back there.</summary>
    public static string Message(string ts, string? thread) => thread is null ? ts : $"{ts}@{thread}";

    /// <summary>Null for what stands in no thread, and for what nobody asked for.</summary>
    public static string? ThreadOf(string? messageId) =>
        messageId?.IndexOf('@', StringComparison.Ordinal) is >= 0 and var at ? messageId[(at + 1)..] : null;
}
