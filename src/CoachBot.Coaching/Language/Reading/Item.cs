using CoachBot.Coaching.Language.Grammar;

namespace CoachBot.Coaching.Language.Reading;

/// <summary>The longest known phrase at a place of the message, or a single number, mark or unknown word.</summary>
internal sealed class Item(Token first, int firstToken, int endToken, Sense[] senses, int start, int end)
{
    public Token First { get; } = first;

    public int FirstToken { get; } = firstToken;

    public int EndToken { get; } = endToken;

    public Sense[] Senses { get; } = senses;

    public int Start { get; } = start;

    public int End { get; } = end;

    /// <summary>The part of the message, between commas and the like, that it stands in.</summary>
    public int Clause { get; set; }

    public bool IsMark => First.Kind == TokenKind.Mark && Senses.Length == 0;

    public bool IsNumeric => First.Kind is TokenKind.Number or TokenKind.Clock && EndToken - FirstToken == 1;

    public bool IsUnknown => Senses.Length == 0 && First.Kind == TokenKind.Word;

    public bool Is(WordClass wordClass) => Get(wordClass) is not null;

    public bool Is(WordClass wordClass, string value)
    {
        foreach (var sense in Senses)
        {
            if (sense.Class == wordClass && sense.Value == value)
                return true;
        }

        return false;
    }

    public Sense? Get(WordClass wordClass)
    {
        foreach (var sense in Senses)
        {
            if (sense.Class == wordClass)
                return sense;
        }

        return null;
    }

    public double? Number(WordClass wordClass) => Get(wordClass)?.Number;
}
