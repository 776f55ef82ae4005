namespace CoachBot.Coaching.Language.Grammar;

/// <summary>
/// Words in order, as in "^ stop|pause * reminder $": "*" lets up to six words stand between, "^" and "$" are the ends of the
/// message without its fillers, "#" is any number, "&lt;key&gt;" any word of that class, "?" marks what may be missing.
/// </summary>
internal sealed class IntentPattern
{
    private const int MaxGap = 6;
    private readonly Element[] _elements;

    /// <summary>One of these words must be there at all, which spares most patterns a closer look.</summary>
    private readonly string[] _needed;

    private IntentPattern(Intent intent, string text, Element[] elements)
    {
        Intent = intent;
        Text = text;
        _elements = elements;
        Words = [.. elements.SelectMany(e => e.Choices).SelectMany(c => c)];
        _needed = elements.Where(e => e is { Kind: ElementKind.Words, Optional: false, MayEnd: false, Classes: [], TakesNumber: false })
            .MinBy(e => e.Choices.Count)?.Choices.Select(choice => choice[0]).ToArray() ?? [];
    }

    public Intent Intent { get; }

    public string Text { get; }

    public IReadOnlyList<string> Words { get; }

    /// <exception cref="FormatException">A class is named that does not exist, or the pattern is empty.</exception>
    public static IntentPattern Parse(Intent intent, string text)
    {
        var elements = text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Element.Parse).ToArray();
        return elements.Any(e => e.Kind == ElementKind.Words)
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

        if (!text.TakeStep())
            return false;

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
        Words, Gap, Start, End,
    }

    private sealed record Element(ElementKind Kind, bool Optional)
    {
        public List<List<string>> Choices { get; private init; } = [];

        public IReadOnlyList<WordClass> Classes { get; private init; } = [];

        /// <summary>One of the alternatives is any number.</summary>
        public bool TakesNumber { get; private init; }

        /// <summary>One of the alternatives is the end of the message.</summary>
        public bool MayEnd { get; private init; }

        public static Element Parse(string text)
        {
            var optional = text.Length > 1 && text.EndsWith('?');
            var body = optional ? text[..^1] : text;
            return body switch
            {
                "*" => new Element(ElementKind.Gap, optional),
                "^" => new Element(ElementKind.Start, optional),
                "$" => new Element(ElementKind.End, optional),
                _ => OfAlternatives(body.Split('|'), optional),
            };
        }

        /// <summary>How many words a number or a class takes here; 0 where it is not there.</summary>
        public int LengthOfOne(int word, PatternText text)
        {
            foreach (var wordClass in Classes)
            {
                if (text.LengthOf(wordClass, word) is > 0 and var length)
                    return length;
            }

            return TakesNumber && text.IsNumber(word) ? 1 : 0;
        }

        private static Element OfAlternatives(string[] alternatives, bool optional)
        {
            var words = alternatives.Where(a => a is not ("#" or "$" or ['<', .., '>'])).ToList();
            return new Element(ElementKind.Words, optional)
            {
                Choices = words.Count == 0 ? [] : Phrase.Choices(string.Join('|', words)),
                Classes = [.. alternatives.Where(a => a is ['<', .., '>']).Select(a => ClassOf(a[1..^1]))],
                TakesNumber = alternatives.Contains("#"),
                MayEnd = alternatives.Contains("$"),
            };
        }

        private static WordClass ClassOf(string name) =>
            Enum.TryParse<WordClass>(name, true, out var wordClass) ? wordClass : throw new FormatException($"there is no class '{name}'");
    }
}
