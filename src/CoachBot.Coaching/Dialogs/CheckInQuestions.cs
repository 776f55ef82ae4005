using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Which question comes next: only what is missing, in the order of evidence B2.</summary>
internal static class CheckInQuestions
{
    /// <summary>From here on "where" is asked (evidence B2, question 3).</summary>
    public const double SoreEnoughToAskWhere = 4;

    private const double HardRpe = 8;

    /// <summary>Null when nothing is missing.</summary>
    public static Question? Next(CheckInAnswers answers) => Question.CheckIn.FirstOrDefault(question => Needs(question, answers));

    public static bool Needs(Question question, CheckInAnswers answers) =>
        !answers.Skipped.Contains(question.Name) && question.Name switch
        {
            "run" => answers is { Kind: null, DistanceKm: null, DurationMin: null },
            "amount" => answers is { HasRun: true, Minutes: null },
            "effort" => answers is { HasRun: true, Rpe: null },
            "soreness" => answers.Soreness is null,
            "site" => IsSore(answers) && answers.Sites.Count == 0,
            "spot" => IsSore(answers) && answers.Sites.Any(SpreadUnknown),
            "sleep" => answers.SleepHours is null,
            "sleep-quality" => answers is { SleepHours: not null, SleepQuality: null },
            "energy" => answers.Energy is null,
            "stress" => answers.Stress is null,
            "next" => answers is { NextInDays: null, Asked.Count: > 0 } && WasHard(answers),
            "illness" => answers is { Illness: null, Energy: 1, Asked.Count: > 0 },
            _ => false,
        };

    /// <summary>The answers as they were before the last question, which is then asked again; null at the first.</summary>
    public static CheckInAnswers? Back(CheckInAnswers answers)
    {
        if (answers.Asked.Count < 2)
            return null;

        var (current, previous) = (answers.Asked[^1], answers.Asked[^2]);
        return Forget(Forget(answers, current), previous) with { Asked = [.. answers.Asked.SkipLast(2)] };
    }

    private static CheckInAnswers Forget(CheckInAnswers answers, string question)
    {
        var open = answers with { Skipped = [.. answers.Skipped.Where(name => name != question)] };
        return question switch
        {
            "run" => open with { Kind = null, DistanceKm = null, DurationMin = null, PaceSPerKm = null, DaysAgo = null },
            "amount" => open with { DurationMin = null, PaceSPerKm = null },
            "effort" => open with { Rpe = null },
            "soreness" => open with { Soreness = null, Sites = [] },
            "site" => open with { Sites = [] },
            "spot" => open with { Sites = [.. open.Sites.Select(site => site with { Spread = null })] },
            "sleep" => open with { SleepHours = null, SleepQuality = null },
            "sleep-quality" => open with { SleepQuality = null },
            "energy" => open with { Energy = null },
            "stress" => open with { Stress = null },
            "next" => open with { NextInDays = null, NextKind = null },
            "illness" => open with { Illness = null },
            _ => open,
        };
    }

    /// <summary>Where the time to the next hard session decides what helps. Who told everything at once gets the plan at once.</summary>
    private static bool WasHard(CheckInAnswers answers) => answers.HasRun
        && (answers.Kind is SessionKind.Intervals or SessionKind.Tempo or SessionKind.Hills or SessionKind.Downhill or SessionKind.Race or SessionKind.Strength || answers.Rpe >= HardRpe);

    private static bool IsSore(CheckInAnswers answers) => answers.Soreness >= SoreEnoughToAskWhere;

    /// <summary>The same muscle on both sides is what soreness after a run looks like (evidence B2, the split); a joint or tendon is asked about.</summary>
    private static bool SpreadUnknown(SoreSite site) =>
        site.Spread is null && !(site.Side == BodySide.Both && site.Site is "quadriceps" or "hamstring" or "calf" or "glute");
}
