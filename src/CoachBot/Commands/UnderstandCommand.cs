using System.CommandLine;
using CoachBot.Coaching.Content;
using CoachBot.Coaching.Language;

namespace CoachBot.Commands;

/// <summary><c>understand</c>: what each line of standard input says, as JSON Lines.</summary>
internal static class UnderstandCommand
{
    public static Command Create()
    {
        var locale = new Option<string?>("--locale") { Description = "The runner's language where a line names none: en, es, fr, de or pt." };
        var command = new Command("understand", "Reads JSON Lines {\"id\",\"locale\",\"dialog_step\",\"text\"} or plain lines, writes what each says.") { locale };
        command.SetAction((parsed, cancel) => RunAsync(parsed.GetValue(locale), Console.In, Console.Out, Console.Error, cancel));
        return command;
    }

    /// <returns>0, or 1 where a line could not be read; the others are still answered.</returns>
    public static async Task<int> RunAsync(string? locale, TextReader input, TextWriter output, TextWriter errors, CancellationToken cancel)
    {
        var language = RunnerLanguage.Load(new ContentDirectory(ContentFolder.Locate(new ConfigurationBuilder().AddEnvironmentVariables().Build())));
        var failed = false;
        for (var number = 1; await input.ReadLineAsync(cancel) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;

            var parsed = UtteranceLine.Parse(line, number);
            if (parsed.Error is not null)
            {
                failed = true;
                await errors.WriteLineAsync($"line {number}: {parsed.Error}");
                continue;
            }

            var told = language.Understand(parsed.Text, parsed.Step, parsed.Locale ?? locale);
            await output.WriteLineAsync(UnderstandingJson.Write(parsed.Id, told));
        }

        return failed ? 1 : 0;
    }
}
