using CoachBot.BotBuilder.Dialogs.Recognizers;
using CoachBot.Coaching.Content;
using CoachBot.Coaching.Language;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CoachBot.Commands;

/// <summary>
/// Builds at start what would make the first runner of a language wait for a second or two. It runs beside the loading of the content;
/// the host is ready when it is done. Languages that are not named are built on first use.
/// </summary>
internal sealed class WarmUp(IReadOnlyList<string> languages) : IHealthCheck
{
    public const string Setting = "Coach:WarmLanguages";

    private readonly Task _recognizers = Task.Run(() => TextRecognizers.Warm([.. languages]));
    private Task? _all;

    /// <exception cref="SettingsException">A language is none of ours.</exception>
    public static WarmUp Begin(IConfiguration configuration)
    {
        var written = (configuration[Setting] ?? "en").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return written.FirstOrDefault(language => !RunnerLanguage.Languages.Contains(language)) is { } unknown
            ? throw new SettingsException($"{Setting} names '{unknown}'; it can name {string.Join(", ", RunnerLanguage.Languages)}.")
            : new WarmUp(written);
    }

    /// <summary>Warms what needs the content too, and ends when everything is warm.</summary>
    public Task FinishAsync(DialogContent content) =>
        _all = Task.WhenAll(_recognizers, Task.Run(() => content.Language.Warm([.. languages])));

    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(_all is { IsCompletedSuccessfully: true }
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy("They are not warm yet.", _all?.Exception));
}
