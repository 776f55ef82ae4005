using System.Collections.Frozen;
using System.Globalization;

namespace CoachBot.Recovery;

/// <summary>The words around the actions: bands, headings, reasons, units, days; how a language writes numbers and times.</summary>
internal sealed class PlanWords(
    FrozenDictionary<string, Sentence> sentences, IReadOnlyList<string[]> days, IReadOnlyList<string[]> months, IReadOnlyList<string[]> questions, IReadOnlyList<string[]> openers,
    IReadOnlyList<IReadOnlyDictionary<string, string[]>> cues)
{
    private readonly string[][] _questions = [.. questions.Select(words => words.Select(word => TopicText.Of(word).TrimEnd()).ToArray())];

    private readonly string[][] _openers = [.. openers.Select(words => words.Select(TopicText.Of).ToArray())];

    private readonly FrozenDictionary<string, string[]>[] _cues =
        [.. cues.Select(byName => byName.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.Select(word => TopicText.Of(word).TrimEnd()).ToArray()))];

    public bool Has(string key) => sentences.ContainsKey(key);

    public string this[string key, Language language] => sentences[key].In(language);

    public string Fill(string key, Language language, params KeyValuePair<string, string>[] values) => sentences[key].In(language, values);

    /// <summary>A question without its mark: some words make one anywhere ("should I"), some only at the beginning ("is").</summary>
    /// <param name="text">As <see cref="TopicText"/> makes it.</param>
    public bool IsQuestion(string text, Language language) =>
        Contains(text, _questions[(int)language]) || Array.Exists(_openers[(int)language], opener => text.StartsWith(opener, StringComparison.Ordinal));

    /// <summary>A note has one of the words of this cue, in the runner's language or in English.</summary>
    /// <param name="notes">As <see cref="TopicText"/> makes them.</param>
    public bool HasCue(string cue, IReadOnlyList<string> notes, Language language)
    {
        foreach (var text in notes)
        {
            if (Contains(text, _cues[(int)language][cue]) || (language != Language.En && Contains(text, _cues[0][cue])))
                return true;
        }

        return false;
    }

    private static bool Contains(string text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    public string Day(DateTimeOffset local, Language language) => days[(int)language][(int)local.DayOfWeek];

    /// <summary>"Wednesday", or with its date where the week does not tell it.</summary>
    public string DayFrom(DateTimeOffset local, DateTimeOffset now, Language language)
    {
        var day = Day(local, language);
        if ((local.Date - now.Date).Days < 7)
            return day;

        return Fill("date", language,
            new("day", day),
            new("date", local.Day.ToString(CultureInfo.InvariantCulture)),
            new("month", months[(int)language][local.Month - 1]));
    }

    /// <summary>Up to two decimals, with the comma where the language has one.</summary>
    public static string Number(double value, Language language)
    {
        var text = value.ToString("0.##", CultureInfo.InvariantCulture);
        return language == Language.En ? text : text.Replace('.', ',');
    }

    public static string Clock(DateTimeOffset local) => local.ToString("HH:mm", CultureInfo.InvariantCulture);

    public static string Clock(TimeOnly time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
