namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A6.2: no use against soreness; gentle if liked, not hard into very sore muscles.</summary>
internal sealed class Stretching : IRecoveryStrategy
{
    public string Id => "stretching";

    public void Propose(PlanFacts facts, Proposals to)
    {
        if (!facts.Wants(to.Entry(Id)) || !facts.Situation.IsHard)
            return;

        to.AfterSession(Id, facts.Soreness >= 6 ? "no-hard-stretching" : "stretch-if-liked");
    }
}
