using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoachBot.Channels.DirectLine;

/// <summary>Without the key no token can be signed or read.</summary>
internal sealed class SigningKeyCheck(SigningKey key) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(key.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("It is not loaded yet."));
}
