using CoachBot.Coaching.Dialogs;
using CoachBot.Recovery;

namespace CoachBot.Coaching.History;

/// <summary>What was told on one day of the runner's calendar; null is not told.</summary>
internal sealed record HistoryDay(DateOnly Date)
{
    /// <summary>0–10.</summary>
    public double? Soreness { get; init; }

    public double? SleepH { get; init; }

    /// <summary>1–5; quality and stress likewise, 5 good.</summary>
    public int? Energy { get; init; }

    public int? SleepQuality { get; init; }

    public int? Stress { get; init; }

    /// <summary>The training of that day, whenever it was told.</summary>
    public IReadOnlyList<CheckInEntry> Sessions { get; init; } = [];

    public bool IsTold { get; init; }

    public double SessionMin => Sessions.Sum(session => session.DurationMin ?? 0);

    public static HistoryDay Of(DateOnly date, IReadOnlyList<CheckInEntry> told, IReadOnlyList<CheckInEntry> sessions) => new(date)
    {
        Soreness = told.LastOrDefault(entry => entry.Soreness is not null)?.Soreness,
        SleepH = told.LastOrDefault(entry => entry.SleepHours is not null)?.SleepHours,
        Energy = told.LastOrDefault(entry => entry.Energy is not null)?.Energy,
        SleepQuality = told.LastOrDefault(entry => entry.SleepQuality is not null)?.SleepQuality,
        Stress = told.LastOrDefault(entry => entry.Stress is not null)?.Stress,
        Sessions = sessions,
        IsTold = told.Count > 0,
    };

    public static bool IsSession(CheckInEntry entry) => entry.Kind is not (null or SessionKind.Rest) || (entry.DistanceKm ?? entry.DurationMin) is > 0;
}
