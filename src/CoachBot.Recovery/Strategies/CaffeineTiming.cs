namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A3, S30: a coffee 8.8 hours before bed at the latest, said to those who slept badly.</summary>
internal sealed class CaffeineTiming : IRecoveryStrategy
{
    private static readonly TimeSpan BeforeBed = TimeSpan.FromHours(8.8);

    /// <summary>Where nobody told the bedtime; the line names it, so that the runner can shift both [policy].</summary>
    private static readonly TimeOnly AssumedBedtime = new(22, 30);

    public string Id => "caffeineTiming";

    public void Propose(PlanFacts facts, Proposals to)
    {
        if (!Sleep.IsShort(facts))
            return;

        var bedtime = facts.CheckIn.Sleep.UsualBedtime ?? AssumedBedtime;
        var latest = bedtime.Add(-BeforeBed);
        latest = new TimeOnly(latest.Hour, latest.Minute / 10 * 10);
        if (to.Add(Id, facts.LocalTime <= latest ? "caffeine-cut-off" : "no-more-caffeine") is not { } line)
            return;

        line.By = latest;
        line.With("bedtime", PlanWords.Clock(bedtime));
    }
}
