using System.Text.Json.Serialization;

namespace CoachBot.Coaching.Reminders;

/// <summary>When a runner wants the morning check-in. A zone is kept, never an offset from UTC.</summary>
public sealed record CheckInTimes
{
    private const int MostMinutes = 12 * 60;
    private readonly int _windowMin;
    private readonly Weekdays _days = Weekdays.All;

    /// <summary>On the runner's clock.</summary>
    public required TimeOnly Time { get; init; }

    /// <summary>IANA id, such as "Europe/Madrid".</summary>
    public required string Zone { get; init; }

    /// <summary>0 to 720: the check-in comes within so many minutes after <see cref="Time"/>, for each runner at a fixed one.</summary>
    public int WindowMin
    {
        get => _windowMin;
        init => _windowMin = value is >= 0 and <= MostMinutes
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"A window is 0 to {MostMinutes} minutes long.");
    }

    [JsonConverter(typeof(JsonStringEnumConverter<Weekdays>))]
    public Weekdays Days
    {
        get => _days;
        init => _days = value is not Weekdays.None && (value & ~Weekdays.All) == 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "At least one day of the week is needed.");
    }

    /// <summary>The first day on which it may come again.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>It comes once more at this time, beside the usual ones.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>False while it is stopped, and while the runner has not answered for so long that the coach keeps quiet.</summary>
    public bool IsOn { get; init; } = true;
}
