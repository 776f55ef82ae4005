using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using CoachBot.BotBuilder;
using CoachBot.Storage;

namespace CoachBot.Commands;

/// <summary><c>export USER</c> and <c>forget USER</c>, for operators: all that is stored about one person.</summary>
internal static class PersonalDataCommands
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command CreateExport() => Create("export", "Writes all that is stored about one person, as JSON.", async (data, keys, cancellation) =>
        await Console.Out.WriteLineAsync((await data.ReadAsync(keys, cancellation)).ToJsonString(Readable)));

    public static Command CreateForget() => Create("forget", "Deletes all that is stored about one person.", async (data, keys, cancellation) =>
    {
        await data.DeleteAsync(keys, cancellation);
        await Console.Out.WriteLineAsync(JsonSerializer.Serialize(keys, Readable));
    });

    /// <summary>Exit code 1 where nothing is stored about that person.</summary>
    private static Command Create(string name, string description, Func<PersonalData, IReadOnlyList<string>, CancellationToken, Task> act)
    {
        var user = new Argument<string>("USER") { Description = "The person's id in their channel, alone or as CHANNEL/ID." };
        var command = new Command(name, description) { user };
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(async (parsed, cancellation) =>
        {
            string[] settings = [.. parsed.UnmatchedTokens];
            if (Settings.Refuse(settings) is { } refusal)
                return await Settings.FailAsync(refusal, exitCode: 2);
            try
            {
                await using var services = Storage(settings);
                var data = new PersonalData((IListingStorage)services.GetRequiredService<IStorage>());
                var keys = await data.FindAsync(parsed.GetRequiredValue(user), cancellation);
                if (keys.Count == 0)
                    return await Settings.FailAsync($"Nothing is stored about '{parsed.GetRequiredValue(user)}'.");

                await act(data, keys, cancellation);
                return 0;
            }
            catch (Exception e) when (Settings.IsMistake(e))
            {
                return await Settings.FailAsync(e.Message);
            }
        });
        return command;
    }

    private static ServiceProvider Storage(string[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true).AddEnvironmentVariables().AddCommandLine(settings).Build();
        return new ServiceCollection().AddSingleton(TimeProvider.System).AddCoachStorage(configuration).AddCheckIns(configuration, CheckInRegistration.Host).BuildServiceProvider();
    }
}
