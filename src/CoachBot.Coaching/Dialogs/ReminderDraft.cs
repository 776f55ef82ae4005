using CoachBot.Coaching.Language;
using CoachBot.Coaching.Reminders;

namespace CoachBot.Coaching.Dialogs;

/// <summary>A morning check-in while it is being set.</summary>
internal sealed record ReminderDraft
{
    public TimeOnly? Time { get; init; }

    public int WindowMin { get; init; }

    public Weekdays Days { get; init; } = Weekdays.All;

    public string? Zone { get; init; }

    /// <summary>Whoever changes the days keeps the time, and the other way round.</summary>
    public static ReminderDraft From(CheckInTimes? times) =>
        times is null ? new ReminderDraft() : new ReminderDraft { Time = times.Time, WindowMin = times.WindowMin, Days = times.Days, Zone = times.Zone };

    public ReminderDraft Take(Understanding said)
    {
        var draft = this;
        if (said.PromptWindow is { } window)
            draft = draft with { Time = window.Value.From, WindowMin = (int)(window.Value.To - window.Value.From).TotalMinutes };
        else if (said.PromptTime is { } time)
            draft = draft with { Time = time.Value, WindowMin = 0 };
        return said.PromptDays is { } days ? draft with { Days = WeekdaySets.Of(days.Value) } : draft;
    }

    /// <summary>Null while something is missing.</summary>
    public CheckInTimes? ToTimes() => Time is { } time && Zone is { } zone
        ? new CheckInTimes { Time = time, WindowMin = Math.Clamp(WindowMin, 0, 720), Days = Days, Zone = zone }
        : null;
}
