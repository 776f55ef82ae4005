using System.Collections.Frozen;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Content;

/// <summary>Every sentence the coach can say, by key, in each language. Immutable; checked as a whole when loaded.</summary>
public sealed class Phrasebook
{
    private readonly FrozenDictionary<string, FrozenDictionary<string, Phrase>> _phrases;

    private Phrasebook(FrozenDictionary<string, FrozenDictionary<string, Phrase>> phrases) => _phrases = phrases;

    public IEnumerable<string> Keys => _phrases[Cultures.Fallback].Keys;

    /// <exception cref="ContentException">A file is missing or faulty, or the files do not hold the same keys and placeholders.</exception>
    public static Phrasebook Load(IContentFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var phrases = Cultures.Languages.ToFrozenDictionary(language => language, language => PhraseFile.Read(files, language));
        foreach (var language in Cultures.Languages)
            Compare(language, phrases[Cultures.Fallback], phrases[language]);
        return new Phrasebook(phrases);
    }

    public bool Has(string key) => _phrases[Cultures.Fallback].ContainsKey(key);

    /// <summary>All that stands under the key: the variants of a sentence, or a list of words.</summary>
    public IReadOnlyList<string> All(string language, string key) => Find(language, key).Variants;

    /// <param name="turn">Chooses between variants, so that two turns in a row do not sound the same.</param>
    /// <param name="values">"count" decides between singular and plural.</param>
    internal string Say(string language, string key, int turn, IReadOnlyList<(string Name, object Value)> values, Func<object, string> show)
    {
        var phrase = Find(language, key);
        var one = phrase.IsPlural && Cultures.IsOne(language, Convert.ToDouble(Value(key, "count", values), null));
        return Phrase.Fill(phrase.Pick(turn, one), name => show(Value(key, name, values)));
    }

    private static object Value(string key, string name, IReadOnlyList<(string Name, object Value)> values)
    {
        foreach (var given in values)
        {
            if (given.Name == name)
                return given.Value;
        }

        throw new ArgumentException($"\"{key}\" needs a value for {{{name}}}.", nameof(values));
    }

    private Phrase Find(string language, string key) =>
        _phrases[language].TryGetValue(key, out var phrase) ? phrase : throw new ArgumentException($"There is no \"{key}\" in the prompts.", nameof(key));

    private static void Compare(string language, FrozenDictionary<string, Phrase> model, FrozenDictionary<string, Phrase> other)
    {
        var file = PhraseFile.PathOf(language);
        foreach (var (key, phrase) in model.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            if (!other.TryGetValue(key, out var same))
                throw new ContentException(file, key, language, $"is missing; {PhraseFile.PathOf(Cultures.Fallback)} has it");
            if (same.IsPlural != phrase.IsPlural)
                throw new ContentException(file, key, language, "must follow a count in every language or in none");
            if (!same.Placeholders.SetEquals(phrase.Placeholders))
                throw new ContentException(file, key, language, $"has the placeholders {Show(same)}; English has {Show(phrase)}");
        }

        if (other.Keys.FirstOrDefault(key => !model.ContainsKey(key)) is { } extra)
            throw new ContentException(file, extra, language, $"is not in {PhraseFile.PathOf(Cultures.Fallback)}");
    }

    private static string Show(Phrase phrase) =>
        phrase.Placeholders.Count == 0 ? "none" : string.Join(", ", phrase.Placeholders.Order(StringComparer.Ordinal).Select(name => $"{{{name}}}"));
}
