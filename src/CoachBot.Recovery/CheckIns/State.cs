namespace CoachBot.Recovery;

public enum BodySide
{
    Left,
    Right,
    Both,
}

public sealed record Soreness
{
    public static readonly Soreness Unknown = new();

    /// <summary>0–10, 10 worst.</summary>
    public double? Overall { get; init; }

    public IReadOnlyList<SoreSite> Sites { get; init; } = [];

    public bool? Limp { get; init; }
}

/// <param name="Spread">True: through a muscle; false: one spot that two fingers would cover; null: not asked.</param>
/// <param name="Score">0–10, 10 worst.</param>
public sealed record SoreSite(string Site, BodySide? Side = null, bool? Spread = null, double? Score = null);

public sealed record Sleep
{
    public static readonly Sleep Unknown = new();

    public double? Hours { get; init; }

    /// <summary>1–5, 5 good.</summary>
    public double? Quality { get; init; }

    /// <summary>The nights before the last one, the latest first.</summary>
    public IReadOnlyList<double> PreviousNightsH { get; init; } = [];

    /// <summary>When the runner usually goes to bed, on their clock.</summary>
    public TimeOnly? UsualBedtime { get; init; }
}

public sealed record Wellness
{
    public static readonly Wellness Unknown = new();

    /// <summary>1–5, 5 fresh.</summary>
    public double? Energy { get; init; }

    /// <summary>1–5, 5 relaxed.</summary>
    public double? Stress { get; init; }

    /// <summary>Symptoms of illness; null when nobody asked.</summary>
    public IReadOnlyList<string>? Illness { get; init; }

    public double? TemperatureC { get; init; }
}

/// <summary>What devices say. It may lower a band by one step and never raises it (evidence B3).</summary>
public sealed record Devices
{
    public static readonly Devices None = new();

    /// <summary>This morning against the runner's own median.</summary>
    public double? RestingHrDeltaBpm { get; init; }

    /// <summary>The 7-day mean against the runner's own band, in standard deviations.</summary>
    public double? Hrv7DayDeltaSd { get; init; }

    /// <summary>For how many days it has been below one standard deviation.</summary>
    public int? HrvDaysBelow { get; init; }

    /// <summary>Read, and never used: it asks the runner nothing (evidence B5).</summary>
    public double? VendorReadiness { get; init; }
}

/// <summary>The runner's own history in numbers, over the last 28–60 days.</summary>
public sealed record Baseline
{
    public static readonly Baseline None = new();

    public int ValidCheckIns { get; init; }

    public double? PerWeek { get; init; }

    public MeanSd? Soreness { get; init; }

    public MeanSd? SleepHours { get; init; }

    public MeanSd? SleepQuality { get; init; }

    public MeanSd? Energy { get; init; }

    public MeanSd? Stress { get; init; }
}

public readonly record struct MeanSd(double Mean, double Sd);

public sealed record PastCheckIn(DateTimeOffset At)
{
    public Band? Band { get; init; }

    public double? Soreness { get; init; }

    public double? SleepHours { get; init; }

    public double? SleepQuality { get; init; }

    public double? Energy { get; init; }

    public double? Stress { get; init; }
}

/// <summary>What the runner decided against the coach. Kept and respected, except that nothing opens a closed door of safety.</summary>
public sealed record Overrides
{
    public static readonly Overrides None = new();

    /// <summary>Strategies that the runner does not want or cannot do ("no tub").</summary>
    public IReadOnlyList<Strategy> Without { get; init; } = [];

    /// <summary>"I only have ten minutes": the plan keeps to what fits.</summary>
    public double? MinutesAvailable { get; init; }

    /// <summary>The band the runner chose for today; the coach's own stays in the plan beside it.</summary>
    public Band? Band { get; init; }
}
