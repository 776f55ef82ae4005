using CoachBot.Channels.BotFramework.Incoming;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoachBot.Channels.BotFramework;

/// <summary>Ready when the tokens of channels can be judged.</summary>
internal sealed class SigningKeysHealthCheck(IssuerKeys keys) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(keys.IsReady ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The signing keys were not fetched yet."));
}
