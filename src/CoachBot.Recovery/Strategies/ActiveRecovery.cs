namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A1: do not stop dead; after a half-marathon and more, walk and no jog.</summary>
internal sealed class ActiveRecovery : IRecoveryStrategy
{
    public string Id => "activeRecovery";

    public void Propose(PlanFacts facts, Proposals to)
    {
        var kind = facts.Situation.Kind;
        if (kind == SituationKind.Rest)
        {
            if (facts.Readiness.Band < Band.Recover)
                to.Add(Id, "rest-or-easy");
            return;
        }

        if (facts.Situation.Heat)
            to.AfterSession(Id, "cool-first");
        else
            CoolDown(facts, to);

        if (facts.Situation.IsBigRace)
            AfterBigRace(facts, to);
        if (facts.IsDoubleDay)
            to.AfterSession(Id, "no-extra-between");
    }

    private void CoolDown(PlanFacts facts, Proposals to)
    {
        var situation = facts.Situation;
        if (situation.Downhill)
            to.AfterSession(Id, "walk-after-downhill");
        else if (situation.IsBigRace)
            to.AfterSession(Id, "walk-after-big-race");
        // Between two sessions jogging competes with refuelling (S4): a short walk, as after a long run, and no more.
        else if (situation.IsLong || (facts.IsDoubleDay && situation.IsHard))
            to.AfterSession(Id, "walk-after-long");
        else if (situation.Kind == SituationKind.ShortRace)
            to.AfterSession(Id, "walk-after-race");
        else if (situation.Kind is SituationKind.Quality or SituationKind.Hills)
            to.AfterSession(Id, "walk-after-quality");
    }

    private void AfterBigRace(PlanFacts facts, Proposals to)
    {
        to.AfterSession(Id, "no-jog-today");
        to.AfterSession(Id, "walk-tomorrow");
        if (!facts.Situation.IsMarathonOrMore)
            return;

        if (facts.HoursSinceSession < 48)
            to.AfterSession(Id, "no-run-two-days");
        to.AfterSession(Id, "easy-runs-after-marathon");
    }
}
