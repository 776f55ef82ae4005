using System.Collections.Concurrent;

namespace CoachBot.Channels.Slack;

/// <summary>
/// Work that goes on after its request was answered: the end of the host waits for it. A turn in it is promised in the storage too,
/// see <see cref="BotBuilder.Turns.TurnInbox"/>; the rest, such as a window that opens, need not outlive this process.
/// </summary>
internal sealed class WorkUnderWay(TimeProvider time, ILogger<WorkUnderWay> log) : IHostedService
{
    private readonly ConcurrentDictionary<Task, byte> _underWay = new();

    /// <summary>The result; null if the work takes longer than the patience and goes on.</summary>
    public async Task<T?> WaitAsync<T>(Task<T> work, TimeSpan patience)
        where T : class
    {
        try
        {
            return await work.WaitAsync(patience, time);
        }
        catch (TimeoutException) when (!work.IsCompleted)
        {
            _underWay.TryAdd(work, 0);
            _ = work.ContinueWith(Finish, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            return null;
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        foreach (var work in _underWay.Keys)
            await work.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private void Finish(Task work)
    {
        _underWay.TryRemove(work, out _);
        if (work.Exception is { } fault)
            Log.SlackWorkFailed(log, fault.GetBaseException());
    }
}
