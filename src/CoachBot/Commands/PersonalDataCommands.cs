using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;

namespace CoachBot.Commands;

/// <summary><c>export USER</c> and <c>forget USER</c>: all that is stored about one person, out or away.</summary>
internal static class PersonalDataCommands
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command CreateExport()
    {
        var user = User();
        return OperatorCommand.With(
            new Command("export", "Write all that is stored about one person, as JSON.") { user },
            async (parsed, services, cancellationToken) =>
            {
                var documents = new JsonObject();
                foreach (var place in services.GetServices<IPersonalData>())
                {
                    await foreach (var (key, document) in place.ExportAsync(parsed.GetValue(user)!, cancellationToken))
                        documents[key] = document;
                }

                if (documents.Count == 0)
                    await SayNothingStoredAsync(parsed.GetValue(user)!);
                var export = new JsonObject
                {
                    ["user"] = parsed.GetValue(user),
                    ["exportedAt"] = services.GetRequiredService<TimeProvider>().GetUtcNow().ToString("O"),
                    ["documents"] = documents,
                };
                await Console.Out.WriteLineAsync(export.ToJsonString(Readable));
                return 0;
            });
    }

    public static Command CreateForget()
    {
        var user = User();
        return OperatorCommand.With(
            new Command("forget", "Delete all that is stored about one person. It cannot be taken back.") { user },
            async (parsed, services, cancellationToken) =>
            {
                var count = 0;
                foreach (var place in services.GetServices<IPersonalData>())
                    count += await place.ForgetAsync(parsed.GetValue(user)!, cancellationToken);
                if (count == 0)
                    await SayNothingStoredAsync(parsed.GetValue(user)!);
                else
                    await Console.Out.WriteLineAsync($"Deleted {count} documents about '{parsed.GetValue(user)}'.");
                return 0;
            });
    }

    private static Argument<string> User() => new("USER")
    {
        Description = "The id that the channel gave, as it stands in 'from.id' (29:1abc…, U012ABC…, dl_…); CHANNEL/ID looks in one channel only.",
    };

    private static Task SayNothingStoredAsync(string user) =>
        Console.Error.WriteLineAsync($"Nothing is stored about '{user}'. It must be the whole id, as the channel gave it.");
}
