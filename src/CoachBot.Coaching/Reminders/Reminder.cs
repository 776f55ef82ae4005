using System.Text.Json.Serialization;

namespace CoachBot.Coaching.Reminders;

/// <summary>The morning check-in that a runner asked for, and how it has gone.</summary>
public sealed record Reminder(CheckInTimes Times)
{
    /// <summary>After so many without an answer the coach keeps quiet until it is spoken to (evidence B2).</summary>
    public const int MostUnanswered = 2;

    [JsonConverter(typeof(JsonStringEnumConverter<ReminderStatus>))]
    public ReminderStatus Status { get; init; }

    /// <summary>Check-ins that came since the runner last wrote.</summary>
    public int Unanswered { get; init; }

    /// <summary>The runner's date when the last one came.</summary>
    public DateOnly? LastOn { get; init; }

    /// <summary>Where it is sent: the private conversation the runner wrote in last.</summary>
    public string? ConversationId { get; init; }

    /// <summary>A zone that the runner's app told and that was asked about already.</summary>
    public string? AskedZone { get; init; }

    public Reminder With(ReminderStatus status) => this with { Status = status, Times = Times with { IsOn = status == ReminderStatus.On } };
}

public enum ReminderStatus
{
    On,

    /// <summary>By the runner.</summary>
    Stopped,

    /// <summary>Nobody answered; the next message turns it on again.</summary>
    Quiet,

    /// <summary>The channel refused it for good; to be told to the runner.</summary>
    Unreachable,
}
