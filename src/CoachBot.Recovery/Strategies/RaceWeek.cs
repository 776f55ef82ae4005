namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A9: nothing new; carbohydrate before a marathon; breakfast by the time left.</summary>
internal sealed class RaceWeek : IRecoveryStrategy
{
    /// <summary>Loading takes 36–48 hours; the days before are for shopping.</summary>
    private const double LoadFromH = 96;

    private const double MarathonKm = 40;

    public string Id => "raceWeek";

    public void Propose(PlanFacts facts, Proposals to)
    {
        if (!facts.IsRaceWeek || facts.IsDoubleDay || (facts.Situation.IsRace && facts.RaceAhead is null))
            return;

        to.Add(Id, "nothing-new");
        if (facts.HoursToRace is not { } hours)
            return;

        if (hours <= LoadFromH && facts.RaceAhead!.DistanceKm >= MarathonKm)
            to.Add(Id, "carbohydrate-load");
        if (hours is > 4 and <= 48)
            to.Add(Id, "race-breakfast");
        else if (hours is >= 1 and <= 4)
            to.Add(Id, "race-breakfast")?.ScaleTo(DoseKey.CarbohydrateG, facts.CheckIn.Runner.BodyMassKg, 1, hours);
    }
}
