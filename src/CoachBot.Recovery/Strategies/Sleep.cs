namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A3: more of it after long runs and short nights, as usual otherwise. One bad night is no drama.</summary>
internal sealed class Sleep : IRecoveryStrategy
{
    private const double LeastNeedH = 7;
    private const double MostNeedH = 9;

    public string Id => "sleep";

    public void Propose(PlanFacts facts, Proposals to)
    {
        if (facts.Situation.Heat && facts.Situation.IsHard)
            to.AfterSession(Id, "cool-room");

        if (AfterSession(facts) is { } action && to.AfterSession(Id, action) is not null)
            return;

        if (IsShort(facts))
            CatchUp(facts, to);
        else if (facts.Phase == TrainingPhase.HeavyBlock)
            to.Add(Id, "sleep-more-60");
        else if (facts.Phase == TrainingPhase.Taper || facts.IsRaceWeek)
            to.Add(Id, "sleep-banking");
        else if (facts.Situation.Kind is SituationKind.Easy or SituationKind.Rest)
            to.Add(Id, "sleep-as-usual");
    }

    /// <summary>Slept short, or owes some: the measures that the readiness table calls amber.</summary>
    internal static bool IsShort(PlanFacts facts) =>
        facts.Slept(lessThanH: 7) || facts.CheckIn.Sleep.Quality <= 2 || facts.Readiness.LevelOf(Measure.SleepDebt) >= Level.Amber;

    private static string? AfterSession(PlanFacts facts) => facts.Situation.Kind switch
    {
        SituationKind.Long => "sleep-more-30",
        SituationKind.VeryLong => "sleep-more-60",
        SituationKind.HalfMarathon or SituationKind.Marathon or SituationKind.Ultra => "early-nights",
        SituationKind.ShortRace => "race-night",
        _ => null,
    };

    private void CatchUp(PlanFacts facts, Proposals to)
    {
        var need = Math.Clamp(facts.CheckIn.Runner.SleepNeedH ?? LeastNeedH, LeastNeedH, 10);
        to.Add(Id, "sleep-catch-up")?.Set(DoseKey.Hours, need, Math.Max(MostNeedH, need));
    }
}
