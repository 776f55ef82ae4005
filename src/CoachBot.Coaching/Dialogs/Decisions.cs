using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>What the runner decides against the coach: no tub, no time, running anyway. Kept; it opens nothing that safety closes.</summary>
internal static class Decisions
{
    private const double MostMinutes = 60;

    public static readonly IReadOnlyList<Strategy> CanLack = [Strategy.ColdWater, Strategy.FoamRolling, Strategy.Massage, Strategy.Compression, Strategy.Supplements];

    /// <summary>Keeps the decision and says so in front of the reply. False when there was none.</summary>
    public static bool Take(CoachTurn turn)
    {
        if (turn.Input.IsLong || turn.Text.Length == 0)
            return false;

        if (TakeKit(turn))
            return true;
        var ran = turn.Said is not { RunType: null, DistanceKm: null, SleepHours: null };
        if (!ran && turn.Said.DurationMin is { Value: > 0 and <= MostMinutes } minutes && turn.Says("words.short-of-time"))
            return Decide(turn, answers => answers with { MinutesAvailable = minutes.Value }, turn.Voice.Say("decision.minutes", ("value", minutes.Value)));
        return turn.Says("words.anyway") && PlanReplies.HasFresh(turn) && turn.Memory.CheckIn is null
            && Decide(turn, answers => answers with { ChosenBand = Band.Go }, null);
    }

    private static bool TakeKit(CoachTurn turn)
    {
        var changed = false;
        foreach (var strategy in CanLack)
        {
            var name = JsonNames.Of(strategy);
            var without = turn.Says($"words.without.{name}");
            if (!without && !(turn.Runner.Without.Contains(name) && turn.Says($"words.with.{name}")))
                continue;

            turn.Runner = turn.Runner with { Without = without ? [.. turn.Runner.Without.Union([name])] : [.. turn.Runner.Without.Where(other => other != name)] };
            turn.Preface(turn.Voice.Say(without ? "decision.without" : "decision.with", ("what", turn.Voice.Say($"kit.{name}"))));
            changed = true;
        }

        return changed;
    }

    /// <summary>For the plan of today, or the one that the check-in under way, or a new one, ends in.</summary>
    private static bool Decide(CoachTurn turn, Func<CheckInAnswers, CheckInAnswers> decide, string? sentence)
    {
        if (turn.Memory.CheckIn is null && PlanReplies.HasFresh(turn))
            PlanReplies.Decide(turn, decide);
        else
            turn.Answers = decide(turn.Answers);
        if (sentence is not null)
            turn.Preface(sentence);
        return true;
    }
}
