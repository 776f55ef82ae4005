namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A3, S29: early in the afternoon, done half an hour before training.</summary>
internal sealed class Naps : IRecoveryStrategy
{
    private static readonly TimeOnly Opens = new(13, 0);
    private static readonly TimeOnly Closes = new(16, 0);
    private static readonly TimeSpan NapAndWakeUp = TimeSpan.FromMinutes(20 + 30);

    public string Id => "naps";

    public void Propose(PlanFacts facts, Proposals to)
    {
        var tired = facts.Slept(lessThanH: 6) || facts.Readiness.LevelOf(Measure.SleepDebt) >= Level.Amber;
        if (!(tired || (facts.IsDoubleDay && facts.Situation.IsHard)) || !Fits(facts))
            return;

        if (to.Add(Id, "nap") is { } nap)
            nap.Between = (Opens, Closes);
    }

    private static bool Fits(PlanFacts facts)
    {
        var (now, lastStart) = (facts.LocalTime, Closes.ToTimeSpan() - TimeSpan.FromMinutes(20));
        var start = now > Opens ? now.ToTimeSpan() : Opens.ToTimeSpan();
        if (start > lastStart)
            return false;

        var local = facts.CheckIn.Local(facts.CheckIn.Now);
        return facts.Next is not { } next || facts.CheckIn.Local(next.At).Date != local.Date
            || facts.CheckIn.Local(next.At).TimeOfDay - NapAndWakeUp >= start;
    }
}
