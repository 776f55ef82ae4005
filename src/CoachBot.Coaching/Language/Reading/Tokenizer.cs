using System.Globalization;
using System.Text;

namespace CoachBot.Coaching.Language.Reading;

/// <summary>
/// Cuts a message into words, numbers and marks, with their places in it. Letters and digits part without a space
/// ("10km", "calf3"). Decomposed accents are skipped, so "é" reads the same in both forms.
/// </summary>
internal static class Tokenizer
{
    private static readonly HashSet<string> EnglishTails = ["t", "s", "m", "re", "ve", "ll", "d"];

    public static List<Token> Cut(string text, int limit = int.MaxValue)
    {
        var tokens = new List<Token>();
        var end = Math.Min(text.Length, limit);
        var i = 0;
        while (i < end)
        {
            var glued = tokens.Count > 0 && tokens[^1].End == i;
            var token = char.IsAsciiDigit(text[i]) ? Number(text, i, end, glued)
                : IsLetter(text[i]) ? Word(text, i, end, glued)
                : Mark(text, i, end, glued);
            if (token is null)
            {
                i++;
                continue;
            }

            tokens.Add(token);
            i = token.End;
        }

        return tokens;
    }

    private static bool IsLetter(char c) => char.IsLetter(c) && c is not ('º' or 'ª');

    private static bool IsApostrophe(char c) => c is '\'' or '’' or '‘' or '´' or '`' or '′';

    private static Token Word(string text, int start, int end, bool glued)
    {
        var folded = new StringBuilder();
        var i = start;
        for (; i < end; i++)
        {
            if (IsLetter(text[i]))
                folded.Append(Folding.Fold(text[i]));
            else if (IsApostrophe(text[i]) && i + 1 < end && IsLetter(text[i + 1]) && IsEnglishTail(text, i + 1, end))
                continue;
            else if (CharUnicodeInfo.GetUnicodeCategory(text[i]) != UnicodeCategory.NonSpacingMark)
                break;
        }

        return new Token(TokenKind.Word, folded.ToString(), start, i - start, glued);
    }

    private static bool IsEnglishTail(string text, int start, int end)
    {
        var stop = start;
        while (stop < end && IsLetter(text[stop]) && stop - start < 3)
            stop++;

        return EnglishTails.Contains(text[start..stop].ToLowerInvariant());
    }

    private static Token Number(string text, int start, int end, bool glued)
    {
        var i = Digits(text, start, end);
        if (i + 2 < end && text[i] == ':' && Digits(text, i + 1, end) - i == 3)
            return Clock(text, start, end, glued);

        var whole = Parse(text, start, i);
        if (i + 1 >= end || text[i] is not ('.' or ',') || !char.IsAsciiDigit(text[i + 1]))
            return Plain(text, start, i, glued, whole);

        var stop = Digits(text, i + 1, end);
        var decimals = text[(i + 1)..stop];
        var value = whole + Parse(text, i + 1, stop) / Math.Pow(10, decimals.Length);
        double? thousands = decimals.Length == 3 && whole is > 0 and < 1000 ? Math.Round(value * 1000) : null;
        return new Token(TokenKind.Number, text[start..stop], start, stop - start, glued) { Value = value, Decimals = decimals, Thousands = thousands };
    }

    /// <summary>The half in "7½" belongs to the number.</summary>
    private static Token Plain(string text, int start, int stop, bool glued, double value)
    {
        if (stop < text.Length && Vulgar(text[stop]) is { } fraction)
            return new Token(TokenKind.Number, text[start..(stop + 1)], start, stop + 1 - start, glued) { Value = value + fraction };

        return new Token(TokenKind.Number, text[start..stop], start, stop - start, glued) { Value = value };
    }

    private static Token Clock(string text, int start, int end, bool glued)
    {
        var parts = new List<int>();
        var i = start;
        while (true)
        {
            var stop = Digits(text, i, end);
            parts.Add((int)Math.Min(Parse(text, i, stop), 100_000));
            i = stop;
            if (parts.Count == 3 || i + 2 >= end || text[i] != ':' || Digits(text, i + 1, end) - i != 3)
                return new Token(TokenKind.Clock, text[start..i], start, i - start, glued) { Parts = [.. parts] };

            i++;
        }
    }

    private static Token? Mark(string text, int i, int end, bool glued)
    {
        var c = text[i];
        var elided = IsApostrophe(c) && i > 0 && IsLetter(text[i - 1]) && i + 1 < end && IsLetter(text[i + 1]);
        if (elided || char.IsWhiteSpace(c) && c != '\n')
            return null;

        if (Vulgar(c) is { } fraction)
            return new Token(TokenKind.Number, c.ToString(), i, 1, glued) { Value = fraction };

        var twice = i + 1 < end && IsApostrophe(c) && IsApostrophe(text[i + 1]);
        if (twice || c is '"' or '”' or '″' or '“')
            return new Token(TokenKind.Mark, "\"", i, twice ? 2 : 1, glued);

        var plain = c switch
        {
            '–' or '—' or '−' or '‐' or '‑' => "-",
            '×' or '✕' or '✖' => "x",
            '：' => ":",
            '、' or '，' => ",",
            _ when IsApostrophe(c) => "'",
            _ => c.ToString(),
        };
        var length = char.IsHighSurrogate(c) && i + 1 < end && char.IsLowSurrogate(text[i + 1]) ? 2 : 1;
        return new Token(plain == "x" ? TokenKind.Word : TokenKind.Mark, length == 2 ? text.Substring(i, 2) : plain, i, length, glued);
    }

    private static double? Vulgar(char c) => c switch
    {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1 / 3d,
        '⅔' => 2 / 3d,
        _ => null,
    };

    private static int Digits(string text, int start, int end)
    {
        while (start < end && char.IsAsciiDigit(text[start]))
            start++;

        return start;
    }

    private static double Parse(string text, int start, int end) =>
        double.Parse(text.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture);
}
