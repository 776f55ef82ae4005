using System.Globalization;
using System.Text;

namespace CoachBot.Recovery;

/// <summary>Text made comparable: lower case, no accents, apostrophes gone, every other sign a blank, one blank at each end.</summary>
internal static class TopicText
{
    public static string Of(string text)
    {
        var plain = new StringBuilder(text.Length + 2).Append(' ');
        foreach (var letter in Ascii.IsValid(text) ? text : text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(letter))
                plain.Append(char.ToLowerInvariant(letter));
            else if (letter is not ('\'' or '’') && CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark && plain[^1] != ' ')
                plain.Append(' ');
        }

        if (plain[^1] != ' ')
            plain.Append(' ');
        return plain.ToString();
    }

    /// <summary>Sentences with whether they end as a question.</summary>
    public static IEnumerable<(string Text, bool Asks)> Sentences(string note)
    {
        var start = 0;
        for (var i = 0; i < note.Length; i++)
        {
            // A point inside a number ends nothing.
            var ends = note[i] is '?' or '!' or '\n' or ';' || (note[i] == '.' && (i + 1 == note.Length || char.IsWhiteSpace(note[i + 1])));
            if (!ends)
                continue;

            if (i > start)
                yield return (note[start..i], note[i] == '?');
            start = i + 1;
        }

        if (start < note.Length)
            yield return (note[start..], false);
    }
}
