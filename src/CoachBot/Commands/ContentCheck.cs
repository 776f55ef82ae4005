using CoachBot.Coaching.Content;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoachBot.Commands;

/// <summary>Content is loaded and checked as a whole or not at all: who holds it can use it.</summary>
internal sealed class ContentCheck(IServiceProvider services) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(services.GetService<DialogContent>() is null ? HealthCheckResult.Unhealthy("It is not loaded.") : HealthCheckResult.Healthy());
}
