using System.Collections.Concurrent;

namespace CoachBot.Channels;

/// <summary>Waits for turns as long as a channel does, and at shutdown until all that were begun are done.</summary>
internal sealed class TurnsUnderWay(TimeProvider time, ILogger<TurnsUnderWay> log) : IHostedService
{
    private readonly ConcurrentDictionary<Task, byte> _underWay = new();

    /// <summary>The outcome; null if the turn takes longer than its channel waits: then it goes on after its request was answered.</summary>
    public async Task<T?> WaitAsync<T>(Task<T> turn, TimeSpan patience)
        where T : class
    {
        try
        {
            return await turn.WaitAsync(patience, time);
        }
        catch (TimeoutException) when (!turn.IsCompleted)
        {
            Log.TurnOutlastsRequest(log);
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
            Log.TurnFailedAfterRequest(log, fault.GetBaseException());
    }
}
