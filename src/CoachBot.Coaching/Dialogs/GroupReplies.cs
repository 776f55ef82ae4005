using CoachBot.Recovery.Safety;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Where others read along: no question about health, no plan, nothing that is known about anyone.</summary>
internal static class GroupReplies
{
    /// <summary>An emergency is answered where it is told: the instruction cannot wait for a private message.</summary>
    public static Task AnswerAsync(CoachTurn turn, CancellationToken cancellationToken) =>
        Danger(turn) is { } found ? SafetyReplies.StopAsync(turn, found, cancellationToken) : turn.SendAsync(turn.Voice.Say("group.private"), cancellationToken);

    /// <summary>To a changed message nothing else is said.</summary>
    public static Task AnswerDangerAsync(CoachTurn turn, CancellationToken cancellationToken) =>
        Danger(turn) is { } found ? SafetyReplies.StopAsync(turn, found, cancellationToken) : Task.CompletedTask;

    private static SafetyAssessment? Danger(CoachTurn turn)
    {
        var found = turn.Content.Gate.Assess(turn.Input.Raw, turn.Locale);
        CoachMetrics.Assessed(found.Tier);
        return found is { Tier: >= SafetyTier.T2, Ask: false } ? found : null;
    }
}
