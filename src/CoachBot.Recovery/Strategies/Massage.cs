namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A5.1: comfort after races and long runs; nothing deep in the last three days before a race.</summary>
internal sealed class Massage : IRecoveryStrategy
{
    public string Id => "massage";

    public void Propose(PlanFacts facts, Proposals to)
    {
        var (wants, deepOff) = (facts.Wants(to.Entry(Id)), facts.HoursToRace <= 72);
        if (deepOff && wants)
            to.Add(Id, "no-deep-massage");

        var earned = facts.Situation.IsLong || facts.Situation.IsBigRace || facts.Situation.Downhill
            || (facts.Situation.Kind is SituationKind.Quality or SituationKind.Hills && facts.Phase == TrainingPhase.HeavyBlock);
        if (!earned || (facts.IsRaceWeek && !facts.Tried(to.Entry(Id))))
            return;

        to.AfterSession(Id, facts.Phase == TrainingPhase.Taper || facts.IsRaceWeek ? "massage-light" : "massage-comfort");
    }
}
