using System.Collections.Concurrent;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels.BotFramework;

/// <summary>Waits for turns as long as a channel does, and at shutdown until all that were begun are done.</summary>
internal sealed class TurnsUnderWay(TimeProvider time, ILogger<TurnsUnderWay> log) : IHostedService
{
    /// <summary>Azure gives up on a request after 15 s; the turn itself goes on after this time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Task, byte> _underWay = new();

    /// <summary>The outcome; null if the turn goes on.</summary>
    public async Task<TurnOutcome?> WaitAsync(Task<TurnOutcome> turn)
    {
        try
        {
            return await turn.WaitAsync(Patience, time);
        }
        catch (TimeoutException) when (!turn.IsCompleted)
        {
            Log.AzureTurnTakesLong(log);
            Keep(turn);
            return null;
        }
    }

    /// <summary>Lets it run, and logs how it failed if it does.</summary>
    public void Keep(Task turn)
    {
        _underWay.TryAdd(turn, 0);
        _ = turn.ContinueWith(Finish, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var turn in _underWay.Keys)
            await turn.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Finish(Task turn)
    {
        _underWay.TryRemove(turn, out _);
        if (turn.Exception is { } fault)
            Log.AzureTurnFailedLate(log, fault.GetBaseException());
    }
}
