using CoachBot.Coaching.Reminders;

namespace CoachBot.Scheduling;

/// <summary>Lets the coach speak first.</summary>
internal interface ICheckInSender
{
    /// <summary>The same id and attempt again does nothing again, and is answered the same.</summary>
    Task<SendResult> SendAsync(LedgerEntry entry, CheckInSchedule schedule, int attempt, CancellationToken cancellationToken);
}

/// <param name="Outcome">What became of it.</param>
/// <param name="Reason">Of a skipped one.</param>
internal sealed record SendResult(SendOutcome Outcome, string? Reason = null);

internal enum SendOutcome
{
    Sent,

    /// <summary>The runner is in the middle of something.</summary>
    Busy,

    /// <summary>The coach has a reason to keep quiet.</summary>
    Skipped,

    /// <summary>This process cannot speak in that channel; another may.</summary>
    NotServed,

    /// <summary>The channel does not take it now; it is kept and goes out later.</summary>
    Later,

    /// <summary>It left, and nobody knows whether it arrived.</summary>
    Unknown,

    /// <summary>The channel refuses it for good.</summary>
    Refused,
}
