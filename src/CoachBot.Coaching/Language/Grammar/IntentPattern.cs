namespace CoachBot.Coaching.Language.Grammar;

/// <summary>
/// Words in order, as in "^ stop|pause * reminder $": "*" lets up to five words stand between, "^" and "$" are the ends of the
/// message without its fillers, "#" is any number, "&lt;key&gt;" any word of that class, "?" marks what may be missing.
/// </summary>
internal sealed class IntentPattern
{
    private const int MaxGap = 5;
    private readonly Element[] _elements;

    private IntentPattern(Intent intent, string text, Element[] elements)
    {
        Intent = intent;
        Text = text;
        _elements = elements;
        Words = [.. elements.SelectMany(e => e.Choices).SelectMany(c => c)];
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

        foreach (var count in e.Lengths(word, text))
        {
            if (MatchFrom(element + 1, word + count, text))
                return true;
        }

        return e.Optional && MatchFrom(element + 1, word, text);
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

        public IEnumerable<int> Lengths(int word, PatternText text)
        {
            if (Kind == ElementKind.Number && text.IsNumber(word))
                yield return 1;

            if (Kind == ElementKind.Class && text.LengthOf(Class, word) is > 0 and var length)
                yield return length;

            foreach (var choice in Choices)
            {
                // "please|$": the end of the message will do as well.
                if (choice is ["$"] && word == text.Count)
                    yield return 0;
                else if (text.Says(choice, word))
                    yield return choice.Count;
            }
        }
    }
}
