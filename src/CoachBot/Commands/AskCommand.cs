using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.Coaching.Content;
using CoachBot.Recovery.Safety;

namespace CoachBot.Commands;

/// <summary><c>ask</c>: an answer from the knowledge to each line of standard input, as JSON Lines.</summary>
internal static class AskCommand
{
    /// <summary>Letters of all languages as they are.</summary>
    private static readonly AskCommandJson Json = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static Command Create()
    {
        var locale = new Option<string?>("--locale") { Description = "The language of questions and answers, such as pt-BR; by default English." };
        var command = new Command("ask", "Reads one question per line; writes {\"question\",\"answer\",\"sources\",\"tier\"} for each.") { locale };
        command.SetAction((parsed, cancel) =>
        {
            var files = new ContentDirectory(ContentFolder.Locate(new ConfigurationBuilder().AddEnvironmentVariables().Build()));
            return RunAsync(DialogContent.Load(files), parsed.GetValue(locale), Console.In, Console.Out, cancel);
        });
        return command;
    }

    internal static async Task<int> RunAsync(DialogContent content, string? locale, TextReader input, TextWriter output, CancellationToken cancel)
    {
        while (await input.ReadLineAsync(cancel) is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
                await output.WriteLineAsync(JsonSerializer.Serialize(Reply(content, line.Trim(), locale ?? Cultures.Fallback), Json.Answer));
        }

        await output.FlushAsync(cancel);
        return 0;
    }

    /// <summary>Where coaching stops, the gate's message is the whole answer; what is not known is said.</summary>
    private static Answer Reply(DialogContent content, string question, string locale)
    {
        var found = content.Planner.Ask(question, locale, search: content.Search.Find);
        string?[] said = [found.Message, .. found.Answers.Select(answer => answer.Text)];
        var text = string.Join("\n\n", said.Where(part => !string.IsNullOrEmpty(part)));
        if (text.Length == 0)
            text = content.Phrases.All(Cultures.LanguageOf(locale) ?? Cultures.Fallback, "answer.none")[0];
        var tier = found.Safety.Tier == SafetyTier.None ? "none" : found.Safety.Tier.ToString();
        return new Answer(question, text, [.. found.Sources.Select(source => new Source(source.Id, source.Citation, source.Doi))], tier);
    }

    internal sealed record Answer(string Question, string Text, Source[] Sources, string Tier)
    {
        [JsonPropertyName("answer")]
        public string Text { get; init; } = Text;
    }

    internal sealed record Source(string Id, string Citation, string? Doi);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AskCommand.Answer))]
internal sealed partial class AskCommandJson : JsonSerializerContext;
