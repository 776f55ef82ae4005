namespace CoachBot.Coaching.Language.Reading;

internal enum TokenKind
{
    Word,
    Number,

    /// <summary>Two or three numbers with colons: a time or a duration.</summary>
    Clock,
    Mark,
}

/// <summary>A word, a number or a mark of the message.</summary>
/// <param name="Text">Lower case, without accents.</param>
/// <param name="Glued">Nothing stands between it and the token before.</param>
internal sealed record Token(TokenKind Kind, string Text, int Start, int Length, bool Glued)
{
    /// <summary>Of a number; its mark is read as decimal.</summary>
    public double Value { get; init; }

    /// <summary>Of a number such as 1.500, whose mark may part the thousands.</summary>
    public double? Thousands { get; init; }

    /// <summary>The digits after a decimal mark: "6.15" may be a time.</summary>
    public string Decimals { get; init; } = "";

    /// <summary>Of a clock: two or three numbers.</summary>
    public int[] Parts { get; init; } = [];

    public int End => Start + Length;
}
