namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A9, S72: less volume, same intensity, same number of runs.</summary>
internal sealed class Taper : IRecoveryStrategy
{
    private const double LeastKept = 1 - 0.60;
    private const double MostKept = 1 - 0.41;

    public string Id => "taper";

    public void Propose(PlanFacts facts, Proposals to)
    {
        if (facts.Phase != TrainingPhase.Taper)
            return;

        if (facts.CheckIn.Training.UsualWeekKm is { } week and > 0)
            to.Add(Id, "taper-week")?.Set(DoseKey.KmPerWeek, Math.Round(week * LeastKept), Math.Round(week * MostKept));
        else
            to.Add(Id, "taper");
    }
}
