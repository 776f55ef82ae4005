using System.Collections.Frozen;
using System.Text.Json;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Content;

/// <summary>Reads <c>prompts/{language}.json</c>: one flat object of key to sentence, variants or plural pair.</summary>
internal static class PhraseFile
{
    public static string PathOf(string language) => $"prompts/{language}.json";

    public static FrozenDictionary<string, Phrase> Read(IContentFiles files, string language)
    {
        var path = PathOf(language);
        try
        {
            using var stream = files.Open(path);
            using var document = JsonDocument.Parse(stream);
            return ReadAll(document.RootElement, path, language);
        }
        catch (JsonException broken)
        {
            throw new ContentException(path, null, language, $"is not JSON at line {broken.LineNumber + 1}", broken);
        }
        catch (IOException missing)
        {
            throw new ContentException(path, null, language, "cannot be read", missing);
        }
    }

    private static FrozenDictionary<string, Phrase> ReadAll(JsonElement root, string path, string language)
    {
        if (root.ValueKind != JsonValueKind.Object)
            throw new ContentException(path, null, language, "must hold one object of keys and sentences");

        var phrases = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        foreach (var entry in root.EnumerateObject())
        {
            var phrase = ReadPhrase(entry.Value)
                ?? throw new ContentException(path, entry.Name, language, "must be a sentence, a list of sentences, or {\"one\": …, \"other\": …}; none may be empty");
            if (!phrases.TryAdd(entry.Name, phrase))
                throw new ContentException(path, entry.Name, language, "stands there twice");
        }

        return phrases.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static Phrase? ReadPhrase(JsonElement value)
    {
        var texts = value.ValueKind switch
        {
            JsonValueKind.String => [Text(value)],
            JsonValueKind.Array when value.GetArrayLength() > 0 => value.EnumerateArray().Select(Text).ToArray(),
            JsonValueKind.Object when value.TryGetProperty("one", out var one) && value.TryGetProperty("other", out var other)
                && value.EnumerateObject().Count() == 2 => [Text(one), Text(other)],
            _ => [null],
        };
        return texts.Any(string.IsNullOrWhiteSpace) ? null : new Phrase([.. texts.Select(text => text!)], value.ValueKind == JsonValueKind.Object);
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
