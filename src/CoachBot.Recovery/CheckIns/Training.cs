namespace CoachBot.Recovery;

public enum TrainingPhase
{
    Base,
    Build,
    HeavyBlock,
    Taper,
    RaceWeek,
    Transition,
}

public enum SessionKind
{
    Easy,
    Long,
    Tempo,
    Intervals,
    Race,
    Hills,
    Downhill,
    Recovery,
    Strength,
    Cross,
    Rest,
}

public sealed record Training
{
    public static readonly Training Unknown = new();

    public TrainingPhase? Phase { get; init; }

    public double? UsualWeekKm { get; init; }

    public double? LongestRunLast30DaysKm { get; init; }

    public DateTimeOffset? LastHardEndedAt { get; init; }

    /// <summary>The end of the last strength, plyometric or hill-sprint session, where it is not today's session.</summary>
    public DateTimeOffset? LastStrengthEndedAt { get; init; }

    public NextSession? Next { get; init; }

    public GoalRace? Race { get; init; }
}

public sealed record NextSession
{
    public required DateTimeOffset At { get; init; }

    public SessionKind? Kind { get; init; }

    public bool? Demanding { get; init; }

    public string? Description { get; init; }
}

public sealed record GoalRace(DateTimeOffset At, double? DistanceKm = null);
