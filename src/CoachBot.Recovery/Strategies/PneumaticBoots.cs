namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A5.4: weak; for those who already have them, never a reason to buy.</summary>
internal sealed class PneumaticBoots : IRecoveryStrategy
{
    public string Id => "pneumaticBoots";

    public void Propose(PlanFacts facts, Proposals to)
    {
        var fits = facts.Situation.IsLong || facts.Situation.Downhill || facts.Situation.IsBigRace;
        if (fits && facts.Wants(to.Entry(Id)))
            to.AfterSession(Id, "boots-comfort");
    }
}
