using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoachBot.Scheduling;

/// <summary>Warns when a check-in has been due for long and nobody took it: the one sign that runners are being missed.</summary>
internal sealed class CheckInHealthCheck(ICheckInStore store, CheckInMetrics metrics, CheckInOptions options, TimeProvider time) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var late = await store.OldestDueAsync(cancellationToken) is { } due ? Math.Max(0, (time.GetUtcNow() - due).TotalSeconds) : 0;
        var data = new Dictionary<string, object>
        {
            ["oldestDueNotClaimedS"] = Math.Round(late, 1),
            ["backlog"] = metrics.Backlog,
            ["latenessP50S"] = metrics.LatenessS(0.5) ?? 0,
            ["latenessP99S"] = metrics.LatenessS(0.99) ?? 0,
        };
        return late > options.AlertAfter.TotalSeconds
            ? HealthCheckResult.Degraded("A check-in has been due for long and was not taken.", data: data)
            : HealthCheckResult.Healthy(data: data);
    }
}
