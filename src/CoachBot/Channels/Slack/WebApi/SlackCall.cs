namespace CoachBot.Channels.Slack.WebApi;

/// <summary>One call of a method.</summary>
/// <param name="Method">Its name, which ends the address: <c>chat.postMessage</c>.</param>
/// <param name="Workspace">Whose token it carries; null for a call without one.</param>
/// <param name="Form">The arguments; objects are JSON.</param>
internal sealed record SlackCall(string Method, string? Workspace, IReadOnlyDictionary<string, string> Form)
{
    /// <summary>Twice is as good as once, so that it may be repeated when its fate is unknown.</summary>
    public bool IsRepeatable { get; init; }

    /// <summary>Tries in all.</summary>
    public int Tries { get; init; } = 6;

    /// <summary>What Slack limits together.</summary>
    public string Limited => $"{Workspace}/{Method}/{Form.GetValueOrDefault("channel")}";
}
