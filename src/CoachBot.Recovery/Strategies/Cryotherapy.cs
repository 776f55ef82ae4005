namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A4: not recommended; said where a runner would otherwise go.</summary>
internal sealed class Cryotherapy : IRecoveryStrategy
{
    public string Id => "cryotherapy";

    public void Propose(PlanFacts facts, Proposals to)
    {
        if (facts.Wants(to.Entry(Id)) && facts.Situation.IsHard)
            to.AfterSession(Id, "cryo-skip");
    }
}
