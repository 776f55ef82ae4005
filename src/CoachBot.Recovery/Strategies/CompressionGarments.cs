namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A5.3: if liked, after long, downhill, strength and the trip home from a race.</summary>
internal sealed class CompressionGarments : IRecoveryStrategy
{
    public string Id => "compressionGarments";

    public void Propose(PlanFacts facts, Proposals to)
    {
        var entry = to.Entry(Id);
        var fits = facts.Situation.IsLong || facts.Situation.Downhill || facts.Situation.Kind == SituationKind.Strength;
        if ((fits && facts.Wants(entry)) || (facts.Situation.IsBigRace && facts.MayHave(entry)))
            to.AfterSession(Id, "compression-comfort");
    }
}
