namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence A2.4: before a session that needs quality for more than an hour; the amount grows with the time left.</summary>
internal sealed class PreRunFuelling : IRecoveryStrategy
{
    /// <summary>Further ahead than this it is not yet the next meal but one.</summary>
    private const double HorizonH = 14;

    public string Id => "preRunFuelling";

    public void Propose(PlanFacts facts, Proposals to)
    {
        if (!facts.NextIsDemanding || facts.IsDoubleDay || facts.HoursToNext is not { } lead || lead > HorizonH || !NeedsFuel(facts.Next!))
            return;

        var next = facts.Next!;
        // A race has its own breakfast line; a session that is moved needs none.
        if (next.Kind == SessionKind.Race || facts.Readiness.Band == Band.Recover || Spacing.NextComesTooEarly(facts) is not null)
            return;

        if (lead > 4)
            to.Add(Id, "pre-run-meal", DayOf(facts, next.At));
        else if (lead >= 1)
            to.Add(Id, "pre-run-now", When.Now)?.ScaleTo(DoseKey.CarbohydrateG, facts.CheckIn.Runner.BodyMassKg, 1, lead);
        else if (lead > 0.2)
            to.Add(Id, "pre-run-small", When.Now);
    }

    private static bool NeedsFuel(NextSession next) =>
        next.Kind is null or SessionKind.Long or SessionKind.Race or SessionKind.Intervals or SessionKind.Tempo or SessionKind.Hills or SessionKind.Downhill;

    private static When DayOf(PlanFacts facts, DateTimeOffset time) =>
        facts.CheckIn.Local(time).Date == facts.CheckIn.Local(facts.CheckIn.Now).Date ? When.Today : When.Tomorrow;
}
