namespace CoachBot.Recovery;

internal enum SituationKind
{
    Rest,
    Easy,
    Strength,
    Quality,
    Hills,
    Downhill,
    Long,
    VeryLong,
    ShortRace,
    HalfMarathon,
    Marathon,
    Ultra,
}

/// <summary>Which row of evidence A11 a session belongs to.</summary>
internal sealed record Situation(SituationKind Kind, bool Heat, bool Spike, bool Downhill)
{
    public static readonly Situation NoSession = new(SituationKind.Rest, false, false, false);

    /// <summary>From this temperature on a session counts as one in the heat [policy].</summary>
    private const double HotC = 25;

    public bool IsRace => Kind is SituationKind.ShortRace or SituationKind.HalfMarathon or SituationKind.Marathon or SituationKind.Ultra;

    /// <summary>Half-marathon and up: no more running that day (evidence A1, S5).</summary>
    public bool IsBigRace => IsRace && Kind != SituationKind.ShortRace;

    public bool IsMarathonOrMore => Kind is SituationKind.Marathon or SituationKind.Ultra;

    public bool IsLong => Kind is SituationKind.Long or SituationKind.VeryLong;

    public bool IsHard => Kind is not (SituationKind.Rest or SituationKind.Easy);

    public static Situation Of(Session? session, Training training)
    {
        if (session is null || session.Kind == SessionKind.Rest)
            return NoSession;

        var heat = session.TemperatureC >= HotC;
        // Evidence A8, S74: a run over 10 % longer than the longest of the past 30 days; the only load rule there is.
        var spike = session.Kind is not (SessionKind.Strength or SessionKind.Cross)
            && session.DistanceKm > training.LongestRunLast30DaysKm * 1.10;
        var downhill = session.UnaccustomedDescent == true
            || (session.Kind == SessionKind.Downhill && session.UnaccustomedDescent != false);
        return new Situation(KindOf(session), heat, spike, downhill);
    }

    private static SituationKind KindOf(Session session)
    {
        var minutes = session.DurationMin ?? Elapsed(session);
        return session.Kind switch
        {
            SessionKind.Race => RaceKind(session.DistanceKm, minutes),
            SessionKind.Strength => SituationKind.Strength,
            SessionKind.Long => minutes > 150 ? SituationKind.VeryLong : SituationKind.Long,
            SessionKind.Tempo or SessionKind.Intervals or SessionKind.Hills or SessionKind.Downhill when minutes > 150 => SituationKind.VeryLong,
            SessionKind.Downhill => SituationKind.Downhill,
            SessionKind.Tempo or SessionKind.Intervals => SituationKind.Quality,
            SessionKind.Hills => SituationKind.Hills,
            _ => minutes switch
            {
                > 150 => SituationKind.VeryLong,
                >= 90 => SituationKind.Long,
                // Called easy and felt hard: it costs what hard ones cost.
                _ => session.Rpe >= 7 ? SituationKind.Quality : SituationKind.Easy,
            },
        };
    }

    private static SituationKind RaceKind(double? km, double? minutes) => km switch
    {
        >= 45 => SituationKind.Ultra,
        >= 30 => SituationKind.Marathon,
        > 10.5 => SituationKind.HalfMarathon,
        not null => SituationKind.ShortRace,
        _ => minutes switch
        {
            > 360 => SituationKind.Ultra,
            >= 150 => SituationKind.Marathon,
            >= 75 => SituationKind.HalfMarathon,
            _ => SituationKind.ShortRace,
        },
    };

    private static double? Elapsed(Session session) => (session.EndedAt - session.StartedAt)?.TotalMinutes;
}
