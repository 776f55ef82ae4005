using CoachBot.Coaching.Content;
using CoachBot.Coaching.Dialogs;
using CoachBot.Coaching.History;
using CoachBot.Recovery;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Coaching.History;

/// <summary>Check-ins of many mornings, made up.</summary>
internal static class Histories
{
    public static DateTimeOffset Now { get; } = new(2026, 11, 24, 7, 0, 0, TimeSpan.Zero);

    /// <summary>One check-in a day up to today; a function of how many days ago it is, which may leave a day out with null.</summary>
    public static IReadOnlyList<CheckInEntry> Days(int count, Func<int, CheckInEntry?> entry) =>
        [.. Enumerable.Range(0, count).Reverse().Select(entry).OfType<CheckInEntry>()];

    public static CheckInEntry Day(int ago, double? soreness = 3, double? sleepH = 7.5, int? energy = 4) =>
        new(Now.AddDays(-ago)) { Band = Band.Go, Soreness = soreness, SleepHours = sleepH, Energy = energy, Stress = 4 };

    public static CheckInEntry RunDay(int ago, double km, double minutes) => Day(ago) with { Kind = SessionKind.Easy, DistanceKm = km, DurationMin = minutes, Rpe = 4 };

    public static HistoryPeriod Week(IReadOnlyList<CheckInEntry> history) => HistoryPeriod.Of(history, DateOnly.FromDateTime(Now.DateTime), HistoryPeriod.Week, TimeSpan.Zero);

    public static HistoryPeriod Month(IReadOnlyList<CheckInEntry> history) => HistoryPeriod.Of(history, DateOnly.FromDateTime(Now.DateTime), HistoryPeriod.Month, TimeSpan.Zero);

    public static Voice Voice(string language = "en", Units units = Units.Metric) => new(CoachChat.Words.Phrases, language, Cultures.For(language, null), units, 0);
}
