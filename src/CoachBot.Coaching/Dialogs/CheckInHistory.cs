using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>What earlier check-ins say about the runner's usual (evidence B3, step 2).</summary>
internal static class CheckInHistory
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(60);
    // Nobody checks in so often; a program might, and what is kept of one runner is read in every plan.
    private const int MaxKept = 180;

    private static readonly TimeSpan Window = TimeSpan.FromDays(28);
    private static readonly TimeSpan LongGap = TimeSpan.FromDays(21);

    /// <summary>The first "early picture" count, where a long gap sends a well-known runner back to.</summary>
    private const int EarlyFrom = 7;

    /// <summary>A session counts as hard from this effort on, whatever its kind.</summary>
    private const double HardRpe = 7;

    public static IReadOnlyList<CheckInEntry> Add(IReadOnlyList<CheckInEntry> history, CheckInEntry entry) =>
        [.. history.Where(old => old.At >= entry.At - Kept && old.At != entry.At).TakeLast(MaxKept - 1), entry];

    /// <summary>Today, red-flag days and the two days after a race are left out, so that they do not become the usual.</summary>
    public static Baseline BaselineOf(IReadOnlyList<CheckInEntry> history, DateTimeOffset now)
    {
        var valid = history.Where(entry => entry.At >= now - Kept && Day(entry.At, now) < Day(now, now) && IsValid(entry)).ToArray();
        var recent = valid.Where(entry => entry.At >= now - Window && !AfterRace(entry, history)).ToArray();
        return new Baseline
        {
            ValidCheckIns = Count(valid, now),
            PerWeek = Days(recent, now) / (Window.TotalDays / 7),
            Soreness = MeanOf(recent, entry => entry.Soreness),
            SleepHours = MeanOf(recent, entry => entry.SleepHours),
            SleepQuality = MeanOf(recent, entry => entry.SleepQuality),
            Energy = MeanOf(recent, entry => entry.Energy),
            Stress = MeanOf(recent, entry => entry.Stress),
        };
    }

    public static IReadOnlyList<PastCheckIn> Past(IReadOnlyList<CheckInEntry> history, DateTimeOffset now) =>
        [.. history.Where(entry => entry.At < now).Select(entry => new PastCheckIn(entry.At)
        {
            // After a red flag one starts a step lower (evidence C-v), as after a day of recovery.
            Band = entry.Band == Band.Hold ? Band.Recover : entry.Band,
            Soreness = entry.Soreness,
            SleepHours = entry.SleepHours,
            SleepQuality = entry.SleepQuality,
            Energy = entry.Energy,
            Stress = entry.Stress,
        })];

    /// <summary>The nights before the last one, the latest first, as long as no day is missing.</summary>
    public static IReadOnlyList<double> PreviousNightsH(IReadOnlyList<CheckInEntry> history, DateTimeOffset now)
    {
        var nights = new List<double>();
        for (var day = Day(now, now).AddDays(-1); nights.Count < 2; day = day.AddDays(-1))
        {
            if (history.LastOrDefault(entry => Day(entry.At, now) == day && entry.SleepHours is not null)?.SleepHours is not { } hours)
                break;
            nights.Add(hours);
        }

        return nights;
    }

    public static DateTimeOffset? LastHardEndedAt(IReadOnlyList<CheckInEntry> history) => history.Where(IsHard).Max(entry => (DateTimeOffset?)(entry.RunEndedAt ?? entry.At));

    public static DateTimeOffset? LastStrengthEndedAt(IReadOnlyList<CheckInEntry> history) =>
        history.Where(entry => entry.Kind == SessionKind.Strength).Max(entry => (DateTimeOffset?)(entry.RunEndedAt ?? entry.At));

    private static bool IsHard(CheckInEntry entry) => entry.Kind switch
    {
        null or SessionKind.Rest => false,
        SessionKind.Long or SessionKind.Tempo or SessionKind.Intervals or SessionKind.Race or SessionKind.Hills or SessionKind.Downhill => true,
        _ => entry.Rpe >= HardRpe,
    };

    /// <summary>Less than two answers about oneself say nothing; a red-flag day is no usual day.</summary>
    private static bool IsValid(CheckInEntry entry) => entry.Band != Band.Hold
        && new double?[] { entry.Soreness, entry.SleepHours ?? entry.SleepQuality, entry.Energy, entry.Stress }.Count(value => value is not null) >= 2;

    private static bool AfterRace(CheckInEntry entry, IReadOnlyList<CheckInEntry> history) => history.Any(race =>
        race.Kind == SessionKind.Race && entry.At >= race.At && entry.At - race.At <= TimeSpan.FromDays(2));

    private static int Count(CheckInEntry[] valid, DateTimeOffset now)
    {
        var days = Days(valid, now);
        var times = valid.Select(entry => entry.At).Append(now).ToArray();
        var afterGap = valid.Length;
        for (var i = 1; i < times.Length; i++)
        {
            if (times[i] - times[i - 1] > LongGap)
                afterGap = Days(valid[i..], now);
        }

        return afterGap == valid.Length ? days : Math.Min(days, Math.Max(EarlyFrom, afterGap));
    }

    private static int Days(IEnumerable<CheckInEntry> entries, DateTimeOffset now) => entries.Select(entry => Day(entry.At, now)).Distinct().Count();

    private static DateOnly Day(DateTimeOffset at, DateTimeOffset now) => DateOnly.FromDateTime(at.ToOffset(now.Offset).DateTime);

    private static MeanSd? MeanOf(IEnumerable<CheckInEntry> entries, Func<CheckInEntry, double?> value)
    {
        var values = entries.Select(value).OfType<double>().ToArray();
        if (values.Length < 2)
            return null;

        var mean = values.Average();
        return new MeanSd(mean, Math.Sqrt(values.Sum(one => (one - mean) * (one - mean)) / (values.Length - 1)));
    }
}
