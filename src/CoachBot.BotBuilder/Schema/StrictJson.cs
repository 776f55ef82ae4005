using System.Text.Json;
using System.Text.Unicode;

namespace CoachBot.BotBuilder.Schema;

/// <summary>What JSON from outside must be before anything reads it: the same to every reader.</summary>
public static class StrictJson
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <exception cref="JsonException">Not UTF-8, not JSON, deeper than 64 levels, or two properties of one name.</exception>
    public static void Check(ReadOnlyMemory<byte> utf8Json)
    {
        if (!Utf8.IsValid(utf8Json.Span))
            throw new JsonException("The text is not UTF-8.");
        JsonDocument.Parse(utf8Json, Strict).Dispose();
    }
}
