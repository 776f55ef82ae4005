using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Coaching.Content;
using CoachBot.Recovery.Safety;

namespace CoachBot.Commands;

/// <summary><c>safety</c>: what the gate finds in each line of standard input, as JSON Lines.</summary>
internal static class SafetyCommand
{
    public static Command Create()
    {
        var command = new Command("safety", "Reads lines of text, or JSON Lines {\"id\",\"text\"[,\"locale\"]}; writes {\"id\",\"tier\",\"signs\"} for each.");
        command.SetAction(async (_, cancellation) =>
        {
            var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
            var gate = SafetyGate.Load(new ContentDirectory(ContentFolder.Locate(configuration)));
            return await RunAsync(gate, Console.In, Console.Out, Console.Error, cancellation);
        });
        return command;
    }

    /// <summary>A bad line costs one line on <paramref name="errors"/> and exit code 1; the others are still answered.</summary>
    internal static async Task<int> RunAsync(SafetyGate gate, TextReader input, TextWriter output, TextWriter errors, CancellationToken cancellation)
    {
        var exitCode = 0;
        for (var number = 1; await input.ReadLineAsync(cancellation) is { } line; number++)
        {
            if (string.IsNullOrWhiteSpace(line))
                continue;

            try
            {
                var request = Parse(line, number);
                var assessment = gate.Assess(request.Text!, request.Locale);
                var signs = assessment.Signs.Select(sign => sign.Id).Distinct(StringComparer.Ordinal).ToArray();
                var answer = new Answer(request.Id, Name(assessment.Tier), signs);
                await output.WriteLineAsync(JsonSerializer.Serialize(answer, SafetyCommandJson.Default.Answer));
            }
            catch (JsonException fault)
            {
                await errors.WriteLineAsync($"line {number}: {fault.Message}");
                exitCode = 1;
            }
        }

        await output.FlushAsync(cancellation);
        return exitCode;
    }

    private static Request Parse(string line, int number)
    {
        line = line.TrimStart('\uFEFF', ' ', '\t');
        if (!line.StartsWith('{'))
            return new Request(JsonSerializer.SerializeToElement(number, SafetyCommandJson.Default.Int32), line, null);

        var request = JsonSerializer.Deserialize(line, SafetyCommandJson.Default.Request);
        return request?.Text is null ? throw new JsonException("'text' is missing; a line is {\"id\": …, \"text\": \"…\"}.") : request;
    }

    private static string Name(SafetyTier tier) => tier == SafetyTier.None ? "none" : tier.ToString();

    /// <summary>The id comes back as it was given, text or number.</summary>
    internal sealed record Request(JsonElement? Id, string? Text, string? Locale);

    internal sealed record Answer(JsonElement? Id, string Tier, string[] Signs);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(SafetyCommand.Request))]
[JsonSerializable(typeof(SafetyCommand.Answer))]
[JsonSerializable(typeof(int))]
internal sealed partial class SafetyCommandJson : JsonSerializerContext;
