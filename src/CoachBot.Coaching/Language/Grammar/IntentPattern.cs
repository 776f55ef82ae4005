namespace CoachBot.Coaching.Language.Grammar;

/// <summary>
/// Words in order, as in "^ stop|pause * reminder $": "*" lets up to five words stand between, "^" and "$" are the ends of the
/// message without its fillers, "#" is any number, "&lt;key&gt;" any word of that class, "?" marks what may be missing.
/// </summary>
internal sealed class IntentPattern
{
    private const int MaxGap = 5;
    private readonly Element[] _elements;

    /// <summary>One of these words must be there at all, which spares most patterns a closer look.</summary>
    private readonly string[] _needed;

    private IntentPattern(Intent intent, string text, Element[] elements)
    {
        Intent = intent;
        Text = text;
        _elements = elements;
        Words = [.. elements.SelectMany(e => e.Choices).SelectMany(c => c)];
        _needed = elements.Where(e => e is { Kind: ElementKind.Words, Optional: false } && !e.MayEnd)
            .MinBy(e => e.Choices.Count)?.Choices.Select(choice => choice[0]).ToArray() ?? [];
    }

    public Intent Intent { get; }

    public string Text { get; }

    public IReadOnlyList<string> Words { get; }

    /// <exception cref="FormatException">A class is named that does not exist, or the pattern is empty.</exception>
    public static IntentPattern Parse(Intent intent, string text)
    {
        var elements = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Element.Parse).ToArray();
        return elements.Any(e => e.Kind is ElementKind.Words or ElementKind.Class or ElementKind.Number)
            ? new IntentPattern(intent, text, elements)
            : throw new FormatException($"'{text}' holds no word");
    }

    /// <summary>Whether the pattern is found anywhere in the words.</summary>
    public bool Matches(PatternText text)
    {
        if (_needed.Length > 0 && !text.HasAny(_needed))
            return false;

        var anchored = _elements[0].Kind == ElementKind.Start;
        for (var start = 0; start < text.Count; start++)
        {
            if (MatchFrom(anchored ? 1 : 0, start, text))
                return true;

            if (anchored)
                break;
        }

        return false;
    }

    private bool MatchFrom(int element, int word, PatternText text)
    {
        if (element == _elements.Length)
            return true;

        var e = _elements[element];
        if (e.Kind == ElementKind.End)
            return word == text.Count;

        if (e.Kind == ElementKind.Gap)
        {
            for (var skip = 0; skip <= MaxGap && word + skip <= text.Count; skip++)
            {
                if (MatchFrom(element + 1, word + skip, text))
                    return true;
            }

            return false;
        }

        if (e.LengthOfOne(word, text) is > 0 and var length && MatchFrom(element + 1, word + length, text))
            return true;

        foreach (var choice in e.Choices)
        {
            if (text.Says(choice, word) && MatchFrom(element + 1, word + choice.Count, text))
                return true;
        }

        // "please|$": the end of the message will do as well.
        return (e.Optional || e.MayEnd && word == text.Count) && MatchFrom(element + 1, word, text);
    }

    private enum ElementKind
    {
        Words, Number, Class, Gap, Start, End,
    }

    private sealed record Element(ElementKind Kind, List<List<string>> Choices, WordClass Class, bool Optional)
    {
        public static Element Parse(string text)
        {
            var optional = text.Length > 1 && text.EndsWith('?');
            var body = optional ? text[..^1] : text;
            return body switch
            {
                "*" => new Element(ElementKind.Gap, [], default, optional),
                "^" => new Element(ElementKind.Start, [], default, optional),
                "$" => new Element(ElementKind.End, [], default, optional),
                "#" => new Element(ElementKind.Number, [], default, optional),
                ['<', .. var name, '>'] => Enum.TryParse<WordClass>(name, true, out var wordClass)
                    ? new Element(ElementKind.Class, [], wordClass, optional)
                    : throw new FormatException($"there is no class '{name}'"),
                _ => new Element(ElementKind.Words, Phrase.Choices(body), default, optional),
            };
        }

        /// <summary>One of the alternatives is the end of the message.</summary>
        public bool MayEnd { get; } = Choices.Exists(choice => choice is ["$"]);

        /// <summary>How many words a number or a class takes here; 0 where it is not there.</summary>
        public int LengthOfOne(int word, PatternText text) => Kind switch
        {
            ElementKind.Number when text.IsNumber(word) => 1,
            ElementKind.Class => text.LengthOf(Class, word),
            _ => 0,
        };
    }
}
