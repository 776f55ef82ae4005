namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A10, B4: when a device is off, look for ordinary reasons before blaming training.</summary>
internal sealed class Monitoring : IRecoveryStrategy
{
    public string Id => "monitoring";

    public void Propose(PlanFacts facts, Proposals to)
    {
        if (facts.Readiness.Has(Measure.RestingHr, Level.Amber) || facts.Readiness.Has(Measure.Hrv, Level.Amber))
            to.Add(Id, "ordinary-reasons");
    }
}
