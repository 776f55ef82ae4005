using System.Globalization;
using CoachBot.BotBuilder.Turns;
using CoachBot.Coaching.Reminders;

namespace CoachBot.Scheduling;

/// <summary>Sweeps, sends and audits for as long as the host runs. A fault costs one round; the next begins where it ended.</summary>
internal sealed class CheckInService(
    ICheckInStore store,
    IDispatchQueue queue,
    IShardLeases leases,
    CheckInSweeper sweeper,
    CheckInWorker worker,
    CheckInAudit audit,
    SendBudgets budgets,
    CheckInMetrics metrics,
    CheckInClock clock,
    CheckInOptions options,
    TurnEngine engine,
    TimeProvider time,
    ILogger<CheckInService> log) : BackgroundService
{
    private static readonly TimeSpan AuditEvery = TimeSpan.FromHours(24);
    private readonly Dictionary<int, DateTimeOffset> _audited = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Task.WhenAll(
                RepeatAsync(SweepAsync, options.SweepEvery, stoppingToken),
                RepeatAsync(WorkAsync, TimeSpan.FromSeconds(Math.Min(5, options.SweepEvery.TotalSeconds)), stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // What is under way is in the ledger and the queue; another process, or this one later, goes on with it.
        }
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await leases.ReleaseAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.CheckInRoundFailed(log, e);
        }
    }

    private async Task RepeatAsync(Func<CancellationToken, Task> round, TimeSpan pause, CancellationToken cancellationToken)
    {
        // Nothing here may hold up the start of the host.
        await Task.Yield();
        while (true)
        {
            try
            {
                await round(cancellationToken);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Log.CheckInRoundFailed(log, e);
            }

            await Task.Delay(pause, time, cancellationToken);
        }
    }

    private async Task SweepAsync(CancellationToken cancellationToken)
    {
        var held = await leases.HoldAsync(cancellationToken);
        var oldest = TimeSpan.Zero;
        foreach (var shard in held.Shards)
        {
            var (_, age) = await sweeper.SweepAsync(shard, engine.HasChannel, cancellationToken);
            oldest = age > oldest ? age : oldest;
        }

        metrics.Seen(await queue.CountAsync(cancellationToken), oldest);
        budgets.Share(held.Processes, metrics.Backlog);
        foreach (var shard in held.Shards)
            await AuditAsync(shard, cancellationToken);
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        while (await worker.WorkAsync(cancellationToken) > 0)
        {
            // Until the queue is empty.
        }
    }

    /// <summary>Once a day over all processes, and at once under new time zone rules.</summary>
    private async Task AuditAsync(int shard, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (_audited.TryGetValue(shard, out var at) && now - at < AuditEvery)
            return;

        if (await store.ReadMarkAsync(shard, cancellationToken) is { } mark && MarkedAt(mark) is { } marked && now - marked < AuditEvery)
        {
            _audited[shard] = marked;
            return;
        }

        var report = await audit.RunAsync(shard, repair: true, cancellationToken);
        if (report.Damaged + report.Stray > 0)
            Log.CheckInIndexRepaired(log, report.Damaged, report.Stray);
        await store.WriteMarkAsync(shard, string.Create(CultureInfo.InvariantCulture, $"{now:O} {clock.ZoneData}"), cancellationToken);
        _audited[shard] = now;
    }

    /// <summary>Null when other rules were in force then.</summary>
    private DateTimeOffset? MarkedAt(string mark)
    {
        var blank = mark.IndexOf(' ', StringComparison.Ordinal);
        return blank > 0 && mark[(blank + 1)..] == clock.ZoneData && DateTimeOffset.TryParse(mark[..blank], CultureInfo.InvariantCulture, out var at) ? at : null;
    }
}
