using CoachBot.Coaching.Language;
using CoachBot.Coaching.Reminders;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Stopping, pausing and putting off the morning check-in, and when the next one comes.</summary>
internal static class ReminderReplies
{
    private const int SnoozeMin = 30;

    /// <summary>Does what was asked and says so; null when the message asks for something else.</summary>
    public static string? Answer(CoachTurn turn)
    {
        var asksToWait = turn.Said.Break is not null && turn.Said.Intent is Intent.SetReminder or Intent.StopReminder;
        if (!asksToWait && turn.Said.Intent is not (Intent.StopReminder or Intent.WhenReminder))
            return null;
        if (turn.Runner.Reminder is not { Status: not ReminderStatus.Stopped } reminder)
            return turn.Voice.Say("reminder.none");

        return turn.Said switch
        {
            { Intent: Intent.WhenReminder } => Next(turn, reminder),
            { Break.Value: { Kind: BreakKind.Snooze, Days: null, Weekday: null, DayOfMonth: null } put } => Snooze(turn, reminder, put),
            { Break.Value: { } put } => Pause(turn, reminder, put),
            _ => Stop(turn, reminder),
        };
    }

    /// <summary>When the next one comes, in a sentence.</summary>
    public static string Next(CoachTurn turn, Reminder reminder) =>
        ReminderKeeping.NextOf(turn, reminder) is { } due
            ? turn.Voice.Say("reminder.next", ("when", ReminderWords.When(due, reminder.Times, turn.Voice)), ("times", ReminderWords.Times(reminder.Times, turn.Voice)))
            : turn.Voice.Say("reminder.none");

    /// <summary>The "later" button of the morning message; null for anything else.</summary>
    public static string? Later(CoachTurn turn) => turn.Is("button.later") && turn.Runner.Reminder is { Status: ReminderStatus.On } reminder
        ? Snooze(turn, reminder, new ReminderBreak(BreakKind.Snooze))
        : null;

    private static string Stop(CoachTurn turn, Reminder reminder)
    {
        turn.Runner = turn.Runner with { Reminder = reminder.With(ReminderStatus.Stopped) };
        return turn.Voice.Say("reminder.stopped");
    }

    /// <summary>A time of day that was named, or minutes from now. Beside what was asked, nothing changes.</summary>
    private static string Snooze(CoachTurn turn, Reminder reminder, ReminderBreak put)
    {
        var now = CheckInClock.Default.ToLocal(reminder.Times.Zone, turn.Now);
        var until = turn.Said.PromptTime is { } time ? At(now, time.Value) : now.AddMinutes(put.Minutes ?? SnoozeMin);
        until = new DateTimeOffset(until.Year, until.Month, until.Day, until.Hour, until.Minute, 0, until.Offset);
        turn.Runner = turn.Runner with { Reminder = reminder with { Times = reminder.Times with { SnoozedUntil = until } } };
        return turn.Voice.Say("reminder.snoozed", ("time", ReminderWords.Time(TimeOnly.FromTimeSpan(until.TimeOfDay), turn.Voice)));
    }

    private static DateTimeOffset At(DateTimeOffset now, TimeOnly time)
    {
        var today = now.Date + time.ToTimeSpan();
        return new DateTimeOffset(today <= now.DateTime ? today.AddDays(1) : today, now.Offset);
    }

    private static string Pause(CoachTurn turn, Reminder reminder, ReminderBreak put)
    {
        var today = DateOnly.FromDateTime(CheckInClock.Default.ToLocal(reminder.Times.Zone, turn.Now).DateTime);
        if (End(put, today) is not { } until)
        {
            turn.Runner = turn.Runner with { Reminder = reminder.With(ReminderStatus.Stopped) };
            return turn.Voice.Say("reminder.paused.open");
        }

        turn.Runner = turn.Runner with { Reminder = reminder with { Times = reminder.Times with { PausedUntil = until } } };
        return turn.Voice.Say("reminder.paused", ("date", ReminderWords.Date(until, turn.Voice)), ("times", ReminderWords.Times(reminder.Times, turn.Voice)));
    }

    /// <summary>The first day after the pause; null where none was named.</summary>
    private static DateOnly? End(ReminderBreak put, DateOnly today) => put switch
    {
        { Days: { } days } => today.AddDays(days),
        { Weekday: { } weekday } => today.AddDays((((int)weekday - (int)today.DayOfWeek + 6) % 7) + 1),
        { DayOfMonth: { } day } => Dates(today).FirstOrDefault(date => date.Day == day && (put.Month is null || date.Month == put.Month)) is { Year: > 1 } found ? found : null,
        _ => null,
    };

    private static IEnumerable<DateOnly> Dates(DateOnly today) => Enumerable.Range(1, 366).Select(today.AddDays);
}
