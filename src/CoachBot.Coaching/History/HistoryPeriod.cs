using CoachBot.Coaching.Dialogs;

namespace CoachBot.Coaching.History;

/// <summary>Days in a row up to one day, each with what was told of it.</summary>
internal sealed class HistoryPeriod
{
    public const int Week = 7;
    public const int Month = 28;

    private HistoryPeriod(IReadOnlyList<HistoryDay> days, int checkIns) => (Days, CheckIns) = (days, checkIns);

    /// <summary>Oldest first, days without a word included.</summary>
    public IReadOnlyList<HistoryDay> Days { get; }

    public int CheckIns { get; }

    public DateOnly First => Days[0].Date;

    public DateOnly Last => Days[^1].Date;

    public bool IsMonth => Days.Count > Week;

    public IEnumerable<CheckInEntry> Sessions => Days.SelectMany(day => day.Sessions);

    /// <param name="history">All check-ins that are kept, oldest first.</param>
    /// <param name="last">The last day of the period.</param>
    /// <param name="count">How many days it has.</param>
    /// <param name="offset">Of the runner's clock, which decides what belongs to which day.</param>
    public static HistoryPeriod Of(IReadOnlyList<CheckInEntry> history, DateOnly last, int count, TimeSpan offset)
    {
        var told = history.Where(entry => entry.IsCheckIn).ToArray();
        var byDay = told.ToLookup(entry => DayOf(entry.At, offset));
        var sessions = told.Where(HistoryDay.IsSession).ToLookup(entry => DayOf(entry.RunEndedAt ?? entry.At, offset));
        var days = Enumerable.Range(1 - count, count).Select(last.AddDays).Select(day => HistoryDay.Of(day, [.. byDay[day]], [.. sessions[day]])).ToArray();
        return new HistoryPeriod(days, days.Sum(day => byDay[day.Date].Count()));
    }

    public static DateOnly DayOf(DateTimeOffset at, TimeSpan offset) => DateOnly.FromDateTime(at.ToOffset(offset).DateTime);
}
