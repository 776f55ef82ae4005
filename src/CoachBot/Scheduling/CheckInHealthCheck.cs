using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoachBot.Scheduling;

/// <summary>Warns when a check-in has been due for long and nobody took it: the one sign that runners are being missed.</summary>
internal sealed class CheckInHealthCheck(ICheckInStore store, CheckInMetrics metrics, CheckInOptions options, TimeProvider time) : IHealthCheck
{
    /// <summary>It takes a look into every shard, and probes come every few seconds.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(30);

    private readonly Lock _lock = new();
    private (DateTimeOffset At, Task<DateTimeOffset?> Oldest)? _look;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var lateS = await Look() is { } due ? Math.Max(0, (time.GetUtcNow() - due).TotalSeconds) : 0;
        var data = new Dictionary<string, object>
        {
            ["oldestDueNotClaimedS"] = Math.Round(lateS, 1),
            ["backlog"] = metrics.Backlog,
            ["latenessP50S"] = metrics.LatenessS(0.5) ?? 0,
            ["latenessP99S"] = metrics.LatenessS(0.99) ?? 0,
        };
        return lateS > options.AlertAfter.TotalSeconds
            ? HealthCheckResult.Degraded("A check-in has been due for long and was not taken.", data: data)
            : HealthCheckResult.Healthy(data: data);
    }

    private Task<DateTimeOffset?> Look()
    {
        lock (_lock)
        {
            var now = time.GetUtcNow();
            if (_look is not { Oldest.IsFaulted: false } look || now - look.At > LookEvery)
                _look = look = (now, store.OldestDueAsync(CancellationToken.None));
            return look.Oldest;
        }
    }
}
