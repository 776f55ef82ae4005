namespace CoachBot.Recovery;

/// <summary>The session the runner reports: today's, or the last one.</summary>
public sealed record Session
{
    public SessionKind? Kind { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    public double? DistanceKm { get; init; }

    public double? DurationMin { get; init; }

    /// <summary>0–10, 10 maximal.</summary>
    public double? Rpe { get; init; }

    public double? TemperatureC { get; init; }

    public double? DescentM { get; init; }

    public bool? UnaccustomedDescent { get; init; }

    public double? MassBeforeKg { get; init; }

    public double? MassAfterKg { get; init; }

    /// <summary>Drunk during the session.</summary>
    public double? FluidL { get; init; }

    /// <summary>Eaten during the session.</summary>
    public double? CarbohydrateG { get; init; }
}
