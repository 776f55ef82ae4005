using System.CommandLine;
using CoachBot.BotBuilder;

namespace CoachBot.Commands;

/// <summary>What the commands of operators share: they work on the storage that the settings name, beside a host that may run.</summary>
internal static class OperatorCommand
{
    /// <param name="command">Settings may follow it, as with <c>serve</c>.</param>
    /// <param name="work">Gets the services of <see cref="CoachHost.BuildForOperator"/>; returns the exit code.</param>
    public static Command With(Command command, Func<ParseResult, IServiceProvider, CancellationToken, Task<int>> work)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellationToken) =>
        {
            if (Settings.Refuse(parsed.UnmatchedTokens) is { } refusal)
                return await Settings.FailAsync(refusal, exitCode: 2);
            try
            {
                var host = CoachHost.BuildForOperator([.. parsed.UnmatchedTokens]);
                await using var disposal = (IAsyncDisposable)host;
                return await work(parsed, host.Services, cancellationToken);
            }
            catch (Exception e) when (Settings.IsMistake(e) || e is Storage.StorageUnavailableException or StorageConflictException)
            {
                return await Settings.FailAsync(e.Message);
            }
        });
        return command;
    }
}
