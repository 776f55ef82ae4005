using CoachBot.Coaching.Reminders;

namespace CoachBot.Scheduling;

/// <summary>
/// Sends what is in the queue and ends its ledger entries. Every step may be done again: a turn that was committed is known by
/// the engine, and an entry that has ended is left alone.
/// </summary>
internal sealed class CheckInWorker(
    ICheckInStore store, IDispatchQueue queue, ICheckInSender sender, SendBudgets budgets, CheckInOptions options, CheckInMetrics metrics, TimeProvider time, ILogger<CheckInWorker> log)
{
    private const int PageSize = 32;

    /// <summary>More than this is not waited for in place: the message goes back.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    /// <summary>One page of messages, several at a time.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> WorkAsync(CancellationToken cancellationToken)
    {
        var messages = await queue.ReceiveAsync(PageSize, options.TakeOverAfter, cancellationToken);
        var several = new ParallelOptions { MaxDegreeOfParallelism = options.Workers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(messages, several, async (message, stop) =>
        {
            try
            {
                await HandleAsync(message, stop);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // It comes again when its time out of sight is over.
                Log.CheckInWaits(log, e);
            }
        });
        return messages.Count;
    }

    private async Task HandleAsync(ReceivedDispatch received, CancellationToken cancellationToken)
    {
        var (id, attempt) = received.Message;
        if (await store.ReadEntryAsync(id, cancellationToken) is not { State: LedgerState.Claimed } entry)
        {
            await queue.CompleteAsync(received, cancellationToken);
            return;
        }

        if (CheckInRecord.TryParse(entry.Schedule) is not { } schedule || time.GetUtcNow() - entry.Due > options.MaxLateness)
        {
            await EndAsync(received, entry, LedgerState.Skipped, SkipReasons.Late, cancellationToken);
            return;
        }

        if (budgets.Reserve(schedule.Reference, entry.Id.ToString()) is var wait && wait > LongestWait)
        {
            await queue.PutOffAsync(received, attempt, wait, cancellationToken);
            return;
        }

        if (wait > TimeSpan.Zero)
            await Task.Delay(wait, time, cancellationToken);
        var result = await sender.SendAsync(entry, schedule, attempt, cancellationToken);
        await ConcludeAsync(received, entry, schedule, result, cancellationToken);
    }

    private Task ConcludeAsync(ReceivedDispatch received, LedgerEntry entry, CheckInSchedule schedule, SendResult result, CancellationToken cancellationToken)
    {
        switch (result.Outcome)
        {
            case SendOutcome.Busy:
                return queue.PutOffAsync(received, received.Message.Attempt + 1, options.BusyFor, cancellationToken);
            case SendOutcome.NotServed:
                return queue.PutOffAsync(received, received.Message.Attempt, options.BusyFor, cancellationToken);
            case SendOutcome.Later:
                budgets.Pause(schedule.Reference, Pause);
                return queue.PutOffAsync(received, received.Message.Attempt, Pause, cancellationToken);
            case SendOutcome.Skipped:
                return EndAsync(received, entry, LedgerState.Skipped, result.Reason, cancellationToken);
            case SendOutcome.Unknown:
                return EndAsync(received, entry, LedgerState.Unknown, null, cancellationToken);
            case SendOutcome.Refused:
                return EndAsync(received, entry, LedgerState.Failed, SkipReasons.Refused, cancellationToken);
            default:
                return EndAsync(received, entry, LedgerState.Sent, null, cancellationToken);
        }
    }

    private async Task EndAsync(ReceivedDispatch received, LedgerEntry entry, LedgerState state, string? reason, CancellationToken cancellationToken)
    {
        var ended = entry.Done(state, reason, time.GetUtcNow());
        await store.FinishAsync(ended, cancellationToken);
        metrics.Ended(ended);
        await queue.CompleteAsync(received, cancellationToken);
    }
}
