namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A3, S32: helps to fall asleep; offered after late hard sessions and poor nights.</summary>
internal sealed class WarmBath : IRecoveryStrategy
{
    private const double LateHour = 16;

    public string Id => "warmBath";

    public void Propose(PlanFacts facts, Proposals to)
    {
        if (facts.Situation.Heat || facts.Situation.IsMarathonOrMore)
            return;

        var lateQuality = facts.Situation.Kind is SituationKind.Quality or SituationKind.Hills && facts.DaysSinceSession == 0
            && facts.CheckIn.Local(facts.SessionEnd!.Value).TimeOfDay.TotalHours >= LateHour;
        if (lateQuality || facts.CheckIn.Sleep.Quality <= 2)
            to.Add(Id, "warm-shower");
    }
}
