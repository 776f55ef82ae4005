using System.Globalization;
using System.Text;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Finds whole phrases in what was typed, whatever its case, accents and punctuation.</summary>
internal static class WordList
{
    public static bool Finds(string text, IReadOnlyList<string> phrases)
    {
        var plain = Plain(text);
        return phrases.Any(phrase => plain.Contains(Plain(phrase), StringComparison.Ordinal));
    }

    /// <summary>The text is one of the phrases and nothing else.</summary>
    public static bool Is(string text, IReadOnlyList<string> phrases) => phrases.Any(phrase => Plain(phrase) == Plain(text));

    /// <summary>The parts of a message between punctuation and joining words, as they were typed.</summary>
    public static IReadOnlyList<string> Clauses(string text, IReadOnlyList<string> joints)
    {
        var clauses = new List<string>();
        foreach (var part in text.Split(['.', ',', ';', '!', '?', '\n', ':', '(', ')'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var words = new List<string>();
            foreach (var word in part.Split(' ', StringSplitOptions.RemoveEmptyEntries).Append(joints[0]))
            {
                if (!joints.Contains(word, StringComparer.OrdinalIgnoreCase))
                {
                    words.Add(word);
                    continue;
                }

                if (words.Count > 0)
                    clauses.Add(string.Join(' ', words));
                words.Clear();
            }
        }

        return clauses;
    }

    public static bool Begins(string clause, IReadOnlyList<string> phrases) =>
        phrases.Any(phrase => Plain(clause).StartsWith(Plain(phrase), StringComparison.Ordinal));

    /// <summary>The number in a clause that is one of these phrases and nothing else, "#" in its place: "i am # years old", "im #kg".</summary>
    public static double? Number(IEnumerable<string> clauses, IReadOnlyList<string> phrases)
    {
        foreach (var clause in clauses.Select(Plain))
        {
            if (clause.FirstOrDefault(char.IsDigit) is not (>= '0' and <= '9') || clause.Length > 40)
                continue;

            var digits = new string([.. clause.SkipWhile(letter => !char.IsDigit(letter)).TakeWhile(char.IsDigit)]);
            var shape = clause.Replace(digits, "#", StringComparison.Ordinal).Replace("# ", "#", StringComparison.Ordinal).Trim();
            if (digits.Length <= 3 && phrases.Any(phrase => Shape(phrase) == shape))
                return int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        return null;
    }

    private static string Shape(string phrase)
    {
        var parts = phrase.Split('#');
        return parts.Length == 1 ? Plain(phrase).Trim() : $"{Plain(parts[0])}#{Plain(parts[1]).TrimStart()}".Trim();
    }

    /// <summary>Words in lower case without accents, one blank between, before and after them.</summary>
    private static string Plain(string text)
    {
        var plain = new StringBuilder(" ", text.Length + 2);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
                plain.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && letter is not ('\'' or '’') && plain[^1] != ' ')
                plain.Append(' ');
        }

        return plain[^1] == ' ' ? plain.ToString() : plain.Append(' ').ToString();
    }
}
