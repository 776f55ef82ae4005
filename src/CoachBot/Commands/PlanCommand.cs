using System.CommandLine;
using System.Text;
using System.Text.Json;
using CoachBot.Coaching.Content;
using CoachBot.Recovery;
using CoachBot.Recovery.Safety;

namespace CoachBot.Commands;

/// <summary><c>plan</c>: check-in documents in, plan documents out, or the plans as a person reads them.</summary>
internal static class PlanCommand
{
    public static Command Create()
    {
        var text = new Option<bool>("--text") { Description = "Write the plan as a person reads it." };
        var locale = new Option<string?>("--locale") { Description = "The language of the plan, such as fr-FR; by default the document's own." };
        var command = new Command("plan", "Reads check-in documents (JSON or JSON Lines) and writes their plans.") { text, locale };
        command.SetAction(async (result, cancel) =>
        {
            using var input = new MemoryStream();
            await using (var standardInput = Console.OpenStandardInput())
                await standardInput.CopyToAsync(input, cancel);
            // Some editors begin a file with a byte order mark.
            var bytes = input.GetBuffer().AsMemory(0, (int)input.Length);
            bytes = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
            await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
            try
            {
                return Run(bytes, output, Console.Error, Planner(), result.GetValue(text), result.GetValue(locale));
            }
            catch (KnowledgeBaseException fault)
            {
                await Console.Error.WriteLineAsync(fault.Message);
                return 1;
            }
        });
        return command;
    }

    /// <returns>0, or 1 when one of the documents was faulty.</returns>
    internal static int Run(ReadOnlyMemory<byte> input, TextWriter output, TextWriter errors, RecoveryPlanner planner, bool asText, string? locale)
    {
        var (exitCode, number) = (0, 0);
        foreach (var document in Documents(input))
        {
            number++;
            var parsed = CheckInJson.Parse(document);
            if (parsed.Value is not { } checkIn)
            {
                errors.WriteLine($"Document {number}: {parsed.Error}");
                exitCode = 1;
                continue;
            }

            var plan = planner.Plan(locale is null ? checkIn : checkIn with { Locale = locale });
            if (asText && number > 1)
                output.WriteLine();
            output.WriteLine(asText ? plan.Text : Encoding.UTF8.GetString(PlanJson.Write(plan).Span));
        }

        if (number == 0)
        {
            errors.WriteLine("Standard input is empty; it must hold a check-in document.");
            exitCode = 1;
        }

        return exitCode;
    }

    private static RecoveryPlanner Planner()
    {
        var configuration = new ConfigurationBuilder().AddEnvironmentVariables().Build();
        var content = new ContentDirectory(ContentFolder.Locate(configuration));
        return new RecoveryPlanner(KnowledgeBase.Load(content), SafetyGate.Load(content));
    }

    /// <summary>One document over several lines, or one on each line.</summary>
    private static IEnumerable<ReadOnlyMemory<byte>> Documents(ReadOnlyMemory<byte> input)
    {
        if (IsOneDocument(input.Span))
            return [input];

        return Lines(input).Where(line => !line.Span.Trim(" \t\r"u8).IsEmpty);
    }

    private static bool IsOneDocument(ReadOnlySpan<byte> input)
    {
        try
        {
            var reader = new Utf8JsonReader(input);
            while (reader.Read())
            {
            }

            return reader.BytesConsumed > 0;
        }
        catch (JsonException)
        {
            // Broken over several lines, or several documents: a first line that is whole by itself tells which.
            var end = input.IndexOf((byte)'\n');
            return end >= 0 && input[..end].Trim(" \t\r"u8) is [.., (byte)'{' or (byte)',' or (byte)'['];
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(ReadOnlyMemory<byte> input)
    {
        while (!input.IsEmpty)
        {
            var end = input.Span.IndexOf((byte)'\n');
            yield return end < 0 ? input : input[..end];
            input = end < 0 ? ReadOnlyMemory<byte>.Empty : input[(end + 1)..];
        }
    }
}
