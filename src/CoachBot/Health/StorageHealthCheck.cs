using CoachBot.BotBuilder;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoachBot.Health;

/// <summary>Ready when the storage answers; whether it holds anything does not matter.</summary>
internal sealed class StorageHealthCheck(IStorage storage) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await storage.ReadAsync(["health"], cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
