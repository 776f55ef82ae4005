using CoachBot.Coaching.Content;
using CoachBot.Coaching.Reminders;

namespace CoachBot.Coaching.Dialogs;

/// <summary>How days and times of the morning check-in are said.</summary>
internal static class ReminderWords
{
    /// <summary>"every weekday, 06:45 (Madrid time)".</summary>
    public static string Times(CheckInTimes times, Voice voice) => voice.Say(
        times.WindowMin > 0 ? "reminder.times.window" : "reminder.times",
        ("days", Days(times.Days, voice)),
        ("time", Time(times.Time, voice)),
        ("end", Time(times.Time.AddMinutes(times.WindowMin), voice)),
        ("place", ZoneReader.NameOf(times.Zone, voice)));

    /// <summary>"Wednesday, 25 November, 06:45".</summary>
    public static string When(DueCheckIn due, CheckInTimes times, Voice voice)
    {
        var local = CheckInClock.Default.ToLocal(times.Zone, due.At);
        return $"{Date(due.On, voice)}, {Time(due.IsMorning ? times.Time : TimeOnly.FromTimeSpan(local.TimeOfDay), voice)}";
    }

    public static string Date(DateOnly date, Voice voice) =>
        $"{date.ToString("dddd", voice.Culture)}, {date.ToString(voice.Culture.DateTimeFormat.MonthDayPattern, voice.Culture)}";

    public static string Time(TimeOnly time, Voice voice) => time.ToString(voice.Culture.DateTimeFormat.ShortTimePattern, voice.Culture);

    private static string Days(Weekdays days, Voice voice) => days switch
    {
        Weekdays.All => voice.Say("days.all"),
        Weekdays.MondayToFriday => voice.Say("days.weekdays"),
        Weekdays.Weekend => voice.Say("days.weekend"),
        _ => string.Join(", ", days.Each().Select(voice.Culture.DateTimeFormat.GetDayName)),
    };
}
