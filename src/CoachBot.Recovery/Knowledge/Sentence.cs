using System.Text;

namespace CoachBot.Recovery;

/// <summary>One sentence in five languages, with places such as <c>{carbohydrateG}</c> that a plan fills.</summary>
internal sealed class Sentence
{
    private readonly Part[][] _parts;

    private Sentence(Part[][] parts) => _parts = parts;

    private readonly record struct Part(string Text, bool IsPlace);

    /// <summary>The names of its places, in order of the alphabet; the same in every language.</summary>
    public IReadOnlyList<string> Places { get; private init; } = [];

    /// <param name="texts">By language, in the order of <see cref="Language"/>.</param>
    /// <exception cref="FormatException">Braces do not pair, or the places differ between languages.</exception>
    public static Sentence Parse(IReadOnlyList<string> texts)
    {
        var parts = texts.Select(Split).ToArray();
        var places = parts.Select(PlacesOf).ToArray();
        for (var i = 1; i < places.Length; i++)
        {
            if (!places[i].SequenceEqual(places[0], StringComparer.Ordinal))
            {
                throw new FormatException(
                    $"its places in {Languages.All[i].Code()} are [{string.Join(", ", places[i])}], in en [{string.Join(", ", places[0])}]");
            }
        }

        return new Sentence(parts) { Places = places[0] };
    }

    /// <summary>A place that nobody fills stays visible: content tests find it, and a reader sees that something is missing.</summary>
    public string In(Language language, IReadOnlyList<KeyValuePair<string, string>>? values = null)
    {
        var parts = _parts[(int)language];
        if (parts is [{ IsPlace: false }])
            return parts[0].Text;

        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part.IsPlace ? ValueOf(part.Text, values) : part.Text);
        return text.ToString();
    }

    private static string ValueOf(string place, IReadOnlyList<KeyValuePair<string, string>>? values)
    {
        if (values is not null)
        {
            foreach (var (name, value) in values)
            {
                if (name == place)
                    return value;
            }
        }

        return $"{{{place}}}";
    }

    private static string[] PlacesOf(Part[] parts) =>
        [.. parts.Where(part => part.IsPlace).Select(part => part.Text).Distinct().Order(StringComparer.Ordinal)];

    private static Part[] Split(string text)
    {
        var (parts, at) = (new List<Part>(), 0);
        while (at < text.Length)
        {
            var open = text.IndexOf('{', at);
            if (open < 0)
                break;

            var close = text.IndexOf('}', open);
            if (close < 0)
                throw new FormatException($"a brace stays open in \"{text}\"");
            if (open > at)
                parts.Add(new Part(text[at..open], false));
            parts.Add(new Part(text[(open + 1)..close], true));
            at = close + 1;
        }

        if (at < text.Length || parts.Count == 0)
            parts.Add(new Part(text[at..], false));
        return [.. parts];
    }
}
