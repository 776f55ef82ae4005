using CoachBot.Coaching.Content;
using CoachBot.Coaching.Dialogs;

namespace CoachBot.Coaching.History;

/// <summary>A period in words: everything that its picture shows, for those who do not see pictures.</summary>
internal static class HistoryText
{
    /// <summary>How many check-ins and sessions, then the averages with their ends.</summary>
    public static string Summary(HistoryPeriod period, Voice voice)
    {
        var parts = new List<string> { voice.Say(period.IsMonth ? "history.month" : "history.week", ("count", period.CheckIns)) };
        if (period.Sessions.Count() is > 0 and var count)
            parts.Add(voice.Say("history.sessions", ("count", count), ("amounts", Amounts(period.Sessions, voice))));
        Add(parts, voice, "soreness", period.Days.Select(day => day.Soreness));
        Add(parts, voice, "sleep", period.Days.Select(day => day.SleepH));
        Add(parts, voice, "energy", period.Days.Select(day => (double?)day.Energy));
        return string.Join(' ', parts);
    }

    /// <summary>Day by day for a week, week by week for a month; what was not told is left out.</summary>
    public static IEnumerable<string> Lines(HistoryPeriod period, Voice voice) => period.IsMonth
        ? period.Days.Chunk(HistoryPeriod.Week).Where(week => week.Any(IsWorthALine)).Select(week => WeekLine(week, voice))
        : period.Days.Where(IsWorthALine).Select(day => DayLine(day, voice));

    /// <summary>"38 km, 3 h 20 min", of what was told.</summary>
    public static string Amounts(IEnumerable<CheckInEntry> sessions, Voice voice)
    {
        var (km, minutes) = (sessions.Sum(session => session.DistanceKm ?? 0), sessions.Sum(session => session.DurationMin ?? 0));
        var said = new CheckInAnswers { DistanceKm = km > 0 ? km : null, DurationMin = minutes > 0 ? minutes : null };
        return Say(Facts.New(new CheckInAnswers(), said, voice), voice);
    }

    public static string ShortDate(DateOnly date, Voice voice) =>
        date.ToString(voice.Culture.DateTimeFormat.MonthDayPattern.Replace("MMMM", "MMM", StringComparison.Ordinal), voice.Culture);

    /// <summary>"Mon", "lun", "Mo", "seg", as the culture shortens it and without its point.</summary>
    public static string Weekday(DateOnly date, Voice voice) => voice.Culture.DateTimeFormat.GetAbbreviatedDayName(date.DayOfWeek).TrimEnd('.');

    private static bool IsWorthALine(HistoryDay day) => day.IsTold || day.Sessions.Count > 0;

    private static string DayLine(HistoryDay day, Voice voice)
    {
        var facts = day.Sessions.SelectMany(session => Facts.New(new CheckInAnswers(), SessionOf(session), voice))
            .Concat(Facts.New(new CheckInAnswers(), new CheckInAnswers { Soreness = day.Soreness, SleepHours = day.SleepH, Energy = day.Energy }, voice));
        return voice.Say("history.line", ("day", $"{Weekday(day.Date, voice)} {day.Date.Day}"), ("facts", Say(facts, voice)));
    }

    private static string WeekLine(HistoryDay[] week, Voice voice)
    {
        var means = new CheckInAnswers
        {
            Soreness = Mean(week.Select(day => day.Soreness)),
            SleepHours = Mean(week.Select(day => day.SleepH)),
            DistanceKm = week.SelectMany(day => day.Sessions).Sum(session => session.DistanceKm ?? 0) is > 0 and var km ? km : null,
        };
        var facts = Say(Facts.New(new CheckInAnswers(), means, voice), voice);
        return voice.Say("history.line", ("day", $"{ShortDate(week[0].Date, voice)} – {ShortDate(week[^1].Date, voice)}"), ("facts", facts));
    }

    private static CheckInAnswers SessionOf(CheckInEntry session) => new()
    {
        Kind = session.Kind,
        DistanceKm = session.DistanceKm,
        DurationMin = session.DurationMin,
        Rpe = session.Rpe,
    };

    private static double? Mean(IEnumerable<double?> values) => values.Average() is { } mean ? Math.Round(mean, 1) : null;

    private static string Say(IEnumerable<string> facts, Voice voice) =>
        string.Join(", ", facts.DefaultIfEmpty(voice.Say("history.nothing")));

    private static void Add(List<string> parts, Voice voice, string what, IEnumerable<double?> told)
    {
        var values = told.OfType<double>().ToArray();
        if (values.Length == 0)
            return;

        parts.Add(voice.Say($"history.{what}", ("value", Math.Round(values.Average(), 1))));
        if (values.Length > 1 && values.Min() != values.Max())
            parts[^1] = voice.Say($"history.{what}-range", ("value", Math.Round(values.Average(), 1)), ("low", values.Min()), ("high", values.Max()));
    }
}
