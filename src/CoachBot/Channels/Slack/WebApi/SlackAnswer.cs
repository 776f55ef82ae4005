using System.Text.Json.Nodes;

namespace CoachBot.Channels.Slack.WebApi;

/// <summary>How a call to the Web API ended.</summary>
internal enum SlackOutcome
{
    Done,

    /// <summary>It left, and whether it took effect nobody knows.</summary>
    Unknown,

    /// <summary>Surely without effect; a later try may do.</summary>
    Later,

    /// <summary>The app may not speak there any more: removed, the channel archived, the runner's account closed.</summary>
    Ended,

    /// <summary>Wrong in itself; another try would fare no better.</summary>
    Refused,
}

/// <param name="Outcome">How it ended.</param>
/// <param name="Error">Slack's own word for a failure.</param>
/// <param name="Body">All that Slack said; empty where it said nothing.</param>
internal sealed record SlackAnswer(SlackOutcome Outcome, string? Error, JsonObject Body)
{
    private static readonly HashSet<string> Endings = new(StringComparer.Ordinal)
    {
        "account_inactive", "cannot_dm_bot", "channel_not_found", "invalid_auth", "is_archived", "messages_tab_disabled", "not_in_channel",
        "team_access_not_granted", "token_expired", "token_revoked", "user_disabled", "user_not_found", "user_not_visible",
    };

    // Slack's own servers could not do it, before anything was done.
    private static readonly HashSet<string> Passing = new(StringComparer.Ordinal) { "ratelimited", "rate_limited", "service_unavailable" };

    public bool IsDone => Outcome is SlackOutcome.Done;

    public static SlackAnswer Failed(SlackOutcome outcome, string error) => new(outcome, error, []);

    /// <summary>Of an answer with status 200: there <c>ok</c> decides.</summary>
    public static SlackAnswer Of(JsonObject body)
    {
        if (body["ok"] is JsonValue ok && ok.TryGetValue(out bool isOk) && isOk)
            return new SlackAnswer(SlackOutcome.Done, null, body);

        var error = Json.Text(body, "error") ?? "no_reason_given";
        var outcome = Endings.Contains(error) ? SlackOutcome.Ended
            : Passing.Contains(error) ? SlackOutcome.Later
            : error is "internal_error" or "fatal_error" or "request_timeout" ? SlackOutcome.Unknown
            : SlackOutcome.Refused;
        return new SlackAnswer(outcome, error, body);
    }
}
