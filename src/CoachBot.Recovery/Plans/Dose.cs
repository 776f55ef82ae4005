namespace CoachBot.Recovery;

/// <summary>Either end may be open.</summary>
public readonly record struct DoseRange(double? Min, double? Max);

/// <summary>Amounts by their key in the plan document; the unit is in the key.</summary>
public sealed record Dose
{
    public IReadOnlyList<KeyValuePair<DoseKey, DoseRange>> Amounts { get; init; } = [];

    /// <summary>A local time.</summary>
    public TimeOnly? By { get; init; }

    public (TimeOnly From, TimeOnly To)? Between { get; init; }
}

public enum DoseKey
{
    CarbohydrateG,
    CarbohydrateGPerHour,
    CarbohydrateGPerDay,
    ProteinG,
    ProteinGPerDay,
    FluidL,
    FluidLPerHour,
    WaterC,
    Minutes,
    Hours,
    Count,
    PressureMmHg,
    KmPerWeek,
    Km,
    Percent,
}

public enum DoseBasis
{
    /// <summary>Seen in the sources.</summary>
    Source,

    /// <summary>Our own rule of thumb.</summary>
    Rule,

    /// <summary>Common practice, not checked: never beside a citation.</summary>
    Practice,
}
