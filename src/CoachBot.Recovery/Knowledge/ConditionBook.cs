using System.Collections.Frozen;

namespace CoachBot.Recovery;

/// <summary>Names of conditions and medicines: what runners write, and what the coach calls them.</summary>
internal sealed class ConditionBook
{
    /// <summary>A condition that nothing here knows.</summary>
    public const string Unknown = "unknown";

    public const string UnknownMedicine = "unknownMedicine";

    public const string Under18 = "under18";

    public const string Alcohol = "alcohol";

    private readonly FrozenDictionary<string, string> _conditions;
    private readonly (string Spelling, string Id)[] _medicines;
    private readonly string[] _conditionSpellings;
    private readonly FrozenDictionary<string, Sentence> _names;

    public ConditionBook(IEnumerable<(string Id, string[] Spellings, Sentence Name)> conditions, IEnumerable<(string Id, string[] Spellings, Sentence Name)> medicines)
    {
        var (all, drugs) = (conditions.ToArray(), medicines.ToArray());
        _conditions = all.SelectMany(entry => entry.Spellings.Append(entry.Id).Select(word => (Word: Bare(word), entry.Id)))
            .DistinctBy(pair => pair.Word).ToFrozenDictionary(pair => pair.Word, pair => pair.Id);
        _conditionSpellings = [.. all.SelectMany(entry => entry.Id is Unknown or Under18 or Alcohol ? entry.Spellings : entry.Spellings.Append(entry.Id)).OrderByDescending(spelling => spelling.Length)];
        _medicines = [.. drugs.SelectMany(entry => entry.Spellings.Append(entry.Id).Select(word => (word.ToLowerInvariant(), entry.Id)))];
        _names = all.Concat(drugs).ToFrozenDictionary(entry => entry.Id, entry => entry.Name);
    }

    public IEnumerable<string> Ids => _names.Keys;

    /// <returns>Null for "none" and the like.</returns>
    public string? Condition(string name)
    {
        var bare = Bare(name);
        if (bare is "" or "none" or "no")
            return null;

        return _conditions.TryGetValue(bare, out var id) ? id : Unknown;
    }

    /// <summary>The class of a medicine; harmless ones (<c>other</c>) close nothing.</summary>
    public string? Medicine(string name)
    {
        var words = name.ToLowerInvariant();
        if (words.Trim() is "" or "none" or "no")
            return null;

        foreach (var (spelling, id) in _medicines)
        {
            if (words.Contains(spelling, StringComparison.Ordinal))
                return id;
        }

        return UnknownMedicine;
    }

    /// <summary>The conditions a text names, in the words of the text; the longest spelling counts.</summary>
    public IReadOnlyList<string> ConditionsIn(string text)
    {
        var found = WholeWord(text, _conditionSpellings);
        return found is null ? [] : [found];
    }

    public IReadOnlyList<string> MedicinesIn(string text) =>
        [.. _medicines.Select(medicine => WholeWord(text, [medicine.Spelling])).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)];

    /// <summary>As it stands in the text, to the end of the word: "Raynaud" finds "Raynaud's", "antihistamin" finds "antihistamines".</summary>
    private static string? WholeWord(string text, IEnumerable<string> spellings)
    {
        foreach (var spelling in spellings)
        {
            var start = text.IndexOf(spelling, StringComparison.OrdinalIgnoreCase);
            if (start < 0 || start > 0 && char.IsLetterOrDigit(text[start - 1]))
                continue;

            var end = start + spelling.Length;
            while (end < text.Length && (char.IsLetter(text[end]) || text[end] is '\'' or '’'))
                end++;
            return text[start..end];
        }

        return null;
    }

    public string NameOf(string id, Language language) => _names[id].In(language);

    /// <summary>"Raynaud's", "raynauds" and "Raynauds" are one word.</summary>
    private static string Bare(string name)
    {
        Span<char> letters = stackalloc char[Math.Min(name.Length, 60)];
        var count = 0;
        foreach (var letter in name)
        {
            if (char.IsLetterOrDigit(letter) && count < letters.Length)
                letters[count++] = char.ToLowerInvariant(letter);
        }

        return new string(letters[..count]);
    }
}
