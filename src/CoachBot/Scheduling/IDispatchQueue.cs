namespace CoachBot.Scheduling;

/// <summary>
/// Claimed check-ins on their way to whoever has time to send them. A message may come twice and out of order: the ledger and the
/// turn engine know what was done.
/// </summary>
internal interface IDispatchQueue
{
    Task SendAsync(IReadOnlyList<DispatchMessage> messages, CancellationToken cancellationToken);

    /// <summary>Those received are not seen by others for a while; without a word about them they come again.</summary>
    Task<IReadOnlyList<ReceivedDispatch>> ReceiveAsync(int max, TimeSpan hidden, CancellationToken cancellationToken);

    Task CompleteAsync(ReceivedDispatch message, CancellationToken cancellationToken);

    /// <summary>It comes again after a time, with another attempt's number.</summary>
    Task PutOffAsync(ReceivedDispatch message, int attempt, TimeSpan time, CancellationToken cancellationToken);

    /// <summary>About how many wait, those put off included.</summary>
    Task<long> CountAsync(CancellationToken cancellationToken);
}

/// <param name="Id">The check-in.</param>
/// <param name="Attempt">0, 1, 2 …: raised when the runner was busy, so that the engine takes it for a new try.</param>
internal sealed record DispatchMessage(LedgerKey Id, int Attempt);

/// <param name="Message">What was sent.</param>
/// <param name="Handle">The queue's own name for this delivery.</param>
internal sealed record ReceivedDispatch(DispatchMessage Message, string Handle);
