using System.Globalization;
using System.Text;

namespace CoachBot.Recovery.Safety.Text;

/// <summary>Brings what people type to one plain form: lower case, no accents, one kind of quote and of break.</summary>
internal static class CharacterFolding
{
    /// <summary>Ends a sentence.</summary>
    public const char Break = '.';

    /// <summary>Ends a sentence too, and is no decimal point: "3/10" and "34 degrees" on two lines are two numbers.</summary>
    public const char LineEnd = '\n';

    /// <summary>Ends a part of a sentence: comma, dash, bracket, slash.</summary>
    public const char Comma = ',';

    public const char Quote = '\'';

    /// <summary>The two emoji that are cues (evidence C-ii 1); all others count as a space.</summary>
    public const char Blood = '\u0001';

    public const char BrokenHeart = '\u0002';

    private const int Letters = 0x250;

    private static readonly string[] Folded = [.. Enumerable.Range(0, Letters).Select(code => FoldLetter((char)code))];

    /// <summary>At most two characters come out for one that goes in.</summary>
    public static int Fold(ReadOnlySpan<char> text, Span<char> into)
    {
        var length = 0;
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character < Letters)
            {
                foreach (var folded in Folded[character])
                    into[length++] = folded;
            }
            else if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                into[length++] = FoldPair(char.ConvertToUtf32(character, text[++index]));
            }
            else if (!IsInvisible(character))
            {
                into[length++] = FoldOther(character);
            }
        }

        return length;
    }

    public static string Fold(string text)
    {
        var into = new char[text.Length * 2];
        return new string(into, 0, Fold(text, into));
    }

    private static string FoldLetter(char character)
    {
        if (character is '\u00ad')
            return "";
        if (!char.IsLetter(character) || character is 'º' or 'ª')
            return FoldSign(character).ToString();

        switch (char.ToLowerInvariant(character))
        {
            case 'ß': return "ss";
            case 'æ': return "ae";
            case 'œ': return "oe";
            case 'ø': return "o";
            case 'ł': return "l";
            case 'ı': return "i";
        }

        var plain = character.ToString().ToLowerInvariant().Normalize(NormalizationForm.FormD);
        return plain[..1];
    }

    private static char FoldSign(char character) => character switch
    {
        '.' or '!' or '?' or ';' or '¡' or '¿' => character is '?' or '¿' ? '?' : Break,
        '\n' or '\r' => LineEnd,
        ',' or '(' or ')' or ':' or '/' or '"' or '[' or ']' or '«' or '»' or '|' => character is '/' or ':' ? character : Comma,
        '\'' or '`' or '´' => Quote,
        '+' or '&' or '*' or '-' or '@' => character,
        '°' or 'º' => '°',
        >= '0' and <= '9' => character,
        _ => ' ',
    };

    private static char FoldOther(char character) => character switch
    {
        '\u2018' or '\u2019' or '\u201b' or '\u02bc' or '\u2032' => Quote,
        '\u2013' or '\u2014' or '\u201c' or '\u201d' or '\u201e' or '\u2022' => Comma,
        '\u2028' or '\u2029' => LineEnd,
        '\u2026' or '\u3002' => Break,
        '\u2010' or '\u2011' => '-',
        >= '\uff01' and <= '\uff5e' => FoldAscii((char)(character - 0xfee0)),
        _ => ' ',
    };

    private static char FoldAscii(char character) => Folded[character][0];

    private static char FoldPair(int rune) => rune switch
    {
        0x1fa78 => Blood,
        0x1f494 => BrokenHeart,
        _ => ' ',
    };

    private static bool IsInvisible(char character) =>
        character is >= '\u0300' and <= '\u036f' or >= '\u200b' and <= '\u200d' or '\u2060' or '\ufeff' or '\ufe0f'
        || (character >= Letters && CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.NonSpacingMark);
}
