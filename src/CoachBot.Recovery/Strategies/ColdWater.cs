namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A4. Its best use is between two efforts; after strength work in a block that builds, it costs.</summary>
internal sealed class ColdWater : IRecoveryStrategy
{
    /// <summary>At three hours it still helps a bit (S40); after that it is not worth the cold.</summary>
    private const double LatestH = 4;

    /// <summary>Getting there, undressing, warming up again.</summary>
    private const double BathH = 0.75;

    private const double BeforeFastWorkH = 2;

    public string Id => "coldWater";

    public void Propose(PlanFacts facts, Proposals to)
    {
        var wants = facts.Wants(to.Entry(Id));
        if (facts.Situation.Kind == SituationKind.Easy || (facts.SessionEnd is null && !StrengthWithin24H(facts)))
            return;

        if (to.IsClosed(Id))
            return;

        if (BlocksStrength(facts))
            Refuse(facts, to, wants);
        else if (facts.HoursSinceSession > LatestH || facts.SessionEnd is null)
            return;
        else if (facts is { NextIsDemanding: true, HoursToNext: < BeforeFastWorkH + BathH })
            Say(to, "no-cold-before-fast-work", wants);
        else if (IsTurnaround(facts))
            Offer(facts, to, "cold-turnaround");
        else if (facts.Situation.Kind is SituationKind.Quality or SituationKind.Hills && facts.BuildsAdaptation)
            Say(to, "cold-skip-in-build", wants);
        else if (IsComfort(facts))
            Offer(facts, to, "cold-comfort");
    }

    /// <summary>
    /// No cold within 24 hours after strength, plyometrics or hill sprints while adaptation is the aim, unless a race falls within 48 hours.
    /// A phase that nobody told may be such a block.
    /// </summary>
    internal static bool BlocksStrength(PlanFacts facts) =>
        StrengthWithin24H(facts)
        && facts.Phase is not (TrainingPhase.Taper or TrainingPhase.RaceWeek or TrainingPhase.Transition)
        && !facts.MustPerformWithin48H;

    private static bool StrengthWithin24H(PlanFacts facts)
    {
        var today = (facts.Situation.Kind == SituationKind.Strength || facts.CheckIn.Session?.Kind == SessionKind.Hills) && facts.HoursSinceSession < 24;
        return today || facts.MentionsStrength || (facts.CheckIn.Now - facts.CheckIn.Training.LastStrengthEndedAt)?.TotalHours < 24;
    }

    private static bool IsTurnaround(PlanFacts facts) =>
        facts.IsDoubleDay
        || (facts.MustPerformWithin48H && facts.Situation.IsHard)
        || (facts.Situation.IsRace && facts.TurnaroundH <= 48);

    private static bool IsComfort(PlanFacts facts) => facts.Situation.Kind switch
    {
        SituationKind.Long or SituationKind.VeryLong or SituationKind.HalfMarathon or SituationKind.Marathon => true,
        SituationKind.Downhill => true,
        SituationKind.Quality or SituationKind.Hills => facts.Phase == TrainingPhase.HeavyBlock && facts.Soreness >= 4 && facts.TurnaroundH <= 48,
        _ => facts.Situation.Downhill,
    };

    private void Offer(PlanFacts facts, Proposals to, string action)
    {
        // Nothing new in race week, and no tub is no loss.
        if (!facts.MayHave(to.Entry(Id)) || (facts.IsRaceWeek && action == "cold-comfort" && !facts.Tried(to.Entry(Id))))
            return;

        to.AfterSession(Id, facts.Over50 ? $"{action}-over-50" : action);
    }

    /// <summary>After a strength session it is always said; after hills, or strength earlier that day, to those who would get into a tub.</summary>
    private void Refuse(PlanFacts facts, Proposals to, bool wants)
    {
        if (facts.Situation.Kind == SituationKind.Strength || wants)
            to.Add(Id, "no-cold-after-strength");
    }

    private void Say(Proposals to, string action, bool wants)
    {
        if (wants)
            to.AfterSession(Id, action);
    }
}
