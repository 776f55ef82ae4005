namespace CoachBot.Channels.Slack;

/// <summary>What the app asks a workspace for: no more than the methods and events that are used need.</summary>
internal static class SlackScopes
{
    /// <summary>Mentions and direct messages come in, replies go out, a command is there, and zone and language of a user can be read.</summary>
    public static IReadOnlyList<string> Bot { get; } = ["app_mentions:read", "chat:write", "commands", "im:history", "im:write", "users:read"];

    /// <summary>The events that are understood.</summary>
    public static IReadOnlyList<string> Events { get; } = ["app_home_opened", "app_mention", "app_uninstalled", "message.im", "tokens_revoked"];
}
