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
