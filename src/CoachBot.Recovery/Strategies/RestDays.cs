namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A8: what the next days look like, and the one load rule.</summary>
internal sealed class RestDays : IRecoveryStrategy
{
    public string Id => "restDays";

    public void Propose(PlanFacts facts, Proposals to)
    {
        if (facts.Readiness.Has(Measure.Pattern, Level.Red))
            to.Add(Id, "rest-week");
        // After a half-marathon or more, walking is all there is anyway (see ActiveRecovery).
        if (facts.Readiness.Band == Band.Recover && !facts.Situation.IsBigRace)
            to.Add(Id, facts.Situation.IsHard ? "recover-tomorrow" : "recover-today");
        else if (facts.Readiness.Band == Band.Ease && !facts.Situation.IsHard)
            to.Add(Id, "keep-easy");
        else
            Tomorrow(facts, to);

        if (facts.Situation.Spike)
            to.AfterSession(Id, "single-run-spike")?.Set(DoseKey.Percent, null, 10);
        if (facts.Situation.Downhill)
            to.AfterSession(Id, "no-downhill");
        if (facts.Situation.Heat && facts.Situation.IsHard)
            to.AfterSession(Id, "cooler-hours");
        MoveNext(facts, to);
    }

    private void Tomorrow(PlanFacts facts, Proposals to)
    {
        var action = facts.Situation.Kind switch
        {
            SituationKind.VeryLong => "rest-or-walk-tomorrow",
            SituationKind.ShortRace => "easy-after-race",
            SituationKind.Long or SituationKind.Quality or SituationKind.Hills => "easy-tomorrow",
            _ => null,
        };
        if (action is not null)
            to.AfterSession(Id, action);
    }

    /// <summary>A demanding session before its time is moved.</summary>
    private void MoveNext(PlanFacts facts, Proposals to)
    {
        if (Spacing.NextComesTooEarly(facts) is { } earliest)
            to.AddMove(Id, "move-next", facts.Next!.At, earliest);
    }
}
