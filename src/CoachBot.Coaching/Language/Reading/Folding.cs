using System.Globalization;
using System.Text;

namespace CoachBot.Coaching.Language.Reading;

/// <summary>Letters without accents and in lower case, one table for the Latin script.</summary>
internal static class Folding
{
    private const int TableSize = 0x250;
    private static readonly string[] Table = BuildTable();

    /// <summary>One letter as one or two plain ones: É is e, ß is ss.</summary>
    public static string Fold(char letter) =>
        letter < TableSize ? Table[letter] : char.ToLowerInvariant(letter).ToString();

    private static string[] BuildTable()
    {
        var table = new string[TableSize];
        for (var i = 0; i < TableSize; i++)
            table[i] = FoldSlowly((char)i);

        return table;
    }

    private static string FoldSlowly(char letter)
    {
        var lower = char.ToLowerInvariant(letter);
        var special = lower switch { 'ß' => "ss", 'æ' => "ae", 'œ' => "oe", 'ø' => "o", 'ı' => "i", _ => null };
        if (special is not null)
            return special;

        var plain = lower.ToString().Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return string.Concat(plain);
    }
}
