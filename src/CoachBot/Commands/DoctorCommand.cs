using System.CommandLine;
using CoachBot.Coaching.Content;
using CoachBot.Health;
using CoachBot.Health.Checks;

namespace CoachBot.Commands;

/// <summary><c>doctor</c>: looks at everything that a host needs, one line each, with what mends it.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        var command = new Command("doctor", "Look at settings, content, storage, channels, clock and time zones, one line each; exit code 1 when something fails.");
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellationToken) =>
            Settings.Refuse(parsed.UnmatchedTokens) is { } refusal
                ? await Settings.FailAsync(refusal, exitCode: 2)
                : await RunAsync([.. parsed.UnmatchedTokens], Console.Out, cancellationToken));
        return command;
    }

    /// <returns>The exit code.</returns>
    internal static async Task<int> RunAsync(string[] settings, TextWriter output, CancellationToken cancellationToken)
    {
        WebApplication app;
        try
        {
            app = CoachHost.Build(settings, AddChecks);
        }
        catch (Exception e) when (Settings.IsMistake(e))
        {
            await WriteAsync(
                output, e is SettingsException ? "settings" : "content", SelfCheckResult.Fail(e.Message, "Storage and channels were not looked at."));
            await LookAsync([new TimeZoneCheck(), new ClockCheck(TimeProvider.System, []), new PageCheck()], output, cancellationToken);
            return 1;
        }

        await using var disposal = app;
        await WriteAsync(output, "settings", SelfCheckResult.Ok($"Complete for {app.Environment.EnvironmentName}."));
        var content = app.Services.GetRequiredService<DialogContent>();
        await WriteAsync(output, "content", SelfCheckResult.Ok($"{content.Knowledge.Describe(Cultures.Fallback).Count} strategies in {Cultures.Languages.Count} languages."));
        return await LookAsync(app.Services.GetServices<ISelfCheck>(), output, cancellationToken) ? 0 : 1;
    }

    /// <returns>False when something failed.</returns>
    private static async Task<bool> LookAsync(IEnumerable<ISelfCheck> checks, TextWriter output, CancellationToken cancellationToken)
    {
        var isWell = true;
        foreach (var check in checks)
        {
            var result = await LookAsync(check, cancellationToken);
            isWell &= result.Verdict != SelfCheckVerdict.Fail;
            await WriteAsync(output, check.Name, result);
        }

        return isWell;
    }

    private static void AddChecks(IServiceCollection services, IConfiguration configuration)
    {
        BotRegistration.AddBot(services, configuration);
        services.AddSingleton<ISelfCheck, StorageCheck>();
        services.AddSingleton<ISelfCheck, LeftoverCheck>();
        services.AddSingleton<ISelfCheck, TimeZoneCheck>();
        services.AddSingleton<ISelfCheck, ClockCheck>();
        services.AddSingleton<ISelfCheck, PageCheck>();
    }

    private static async Task<SelfCheckResult> LookAsync(ISelfCheck check, CancellationToken cancellationToken)
    {
        try
        {
            return await check.LookAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            return SelfCheckResult.Fail(e.Message, $"docs/operators.md, {check.Name}, has the usual causes.");
        }
    }

    private static Task WriteAsync(TextWriter output, string name, SelfCheckResult result)
    {
        var word = result.Verdict switch { SelfCheckVerdict.Ok => "ok", SelfCheckVerdict.Note => "note", _ => "FAIL" };
        return output.WriteLineAsync(OneLine($"{word,-5}{name,-13}{result.Sentence} {result.Remedy}"));
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").TrimEnd();
}
