namespace CoachBot.Recovery;

/// <summary>In the order in which equals are told: what the runner says comes before what devices say.</summary>
internal enum Measure
{
    Safety,
    Illness,
    Injury,
    Missing,
    Pattern,
    Soreness,
    Sleep,
    Energy,
    SleepDebt,
    Spacing,
    SleepQuality,
    Stress,
    Hysteresis,
    RestingHr,
    Hrv,
}

/// <summary>One item of the readiness table with its level.</summary>
/// <param name="Value">In the item's own unit: points, hours, beats.</param>
/// <param name="Needed">What it is compared with, where there is such a thing.</param>
/// <param name="AgainstUsual">The level comes from the runner's own history, not from the fixed thresholds.</param>
internal readonly record struct Finding(Measure Measure, Level Level, double Value = 0, double Needed = 0, bool AgainstUsual = false);
