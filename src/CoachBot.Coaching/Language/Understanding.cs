namespace CoachBot.Coaching.Language;

public enum DistanceUnit { Kilometre, Mile }

public enum MassUnit { Kilogram, Pound, Stone }

public enum UnitSystem { Metric, Imperial }

/// <summary>What one message says. A slot that was not said is null (a list: empty).</summary>
public sealed record Understanding
{
    public Intent Intent { get; init; }

    /// <summary>Other intents the words allow; where there are any, ask with buttons.</summary>
    public IReadOnlyList<Intent> IntentAlternatives { get; init; } = [];

    /// <summary>The language the message is in: en, es, fr, de or pt.</summary>
    public required string Language { get; init; }

    public Slot<RunType>? RunType { get; init; }

    /// <summary>Of repeats the total: "5 x 1k" is 5.</summary>
    public Slot<double>? DistanceKm { get; init; }

    public Slot<double>? DurationMin { get; init; }

    public Slot<double>? PaceSPerKm { get; init; }

    /// <summary>Session effort, 0–10.</summary>
    public Slot<double>? Rpe { get; init; }

    /// <summary>Overall, 0–10.</summary>
    public Slot<double>? Soreness { get; init; }

    public IReadOnlyList<Slot<SoreSite>> SoreSites { get; init; } = [];

    public Slot<double>? SleepHours { get; init; }

    /// <summary>1–5, 5 good.</summary>
    public Slot<int>? SleepQuality { get; init; }

    public Slot<int>? Awakenings { get; init; }

    /// <summary>1–5, 5 fresh.</summary>
    public Slot<int>? Energy { get; init; }

    /// <summary>1–5, 5 relaxed.</summary>
    public Slot<int>? Stress { get; init; }

    /// <summary>Heart rate at rest.</summary>
    public Slot<int>? RhrBpm { get; init; }

    public Slot<double>? HrvMs { get; init; }

    public Slot<double>? MassKg { get; init; }

    /// <summary>Body mass before and after the session, where both were said.</summary>
    public Slot<double>? MassBeforeKg { get; init; }

    public Slot<double>? MassAfterKg { get; init; }

    /// <summary>Air temperature of the session.</summary>
    public Slot<double>? TemperatureC { get; init; }

    /// <summary>In the runner's day.</summary>
    public Slot<TimeOnly>? PromptTime { get; init; }

    public Slot<IReadOnlyList<DayOfWeek>>? PromptDays { get; init; }

    /// <summary>"between 6 and 8"; <see cref="PromptTime"/> is then its beginning.</summary>
    public Slot<TimeWindow>? PromptWindow { get; init; }

    /// <summary>With a reminder intent: the question is put off for a while. Without it <see cref="Intent.StopReminder"/> ends it.</summary>
    public Slot<ReminderBreak>? Break { get; init; }

    /// <summary>Days from today of the thing told: yesterday −1.</summary>
    public Slot<int>? WhenDays { get; init; }

    /// <summary>A weekday named: the nearest past one of a run told, the nearest future one of a plan.</summary>
    public Slot<DayOfWeek>? Weekday { get; init; }

    /// <summary>The slot to ask about again.</summary>
    public string? Ask => Doubt?.Slot;

    /// <summary>What was heard and not believed.</summary>
    public Doubt? Doubt { get; init; }

    /// <summary>The unit the runner used for distance or pace, to be used in answers.</summary>
    public DistanceUnit? DistanceUnitSaid { get; init; }

    public MassUnit? MassUnitSaid { get; init; }

    /// <summary>With <see cref="Intent.Units"/>: the units asked for.</summary>
    public UnitSystem? UnitsWanted { get; init; }

    /// <summary>With <see cref="Intent.Language"/>: the language asked for, as in <see cref="Language"/>.</summary>
    public string? LanguageWanted { get; init; }
}
