namespace CoachBot.BotBuilder.Dialogs.Recognizers;

/// <summary>
/// Keeps back the texts that make the recognizers' expressions blow up: long rows of number words ("cent cent cent",
/// "hunderthundert", "deux cent deux cent") and of joined digits ("1-1-1-1"). No honest answer looks like that.
/// </summary>
internal static class TextGuard
{
    /// <summary>Characters that are read; an answer says what it has to say before that.</summary>
    public const int MaxLength = 200;

    /// <summary>The longest German number word anyone types is shorter; "hundert" ten times over is longer.</summary>
    private const int MaxWordLength = 48;
    private const int MaxJoinedGroups = 8;
    private const int MaxSameWord = 5;
    private const int MaxSamePair = 3;
    private const int ShortWord = 2;

    /// <returns>The text to read, as long as or shorter than what came in; null when it is empty or not to be read.</returns>
    public static string? Prepare(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var read = text.Length > MaxLength ? text[..LastBreak(text)] : text;
        var words = read.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return words.Any(IsMonster) || Repeats(words) ? null : read;
    }

    private static int LastBreak(string text)
    {
        var at = text.LastIndexOf(' ', MaxLength - 1);
        return at > 0 ? at : MaxLength;
    }

    private static bool IsMonster(string word) =>
        word.Length > MaxWordLength || word.Split('-', '/', '.', ',', ':').Count(part => part.Length > 0) > MaxJoinedGroups;

    private static bool Repeats(string[] words)
    {
        var sameWord = words
            .Where(word => word.Length > ShortWord)
            .GroupBy(word => word, StringComparer.OrdinalIgnoreCase)
            .Any(group => group.Count() > MaxSameWord);
        return sameWord || words
            .Zip(words.Skip(1), (first, second) => first + ' ' + second)
            .GroupBy(pair => pair, StringComparer.OrdinalIgnoreCase)
            .Any(group => group.Count() > MaxSamePair);
    }
}
