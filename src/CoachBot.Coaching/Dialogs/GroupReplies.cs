using CoachBot.Recovery.Safety;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Where others read along: no question about health, no plan, nothing that is known about anyone.</summary>
internal static class GroupReplies
{
    /// <summary>An emergency is answered where it is told: the instruction cannot wait for a private message.</summary>
    public static Task AnswerAsync(CoachTurn turn, CancellationToken cancellationToken)
    {
        var found = turn.Content.Gate.Assess(turn.Input.Raw, turn.Locale);
        CoachMetrics.Assessed(found.Tier);
        return found.Tier >= SafetyTier.T2 && !found.Ask
            ? SafetyReplies.StopAsync(turn, found, cancellationToken)
            : turn.SendAsync(turn.Voice.Say("group.private"), cancellationToken);
    }
}
