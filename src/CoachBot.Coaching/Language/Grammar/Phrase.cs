using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Grammar;

/// <summary>
/// The short hand of the grammar files: "a|the big? toe" stands for four phrases; "|" parts alternatives, "?" marks what may be
/// left out, "_" joins several words into one alternative ("right_now|now").
/// </summary>
internal static class Phrase
{
    private const int MaxExpansions = 400;

    /// <exception cref="FormatException">Nothing is left of the phrase, or it stands for too many.</exception>
    public static IEnumerable<IReadOnlyList<string>> Expand(string shorthand)
    {
        var made = new List<List<string>> { new() };
        foreach (var element in shorthand.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var optional = element.Length > 1 && element.EndsWith('?');
            var choices = Choices(optional ? element[..^1] : element);
            if (optional)
                choices.Add([]);

            made = [.. made.SelectMany(_ => choices, (head, tail) => (List<string>)[.. head, .. tail])];
            if (made.Count > MaxExpansions)
                throw new FormatException($"'{shorthand}' stands for more than {MaxExpansions} phrases");
        }

        return made.Any(phrase => phrase.Count == 0)
            ? throw new FormatException($"'{shorthand}' may stand for nothing at all")
            : made;
    }

    /// <exception cref="FormatException">One of the alternatives is empty.</exception>
    public static List<List<string>> Choices(string element)
    {
        List<List<string>> choices = [.. element.Split('|').Select(choice => Tokenizer.Cut(choice.Replace('_', ' ')).ConvertAll(token => token.Text))];
        return choices.Exists(choice => choice.Count == 0) ? throw new FormatException($"'{element}' holds an empty alternative") : choices;
    }
}
