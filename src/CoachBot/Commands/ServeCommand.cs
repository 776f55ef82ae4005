using System.CommandLine;
using CoachBot.Coaching.Content;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace CoachBot.Commands;

/// <summary><c>serve</c>: hosts every channel that is configured until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Host the chat page and every channel that is configured (the default).");
        SetAction(command);
        return command;
    }

    /// <summary>Settings may follow the command, as standard .NET configuration has them: <c>--Key value</c> or <c>--Key=value</c>.</summary>
    public static void SetAction(Command command)
    {
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction((parsed, cancellationToken) => RunAsync([.. parsed.UnmatchedTokens], cancellationToken));
    }

    private static async Task<int> RunAsync(string[] settings, CancellationToken cancellationToken)
    {
        if (Settings.Refuse(settings) is { } refusal)
            return await Settings.FailAsync(refusal, exitCode: 2);

        try
        {
            await using var app = CoachHost.Build(settings, BotRegistration.AddWarmBot);
            var warm = app.Services.GetRequiredService<WarmUp>().FinishAsync(app.Services.GetRequiredService<DialogContent>());
            await app.StartAsync(cancellationToken);
            await warm;
            await Console.Out.WriteLineAsync($"CoachBot is ready at {string.Join(" and ", Addresses(app))} (Ctrl+C ends it).");
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (Exception e) when (Settings.IsMistake(e))
        {
            return await Settings.FailAsync(e.Message);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            return await Settings.FailAsync($"{e.Message.TrimEnd('.')}; choose another address with --urls http://localhost:PORT.");
        }
    }

    private static ICollection<string> Addresses(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
}
