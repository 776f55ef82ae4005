using System.Globalization;
using CoachBot.Coaching.Reminders;

namespace CoachBot.Scheduling;

/// <summary>What one check-in is known by: it exists once, whoever tries to make it.</summary>
internal sealed record LedgerKey(string Key, DateOnly On, string Kind)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Key}/{On:yyyy-MM-dd}/{Kind}");
}

internal enum LedgerState
{
    /// <summary>Taken from the schedule; to be sent.</summary>
    Claimed,

    Sent,

    /// <summary>It left, and whether it arrived nobody knows. It is not repeated.</summary>
    Unknown,

    /// <summary>Not sent, for a reason that is no fault.</summary>
    Skipped,

    /// <summary>Refused for good.</summary>
    Failed,
}

/// <summary>What became of one check-in.</summary>
/// <param name="Id">Runner, date and kind.</param>
/// <param name="Due">When it was to come.</param>
/// <param name="ClaimedAt">When it was taken.</param>
internal sealed record LedgerEntry(LedgerKey Id, DateTimeOffset Due, DateTimeOffset ClaimedAt)
{
    public LedgerState State { get; init; }

    /// <summary>Of a skipped or failed one, in one word.</summary>
    public string? Reason { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    /// <summary>Where it goes, as it was when it was taken: a repetition goes to the same place. Empty once it is done.</summary>
    public ReadOnlyMemory<byte> Schedule { get; init; }

    /// <summary>The entry of what is due in a record.</summary>
    public static LedgerEntry Claim(CheckInRecord record, DateTimeOffset now) =>
        new(new LedgerKey(record.Key, record.Due!.On, record.Due.Kind), record.Due.At, now) { Schedule = record.Utf8Json };

    public LedgerEntry Done(LedgerState state, string? reason, DateTimeOffset now) => this with { State = state, Reason = reason, DoneAt = now, Schedule = default };

    public CheckInPrompt ToPrompt() => new(Id.On, Id.Kind);
}
