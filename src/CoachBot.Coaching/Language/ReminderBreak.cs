namespace CoachBot.Coaching.Language;

public enum BreakKind { Pause, Snooze }

/// <summary>When the daily question may come, in the runner's day; <paramref name="To"/> is later than <paramref name="From"/>.</summary>
public sealed record TimeWindow(TimeOnly From, TimeOnly To);

/// <summary>The daily question is put off, not ended. Where nothing but the kind is set, no end was named.</summary>
public sealed record ReminderBreak(BreakKind Kind)
{
    /// <summary>Minutes from now: "in 20 minutes".</summary>
    public int? Minutes { get; init; }

    /// <summary>Days from today until it is asked again: "until tomorrow" 1, "for a week" 7.</summary>
    public int? Days { get; init; }

    /// <summary>Asked again on the next such day.</summary>
    public DayOfWeek? Weekday { get; init; }

    /// <summary>1–12, of the date on which it is asked again; null with a <see cref="DayOfMonth"/>: the next such day.</summary>
    public int? Month { get; init; }

    public int? DayOfMonth { get; init; }
}
