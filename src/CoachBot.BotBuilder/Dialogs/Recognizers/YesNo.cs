using System.Globalization;
using System.Text;

namespace CoachBot.BotBuilder.Dialogs.Recognizers;

/// <summary>Whether an answer says yes or no.</summary>
internal static class YesNo
{
    /// <param name="text">What was typed.</param>
    /// <param name="locale">Its language; English is understood beside it.</param>
    /// <param name="isUnclear">True when it says both, or that the user does not know: then nothing else should be read into it.</param>
    /// <returns>Null when it says neither, or both: a wrong answer is kept, a missing one is asked for again.</returns>
    public static bool? Recognize(string? text, string? locale, out bool isUnclear)
    {
        isUnclear = false;
        if (string.IsNullOrWhiteSpace(text) || text.Length > TextGuard.MaxLength)
        {
            return null;
        }

        var language = (locale ?? "").Split('-')[0].ToLowerInvariant();
        var said = Judge(text, YesNoWords.For(language), YesNoWords.IsUnspaced(language));
        if (said == Said.Nothing)
        {
            said = Judge(text, YesNoWords.For("en"), unspaced: false);
        }

        isUnclear = said is Said.Unsure or (Said.Yes | Said.No);
        return said switch
        {
            Said.Yes => true,
            Said.No => false,
            _ => null,
        };
    }

    [Flags]
    private enum Said
    {
        Nothing = 0,
        Yes = 1,
        No = 2,
        Unsure = 4,
    }

    /// <summary>Longest words first, and what was matched is taken out: "not ok" must not leave an "ok" behind.</summary>
    private static Said Judge(string text, (string[] Yes, string[] No) words, bool unspaced)
    {
        var rest = unspaced ? Fold(text) : ' ' + Fold(text) + ' ';
        var said = Said.Nothing;
        var all = words.No.Select(word => (Word: Fold(word), Says: Said.No))
            .Concat(words.Yes.Select(word => (Word: Fold(word), Says: Said.Yes)))
            .Concat(YesNoWords.Unsure.Select(word => (Word: Fold(word), Says: Said.Unsure)))
            .OrderByDescending(entry => entry.Word.Length);
        foreach (var (word, says) in all)
        {
            var wanted = unspaced ? word : ' ' + word + ' ';
            if (IsLetter(word) ? rest == wanted : rest.Contains(wanted, StringComparison.Ordinal))
            {
                said |= says;
                rest = rest.Replace(wanted, " | ", StringComparison.Ordinal);
            }
        }

        return said;
    }

    /// <summary>"y" and "n" count only alone; "1 o 2" is no French yes.</summary>
    private static bool IsLetter(string word) => word.Length == 1 && char.IsAsciiLetter(word[0]);

    /// <summary>Lower case, no accents, single spaces for everything that is not part of a word or a picture.</summary>
    private static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormD).EnumerateRunes())
        {
            switch (Rune.GetUnicodeCategory(rune))
            {
                case UnicodeCategory.NonSpacingMark when rune.Value < 0x0900:
                    break;
                case UnicodeCategory.OtherPunctuation or UnicodeCategory.FinalQuotePunctuation when rune.Value is '\'' or '’':
                    folded.Append('\'');
                    break;
                case UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.OtherLetter
                    or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.DecimalDigitNumber
                    or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.OtherSymbol:
                    folded.Append(rune.Value == 'ı' ? "i" : Rune.ToLowerInvariant(rune).ToString());
                    break;
                default:
                    if (folded.Length > 0 && folded[^1] != ' ')
                    {
                        folded.Append(' ');
                    }

                    break;
            }
        }

        return folded.ToString().Trim().Normalize(NormalizationForm.FormC);
    }
}
