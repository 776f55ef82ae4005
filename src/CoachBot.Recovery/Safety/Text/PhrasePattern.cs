using System.Globalization;

namespace CoachBot.Recovery.Safety.Text;

/// <summary>A phrase of the lists, parsed.</summary>
internal abstract record PhrasePattern
{
    public sealed record Word(string Text) : PhrasePattern;

    /// <summary>All words that begin so.</summary>
    public sealed record Stem(string Text) : PhrasePattern;

    /// <summary>Up to so many words, whatever they are; at least one where <paramref name="AtLeastOne"/>.</summary>
    public sealed record Gap(int Most, bool AtLeastOne) : PhrasePattern;

    public sealed record Number(double Low, double High) : PhrasePattern;

    public sealed record Sequence(IReadOnlyList<PhrasePattern> Items) : PhrasePattern;

    public sealed record Choice(IReadOnlyList<PhrasePattern> Options) : PhrasePattern;

    public sealed record Optional(PhrasePattern Item) : PhrasePattern;

    /// <summary>Here a part of the sentence ends.</summary>
    public sealed record End : PhrasePattern;

    /// <summary>Any phrase of another list.</summary>
    public sealed record Reference(string List) : PhrasePattern;
}

/// <summary>
/// The small language of the phrase lists: <c>word</c>, <c>stem*</c>, <c>(a|b c)</c>, <c>word?</c>, <c>_</c> any word, <c>_2</c> up to
/// two words, <c>{38..42}</c> a number, <c>@name</c> another list, <c>$</c> the end of this part of the sentence.
/// </summary>
internal sealed class PhraseParser
{
    private const int ShortestStem = 3;

    private readonly string _text;
    private int _at;

    private PhraseParser(string text) => _text = text;

    /// <exception cref="FormatException">The phrase is faulty.</exception>
    public static PhrasePattern Parse(string text)
    {
        var parser = new PhraseParser(text);
        var pattern = parser.ReadChoice();
        return parser._at < text.Length ? throw new FormatException($"has '{text}' with a ')' too many at {parser._at + 1}") : pattern;
    }

    private PhrasePattern ReadChoice()
    {
        var options = new List<PhrasePattern> { ReadSequence() };
        while (_at < _text.Length && _text[_at] == '|')
        {
            _at++;
            options.Add(ReadSequence());
        }

        return options.Count == 1 ? options[0] : new PhrasePattern.Choice(options);
    }

    private PhrasePattern.Sequence ReadSequence()
    {
        var items = new List<PhrasePattern>();
        while (true)
        {
            while (_at < _text.Length && _text[_at] == ' ')
                _at++;
            if (_at == _text.Length || _text[_at] is '|' or ')')
                return items.Count > 0 ? new PhrasePattern.Sequence(items) : throw new FormatException($"has '{_text}' with an empty part");

            items.Add(ReadItem());
        }
    }

    private PhrasePattern ReadItem()
    {
        var item = _text[_at] == '(' ? ReadGroup() : ReadWord();
        if (_at == _text.Length || _text[_at] != '?')
            return item;

        _at++;
        return new PhrasePattern.Optional(item);
    }

    private PhrasePattern ReadGroup()
    {
        _at++;
        var group = ReadChoice();
        if (_at == _text.Length || _text[_at] != ')')
            throw new FormatException($"has '{_text}' without its ')'");
        _at++;
        return group;
    }

    private PhrasePattern ReadWord()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is not (' ' or '|' or '(' or ')' or '?'))
            _at++;

        var word = _text[start.._at];
        return word switch
        {
            "" => throw new FormatException($"has '{_text}' with a stray '{_text[start]}'"),
            "$" => new PhrasePattern.End(),
            "_" => new PhrasePattern.Gap(1, AtLeastOne: true),
            ['_', >= '1' and <= '9'] => new PhrasePattern.Gap(word[1] - '0', AtLeastOne: false),
            ['@', ..] => new PhrasePattern.Reference(word[1..]),
            ['{', ..] => ReadRange(word),
            _ => ReadLiteral(word),
        };
    }

    /// <summary>German umlauts are typed as "ä", "a" or "ae".</summary>
    private static PhrasePattern ReadLiteral(string word)
    {
        var written = word.Replace("ä", "ae", StringComparison.Ordinal).Replace("ö", "oe", StringComparison.Ordinal).Replace("ü", "ue", StringComparison.Ordinal);
        return written == word ? ToPattern(word) : new PhrasePattern.Choice([ToPattern(word), ToPattern(written)]);
    }

    private static PhrasePattern ToPattern(string word)
    {
        if (word is "🩸" or "💔" or "+" or "/" or "°")
            return new PhrasePattern.Word(word);

        var folded = CharacterFolding.Fold(word).Replace("'", "", StringComparison.Ordinal);
        if (!folded.TrimEnd('*').All(char.IsAsciiLetterOrDigit))
            throw new FormatException($"has the word '{word}', which no text can contain");
        if (folded.All(char.IsAsciiDigit))
            return new PhrasePattern.Number(ParseExact(folded), ParseExact(folded));
        if (folded[^1] != '*')
            return new PhrasePattern.Word(folded);
        return folded.Length > ShortestStem ? new PhrasePattern.Stem(folded[..^1]) : throw new FormatException($"has '{word}' with less than {ShortestStem} letters");
    }

    private static double ParseExact(string digits) => double.Parse(digits, CultureInfo.InvariantCulture);

    private PhrasePattern.Number ReadRange(string word)
    {
        var dots = word.IndexOf("..", StringComparison.Ordinal);
        if (dots < 0 || word[^1] != '}')
            throw new FormatException($"has '{_text}' with a faulty number range '{word}'; write {{38..42}} or {{38..}}");

        var low = dots == 1 ? 0 : ParseNumber(word[1..dots]);
        var high = dots + 3 == word.Length ? double.MaxValue : ParseNumber(word[(dots + 2)..^1]);
        return new PhrasePattern.Number(low, high);
    }

    private double ParseNumber(string number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new FormatException($"has '{_text}' with a faulty number '{number}'");
}
