using System.CommandLine;
using System.Globalization;
using System.Text;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Turns;
using CoachBot.Channels.Terminal;

namespace CoachBot.Commands;

/// <summary><c>chat</c>: the same bot over the same storage, in the terminal.</summary>
internal static class ChatCommand
{
    public static Command Create()
    {
        var locale = new Option<string?>("--locale") { Description = "Your language, such as en-GB, es, fr, de or pt-BR." };
        var startNew = new Option<bool>("--new") { Description = "Begin a new conversation instead of going on with the last one." };
        var command = new Command("chat", "Talk to the coach in the terminal.") { locale, startNew };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, _) =>
        {
            if (Settings.Refuse(parsed.UnmatchedTokens) is { } refusal)
                return await Settings.FailAsync(refusal, exitCode: 2);
            try
            {
                await RunAsync(parsed.GetValue(locale), parsed.GetValue(startNew), [.. parsed.UnmatchedTokens]);
                return 0;
            }
            catch (Exception e) when (Settings.IsMistake(e))
            {
                return await Settings.FailAsync(e.Message);
            }
        });
        return command;
    }

    private static async Task RunAsync(string? locale, bool startNew, string[] settings)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var host = CoachHost.BuildForTerminal(settings, BotRegistration.AddBot, Console.Out);
        await using var disposal = (IAsyncDisposable)host;
        var services = host.Services;
        var chat = new TerminalChat(
            services.GetRequiredService<TurnEngine>(),
            services.GetRequiredService<TerminalChannel>(),
            services.GetRequiredService<IStorage>(),
            services.GetRequiredService<TimeProvider>(),
            Console.In,
            Console.Out,
            Environment.UserName,
            locale ?? DefaultLocale(),
            echoInput: Console.IsInputRedirected);

        using var stop = new CancellationTokenSource();
        Console.CancelKeyPress += (_, pressed) =>
        {
            pressed.Cancel = true;
            stop.Cancel();
        };
        await host.StartAsync(stop.Token);
        await chat.RunAsync(startNew, stop.Token);
        await host.StopAsync(CancellationToken.None);
    }

    /// <summary>The language of the machine; a machine without one has none.</summary>
    private static string? DefaultLocale() => CultureInfo.CurrentUICulture.Name is { Length: > 0 } name ? name : null;
}
