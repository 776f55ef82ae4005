namespace CoachBot.Recovery;

/// <summary>How long until the next hard session (evidence A8, all of it our own rule). It may come later than the table, never earlier.</summary>
internal static class Spacing
{
    /// <summary>For a last hard session of which only the end is known: that of tempo and intervals.</summary>
    public const double UnknownHardH = 48;

    private const double DayH = 24;

    /// <summary>The table alone.</summary>
    public static double TableH(Situation situation)
    {
        var hours = Row(situation.Kind).FromH;
        if (situation.Spike)
            hours = Math.Max(hours, 72);
        if (situation.Downhill)
            hours = Math.Max(hours, 72);
        return hours;
    }

    /// <summary>The table, and what makes it longer: heat, age from 50, soreness from 7, a limp.</summary>
    public static double RequiredH(Situation situation, CheckIn checkIn)
    {
        var hours = TableH(situation);
        if (situation.Kind == SituationKind.Rest)
            return 0;

        if (situation.Heat)
            hours += DayH;
        if (checkIn.Runner.AgeYears >= 50 && situation.IsHard)
            hours += DayH;
        if (IsVerySore(checkIn))
            hours = Math.Max(hours + DayH, situation.Downhill ? 96 : Row(situation.Kind).ToH);
        return hours;
    }

    public static bool IsVerySore(CheckIn checkIn) =>
        checkIn.Soreness.Overall >= 7 || checkIn.Soreness.Limp == true || checkIn.Soreness.Sites.Any(site => site.Score >= 7);

    /// <summary>Null when nothing is known that a hard session would have to wait for, and nothing tells the coach to wait.</summary>
    public static (DateTimeOffset Earliest, DateTimeOffset From) Next(PlanFacts facts, Band band)
    {
        var (checkIn, now) = (facts.CheckIn, facts.CheckIn.Now);
        var from = facts.SessionEnd ?? checkIn.Training.LastHardEndedAt ?? now;
        var earliest = facts.SessionEnd is { } end ? end.AddHours(RequiredH(facts.Situation, checkIn)) : from;
        if (LastHardBefore(facts) is { } lastHard)
        {
            var free = lastHard.AddHours(UnknownHardH + (IsVerySore(checkIn) ? DayH : 0));
            if (free > earliest)
                (earliest, from) = (free, facts.Situation.IsHard ? from : lastHard);
        }

        if (earliest < now)
            earliest = now;
        // Recover means that the next hard session comes later than now, whatever the table says.
        if (band == Band.Recover && earliest < now.AddHours(DayH))
            earliest = now.AddHours(DayH);
        return (earliest, from);
    }

    /// <summary>
    /// When the next demanding session may come at the earliest, if it is planned before that and the band is not Go.
    /// A race is never called off for how somebody feels (evidence B3, step 4.7), and a double day is a decision already made.
    /// </summary>
    public static DateTimeOffset? NextComesTooEarly(PlanFacts facts)
    {
        if (!facts.NextIsDemanding || facts.Next!.Kind == SessionKind.Race || facts.IsDoubleDay || facts.Readiness.Band == Band.Go)
            return null;

        var earliest = Next(facts, facts.Readiness.Band).Earliest;
        return facts.Next.At < earliest ? earliest : null;
    }

    /// <summary>The hard session before the one reported, where it is another one.</summary>
    private static DateTimeOffset? LastHardBefore(PlanFacts facts) =>
        facts.CheckIn.Training.LastHardEndedAt is { } last && (facts.SessionEnd is not { } end || last < end || !facts.Situation.IsHard)
            ? last
            : null;

    /// <summary>
    /// How much of the needed time lies before the next demanding session; where none is known, before now.
    /// Null when there is nothing to compare.
    /// </summary>
    public static (double Hours, double NeededH)? BeforeNextHard(PlanFacts facts)
    {
        var checkIn = facts.CheckIn;
        var next = checkIn.Training.Next;
        if (next is not null && !facts.NextIsDemanding)
            return null;
        if (next is null && facts.SessionEnd is not null && facts.Situation.IsHard)
            return null;

        var at = next?.At ?? checkIn.Now;
        (double Hours, double NeededH)? worst = null;
        if (facts.SessionEnd is { } end && facts.Situation.IsHard)
            worst = ((at - end).TotalHours, RequiredH(facts.Situation, checkIn));
        if (LastHardBefore(facts) is { } last)
        {
            (double Hours, double NeededH) other = ((at - last).TotalHours, UnknownHardH);
            if (worst is not { } one || other.Hours / other.NeededH < one.Hours / one.NeededH)
                worst = other;
        }

        return worst;
    }

    private static (double FromH, double ToH) Row(SituationKind kind) => kind switch
    {
        SituationKind.Easy => (12, 24),
        SituationKind.Strength => (24, 48),
        SituationKind.Quality or SituationKind.Hills or SituationKind.Long or SituationKind.Downhill => (48, 72),
        SituationKind.VeryLong => (72, 96),
        SituationKind.ShortRace => (72, 96),
        SituationKind.HalfMarathon => (120, 168),
        SituationKind.Marathon => (336, 360),
        SituationKind.Ultra => (504, 672),
        _ => (0, 0),
    };
}
