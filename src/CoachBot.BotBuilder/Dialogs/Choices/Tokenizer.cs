namespace CoachBot.BotBuilder.Dialogs.Choices;

public delegate List<Token> TokenizerFunction(string? text, string? locale = null);

/// <summary>Breaks text on spaces and punctuation; each emoji is a word of its own.</summary>
public static class Tokenizer
{
    public static TokenizerFunction DefaultTokenizer => Tokenize;

    private static List<Token> Tokenize(string? text, string? locale)
    {
        var tokens = new List<Token>();
        text ??= "";
        var start = 0;
        for (var at = 0; at < text.Length;)
        {
            var length = char.IsSurrogatePair(text, at) ? 2 : 1;
            var isOwnWord = length == 2;
            if (isOwnWord || IsBreak(text[at]))
            {
                AddWord(start, at);
                start = at + length;
            }

            if (isOwnWord)
            {
                AddWord(at, at + length);
            }

            at += length;
        }

        AddWord(start, text.Length);
        return tokens;

        void AddWord(int from, int to)
        {
            if (to > from)
            {
                var word = text[from..to];
                tokens.Add(new Token { Start = from, End = to - 1, Text = word, Normalized = word.ToLowerInvariant() });
            }
        }
    }

    /// <summary>ASCII and Latin-1 punctuation, modifier letters and accents on their own, and the symbol blocks.</summary>
    private static bool IsBreak(char character) => (int)character is
        <= 0x002F or (>= 0x003A and <= 0x0040) or (>= 0x005B and <= 0x0060) or (>= 0x007B and <= 0x00BF)
        or (>= 0x02B9 and <= 0x036F) or (>= 0x2000 and <= 0x2BFF) or (>= 0x2E00 and <= 0x2E7F);
}
