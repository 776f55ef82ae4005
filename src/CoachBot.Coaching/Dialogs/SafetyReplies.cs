using CoachBot.Coaching.Language;
using CoachBot.Recovery;
using CoachBot.Recovery.Safety;

namespace CoachBot.Coaching.Dialogs;

/// <summary>What the coach does about red flags: stop, hold the plan, and open it again (evidence C-i, C-v).</summary>
internal static class SafetyReplies
{
    /// <summary>What this message shows: its own signs, and a weak one asked about before that was not clearly denied.</summary>
    public static SafetyAssessment Assess(CoachTurn turn)
    {
        var found = turn.Content.Gate.Assess(turn.Input.Raw, turn.Locale);
        CoachMetrics.Assessed(found.Tier);
        if (turn.Memory.Doubt is not { } doubt)
            return found;

        turn.Memory = turn.Memory with { Doubt = null };
        return Denies(turn) ? found : SafetyAssessment.Of(found.Signs.Concat(doubt.Signs.Select(sign => sign with { Ask = false })));
    }

    public static bool IsDanger(CoachTurn turn) => turn.Content.Gate.Assess(turn.Input.Raw, turn.Locale).Tier != SafetyTier.None;

    /// <summary>A single weak cue is asked about once, before it counts (evidence C-ii 9).</summary>
    public static Task AskAsync(CoachTurn turn, SafetyAssessment found, CancellationToken cancellationToken)
    {
        turn.DropPreface();
        turn.Memory = turn.Memory with { Doubt = found };
        return turn.SendAsync(
            turn.Content.Gate.Question(found, turn.Locale),
            [QuestionButtons.Plain(turn.Voice, "button.yes"), QuestionButtons.Plain(turn.Voice, "button.no")],
            cancellationToken);
    }

    /// <summary>The weak sign was denied.</summary>
    public static string Relieved(CoachTurn turn, SafetyAssessment doubt) =>
        turn.Content.Gate.Words(doubt.Signs.Any(sign => sign.Condition == Cautions.SelfHarm) ? "none.denied" : "none.nothing", turn.Locale);

    /// <summary>The message of the gravest sign and nothing beside it. A runner's own sign locks the plan; the day is no usual day.</summary>
    public static Task StopAsync(CoachTurn turn, SafetyAssessment found, CancellationToken cancellationToken)
    {
        turn.DropPreface();
        if (found.Signs.Any(sign => sign.Condition == Cautions.Eating && !sign.OtherPerson))
            turn.Runner = turn.Runner with { NoWeight = true, BodyMassKg = null };
        if (SafetyLock.From(found, turn.Now) is { } held)
        {
            turn.Memory = turn.Memory with { CheckIn = null, Asked = null, Misses = 0 };
            turn.Runner = turn.Runner with
            {
                Lock = turn.Runner.Lock?.Join(held) ?? held,
                Last = null,
                History = CheckInHistory.Add(turn.Runner.History, new CheckInEntry(turn.Now) { Band = Band.Hold }),
            };
        }

        return turn.SendAsync(turn.Content.Gate.Message(found, turn.Locale), cancellationToken);
    }

    /// <summary>What stops coaching in a plan's own reading of the notes; null when nothing does.</summary>
    public static SafetyAssessment? FoundIn(RecoveryPlan plan) =>
        new SafetyAssessment(plan.Safety.Tier, plan.Safety.Signs) is { Stops: true } found ? found : null;

    /// <summary>The plan is held: any message is taken as news about it. True when that opened it.</summary>
    public static async Task<bool> AskAboutLockAsync(CoachTurn turn, CancellationToken cancellationToken)
    {
        var held = turn.Runner.Lock!;
        if (Opens(held, turn))
        {
            turn.Runner = turn.Runner with { Lock = null };
            turn.Preface(turn.Voice.Say(held.Tier == SafetyTier.T0 ? "lock.opened.T0" : "lock.opened"));
            return true;
        }

        if (held.Acknowledged && SaysNotYet(turn))
        {
            await turn.SendAsync(turn.Voice.Say(held.Tier == SafetyTier.T0 ? "lock.waiting.T0" : "lock.waiting"), cancellationToken);
            return false;
        }

        turn.Runner = turn.Runner with { Lock = held.Acknowledge() };
        await turn.SendAsync(turn.Voice.Say(AskKey(held)), LockButtons(held, turn), cancellationToken);
        return false;
    }

    private static bool Opens(SafetyLock held, CoachTurn turn)
    {
        if (SaysNotYet(turn))
            return false;
        if (turn.Says("words.gone"))
            return held.OpensWith(SafetyRelease.SymptomsGone);
        // "Yes" counts once the question was put.
        return (turn.Says("words.seen") || (held.Acknowledged && Intent(turn) == Language.Intent.Yes)) && held.OpensWith(SafetyRelease.Assessed);
    }

    private static bool SaysNotYet(CoachTurn turn) => turn.Says("words.not-yet") || Intent(turn) == Language.Intent.No;

    private static bool Denies(CoachTurn turn) => Intent(turn) == Language.Intent.No;

    private static Intent Intent(CoachTurn turn) => turn.Understand(turn.Text, DialogStep.Confirm).Intent;

    private static string AskKey(SafetyLock held) => held.Tier switch
    {
        SafetyTier.T0 => "lock.ask.T0",
        SafetyTier.T3 => "lock.ask.T3",
        _ => "lock.ask",
    };

    private static Button[] LockButtons(SafetyLock held, CoachTurn turn)
    {
        string[] keys = held.Tier switch
        {
            SafetyTier.T0 => ["button.talked", "button.not-yet"],
            SafetyTier.T3 => ["button.seen", "button.gone", "button.not-yet"],
            _ => ["button.seen", "button.not-yet"],
        };
        return [.. keys.Select(key => QuestionButtons.Plain(turn.Voice, key))];
    }
}
