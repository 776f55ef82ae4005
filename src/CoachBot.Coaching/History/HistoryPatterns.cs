using CoachBot.Coaching.Content;
using CoachBot.Coaching.Dialogs;
using CoachBot.Recovery;

namespace CoachBot.Coaching.History;

/// <summary>
/// What may be said about a history, and no more (evidence B3 and B5): an item that stays red is a pattern; a comparison
/// with the runner's usual needs enough check-ins; nothing is said to cause anything, and no load ratio is made.
/// </summary>
internal static class HistoryPatterns
{
    /// <summary>Evidence B3, step 4.4.</summary>
    private const int DaysThatMakeAPattern = 3;

    /// <summary>Evidence B3, step 2: from here on with three a week.</summary>
    private const int CheckInsForAComparison = 21;
    private const int CheckInsForAPicture = 7;
    private const double PerWeekForAComparison = 3;

    /// <summary>The least spread that a comparison takes for real, in points or hours.</summary>
    private const double SmallestSd = 0.5;

    /// <summary>The red thresholds of evidence B3, step 3.</summary>
    private static readonly (string Name, Func<HistoryDay, bool?> IsRed)[] Items =
    [
        ("soreness", day => day.Soreness is { } value ? value >= 7 : null),
        ("sleep", day => day.SleepH is { } value ? value < 6 : null),
        ("sleep-quality", day => day.SleepQuality is { } value ? value <= 1 : null),
        ("energy", day => day.Energy is { } value ? value <= 1 : null),
        ("stress", day => day.Stress is { } value ? value <= 1 : null),
    ];

    public static IEnumerable<string> Of(HistoryPeriod period, IReadOnlyList<CheckInEntry> history, DateTimeOffset now, Voice voice)
    {
        foreach (var (name, isRed) in Items)
        {
            if (DaysInARow(period.Days, isRed) is >= DaysThatMakeAPattern and var days)
                yield return voice.Say($"history.pattern.{name}", ("count", days));
        }

        foreach (var sentence in Usual(period, history, now, voice))
            yield return sentence;
    }

    /// <summary>Up to the last day that was told. A day without an answer ends it: nobody knows how that day was.</summary>
    private static int DaysInARow(IReadOnlyList<HistoryDay> days, Func<HistoryDay, bool?> isRed) =>
        days.Reverse().SkipWhile(day => isRed(day) is null).TakeWhile(day => isRed(day) == true).Count();

    private static IEnumerable<string> Usual(HistoryPeriod period, IReadOnlyList<CheckInEntry> history, DateTimeOffset now, Voice voice)
    {
        var usual = CheckInHistory.BaselineOf(history, now.AddDays(1 - period.Days.Count));
        if (period.IsMonth || usual.ValidCheckIns < CheckInsForAPicture)
            yield break;

        (string Name, MeanSd? Usual, double? Now)[] items =
        [
            ("soreness", usual.Soreness, period.Days.Average(day => day.Soreness)),
            ("sleep", usual.SleepHours, period.Days.Average(day => day.SleepH)),
        ];
        var mayCompare = usual.ValidCheckIns >= CheckInsForAComparison && usual.PerWeek >= PerWeekForAComparison;
        foreach (var (name, known, value) in items)
        {
            if (known is not { } before || value is not { } mean)
                continue;

            var (shown, z) = (Math.Round(before.Mean, 1), (mean - before.Mean) / Math.Max(before.Sd, SmallestSd));
            if (!mayCompare)
                yield return voice.Say($"history.so-far.{name}", ("value", shown));
            else
                yield return voice.Say($"history.usual.{name}.{(z >= 1 ? "above" : z <= -1 ? "below" : "same")}", ("value", shown));
        }
    }
}
