namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A2.3: a volume only from a measured loss; nobody is told to drink beyond thirst otherwise.</summary>
internal sealed class FluidSodium : IRecoveryStrategy
{
    public string Id => "fluidSodium";

    public void Propose(PlanFacts facts, Proposals to)
    {
        if (facts.Situation.Kind == SituationKind.Rest)
            return;

        var numbers = facts.Cautions.For(to.Entry(Id)).Level < CautionLevel.General;
        if (facts.Fasts && facts.MassLostKg is null or > 0)
            return;

        if (facts.MassLostKg <= 0)
            to.AfterSession(Id, "no-extra-fluid");
        else if (facts.Situation.IsMarathonOrMore)
            to.AfterSession(Id, "thirst-only");
        // Under 0.1 kg is the scale, not the runner.
        else if (numbers && facts.MassLostKg >= 0.1)
            to.AfterSession(Id, "fluid-by-loss");
        else if ((facts.Situation.IsHard && facts.Situation.Kind is not (SituationKind.Strength or SituationKind.ShortRace)) || facts.IsDoubleDay)
            to.AfterSession(Id, "drink-to-thirst");
    }
}
