using System.Text.Json;
using CoachBot.Coaching.Language.Reading;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Language.Grammar;

/// <summary>
/// Reads <c>dialogs/grammar/LANGUAGE.json</c>: "common" (words that are known and mean nothing here), "words" (class:value to
/// phrases), "intents" (intent to patterns, in order of precedence).
/// </summary>
internal static class GrammarFile
{
    private const int MinJoined = 6;

    /// <exception cref="GrammarException">The file is missing or faulty.</exception>
    public static RunningGrammar Load(IContentFiles files, string language)
    {
        var path = $"grammar/{language}.json";
        try
        {
            using var stream = files.Open(path);
            using var document = JsonDocument.Parse(stream, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
            return new Builder(path, language).Build(document.RootElement);
        }
        catch (Exception fault) when (fault is JsonException or IOException or InvalidOperationException)
        {
            throw new GrammarException($"{path}: {fault.Message}", fault);
        }
    }

    private sealed class Builder(string path, string language)
    {
        private readonly PhraseTree _phrases = new();
        private readonly List<IntentPattern> _intents = [];
        private readonly HashSet<string> _known = new(StringComparer.Ordinal);
        private readonly HashSet<string> _corrected = new(StringComparer.Ordinal);
        private readonly List<(string Joined, Sense Sense)> _joined = [];

        public RunningGrammar Build(JsonElement root)
        {
            foreach (var word in Tokenizer.Cut(Member(root, "common", JsonValueKind.String).GetString()!))
                _known.Add(word.Text);

            foreach (var entry in Member(root, "words", JsonValueKind.Object).EnumerateObject())
                AddWords(entry);

            foreach (var entry in Member(root, "intents", JsonValueKind.Object).EnumerateObject())
                AddIntent(entry);

            AddJoined();
            return new RunningGrammar(language, _phrases, _intents, _known, new Spelling(_corrected));
        }

        private JsonElement Member(JsonElement root, string name, JsonValueKind kind) =>
            root.TryGetProperty(name, out var member) && member.ValueKind == kind
                ? member
                : throw new GrammarException(path, name, $"must be there, as a {kind}");

        private void AddWords(JsonProperty entry)
        {
            var sense = Sense.Parse(entry.Name, path);
            foreach (var phrase in Strings(entry).SelectMany(Spellings).SelectMany(shorthand => Guard(entry.Name, () => Phrase.Expand(shorthand))))
            {
                _phrases.Add(phrase, sense);
                Know(phrase);
                if (phrase.Count is 2 or 3 && phrase.All(word => char.IsLetter(word[0])) && phrase.Sum(word => word.Length) >= MinJoined)
                    _joined.Add((string.Concat(phrase), sense));
            }
        }

        /// <summary>Germans without their keyboard write "muede" for "müde".</summary>
        private IEnumerable<string> Spellings(string shorthand)
        {
            var plain = language != "de" ? shorthand : shorthand
                .Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal);
            return plain == shorthand ? [shorthand] : [shorthand, plain];
        }

        private void AddIntent(JsonProperty entry)
        {
            if (!Enum.TryParse<Intent>(entry.Name.Replace("_", "", StringComparison.Ordinal), true, out var intent))
                throw new GrammarException(path, entry.Name, "there is no such intent");

            foreach (var pattern in Strings(entry))
            {
                var parsed = Guard(entry.Name, () => IntentPattern.Parse(intent, pattern));
                _intents.Add(parsed);
                Know(parsed.Words);
            }
        }

        private void Know(IEnumerable<string> words)
        {
            foreach (var word in words.Where(word => char.IsLetter(word[0])))
            {
                _known.Add(word);
                _corrected.Add(word);
            }
        }

        /// <summary>"longrun" for "long run", where that is no word of its own.</summary>
        private void AddJoined()
        {
            foreach (var (joined, sense) in _joined.Where(pair => !_known.Contains(pair.Joined)).ToList())
                _phrases.Add([joined], sense);

            foreach (var (joined, _) in _joined)
                _known.Add(joined);
        }

        private IEnumerable<string> Strings(JsonProperty entry)
        {
            if (entry.Value.ValueKind == JsonValueKind.String)
                return entry.Value.GetString()!.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

            if (entry.Value.ValueKind != JsonValueKind.Array || entry.Value.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.String))
                throw new GrammarException(path, entry.Name, "must be a list of phrases, or one text with commas between");

            return entry.Value.EnumerateArray().Select(e => e.GetString()!);
        }

        private T Guard<T>(string key, Func<T> read)
        {
            try
            {
                return read();
            }
            catch (FormatException fault)
            {
                throw new GrammarException(path, key, fault.Message);
            }
        }
    }
}
