namespace CoachBot.Recovery;

/// <summary>Everything one plan is made from. What is null was not said, and is never taken for "fine".</summary>
public sealed record CheckIn
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>Where the runner's days begin and end; without one, the offset of <see cref="Now"/> decides.</summary>
    public TimeZoneInfo? TimeZone { get; init; }

    /// <summary>A BCP 47 tag such as "en-GB"; the plan is written in its language, English where that is not one of the five.</summary>
    public string Locale { get; init; } = "en";

    public RunnerProfile Runner { get; init; } = RunnerProfile.Unknown;

    public Training Training { get; init; } = Training.Unknown;

    public Session? Session { get; init; }

    public Soreness Soreness { get; init; } = Soreness.Unknown;

    public Sleep Sleep { get; init; } = Sleep.Unknown;

    public Wellness Wellness { get; init; } = Wellness.Unknown;

    public Devices Devices { get; init; } = Devices.None;

    public Baseline Baseline { get; init; } = Baseline.None;

    /// <summary>Earlier check-ins, any order; needed only for patterns over days and for the way back after Recover.</summary>
    public IReadOnlyList<PastCheckIn> History { get; init; } = [];

    /// <summary>What the runner typed, in order.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public Overrides Overrides { get; init; } = Overrides.None;

    /// <summary><paramref name="time"/> as the runner's clock shows it.</summary>
    public DateTimeOffset Local(DateTimeOffset time) =>
        TimeZone is null ? time.ToOffset(Now.Offset) : TimeZoneInfo.ConvertTime(time, TimeZone);
}
