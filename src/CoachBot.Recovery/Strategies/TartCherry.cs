namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A7: only around a goal race, and only when begun four to five days before; not through a block that builds.</summary>
internal sealed class TartCherry : IRecoveryStrategy
{
    private const double OpensH = 6 * 24;
    private const double ClosesH = 4 * 24;

    public string Id => "tartCherry";

    public void Propose(PlanFacts facts, Proposals to)
    {
        var (wants, tried) = (facts.Wants(to.Entry(Id)), facts.Tried(to.Entry(Id)));
        if (facts.Situation.IsRace && facts.HoursSinceSession <= 48)
        {
            if (tried)
                to.AfterSession(Id, "cherry-go-on");
        }
        else if (facts.HoursToRace is >= ClosesH and <= OpensH)
        {
            to.Add(Id, "cherry-start");
        }
        else if (facts.HoursToRace < ClosesH)
        {
            if (tried)
                to.Add(Id, "cherry-keep-on");
            else if (wants)
                to.Add(Id, "cherry-too-late");
        }
        else if (wants && facts.BuildsAdaptation)
        {
            to.Add(Id, "cherry-not-now");
        }
    }
}
