using System.Text.Json;
using CoachBot.Coaching.Reminders;

namespace CoachBot.Scheduling;

/// <summary>One runner in the schedule: what the runner wants, and what is to come.</summary>
/// <param name="Key">The storage key of the document, <c>check-ins/{channel}/{user}</c>.</param>
/// <param name="Utf8Json">The document as the turns of the runner wrote it.</param>
/// <param name="ETag">The version that was read; null for a record that must not exist yet.</param>
internal sealed record CheckInRecord(string Key, ReadOnlyMemory<byte> Utf8Json, string? ETag)
{
    private CheckInSchedule? _schedule;

    /// <summary>Null while nothing is to come.</summary>
    public DueCheckIn? Due { get; init; }

    /// <summary>The date of the last morning check-in that was taken from the schedule.</summary>
    public DateOnly? LastOn { get; init; }

    public DateTimeOffset? LastAgain { get; init; }

    /// <summary>The time zone rules by which <see cref="Due"/> was made.</summary>
    public string ZoneData { get; init; } = "";

    public string ChannelId => Key.Split('/') is { Length: > 2 } parts ? parts[1] : "";

    /// <summary>Null when the document is no schedule: what is left of one that was deleted in between.</summary>
    public CheckInSchedule? Schedule => _schedule ??= TryParse(Utf8Json);

    /// <summary>With what is to come from an instant on.</summary>
    public CheckInRecord Plan(CheckInClock clock, DateTimeOffset? from) => this with
    {
        Due = Schedule is { } schedule ? clock.Next(schedule.Times, Key, LastOn, from, LastAgain) : null,
        ZoneData = clock.ZoneData,
    };

    /// <summary>As it is once what is due was taken: the next date follows, however late it is by now.</summary>
    public CheckInRecord Advance(CheckInClock clock)
    {
        var due = Due!;
        return due.IsMorning ? (this with { LastOn = due.On }).Plan(clock, from: null) : (this with { LastAgain = due.At }).Plan(clock, from: due.At);
    }

    /// <summary>The same dates under the present time zone rules.</summary>
    public CheckInRecord FollowRules(CheckInClock clock)
    {
        if (Schedule is not { Times.IsOn: true } schedule || Due is not { } due)
            return this with { Due = null, ZoneData = clock.ZoneData };
        if (!due.IsMorning)
            return this with { ZoneData = clock.ZoneData };
        return clock.At(schedule.Times, Key, due.On) is { } at
            ? this with { Due = due with { At = at }, ZoneData = clock.ZoneData }
            : Advance(clock);
    }

    public static CheckInSchedule? TryParse(ReadOnlyMemory<byte> utf8Json)
    {
        try
        {
            return CheckInSchedule.Parse(utf8Json.Span);
        }
        catch (Exception e) when (e is JsonException or ArgumentException)
        {
            return null;
        }
    }
}
