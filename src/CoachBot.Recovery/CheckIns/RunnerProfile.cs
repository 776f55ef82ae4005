namespace CoachBot.Recovery;

public enum Units
{
    Metric,
    Imperial,
}

public sealed record RunnerProfile
{
    public static readonly RunnerProfile Unknown = new();

    public int? AgeYears { get; init; }

    public string? Sex { get; init; }

    public double? BodyMassKg { get; init; }

    public double? SleepNeedH { get; init; }

    public Units Units { get; init; }

    /// <summary>
    /// Conditions by their names in the check-in document, unknown ones included; null when nobody asked.
    /// A name that the knowledge does not know closes what could harm.
    /// </summary>
    public IReadOnlyList<string>? Conditions { get; init; }

    /// <summary>Medicines as the runner named them; null when nobody asked.</summary>
    public IReadOnlyList<string>? Medicines { get; init; }

    public string? Diet { get; init; }

    /// <summary>What is at hand ("bath", "foamRoller", "massageGun", "compression", "boots"); null when nobody asked.</summary>
    public IReadOnlyList<string>? Equipment { get; init; }

    /// <summary>What the runner already knows to suit them, in their words.</summary>
    public IReadOnlyList<string> TriedBefore { get; init; } = [];
}
