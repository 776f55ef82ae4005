namespace CoachBot.Coaching.Language;

/// <summary>A value with the place in the original text, in UTF-16 units, where it was said.</summary>
public sealed record Slot<T>(T Value, int Start, int Length)
{
    /// <summary>Other readings of the same words; empty where there is no doubt.</summary>
    public IReadOnlyList<T> Alternatives { get; init; } = [];

    /// <summary>The ends of a range as said ("5-6h"); the value is then its middle.</summary>
    public ValueRange? Range { get; init; }

    /// <summary>The value stands for a word ("brutal"), so it is a guess of about one step.</summary>
    public bool FromWord { get; init; }
}

public sealed record ValueRange(double Low, double High);

/// <summary>A value that was understood and not believed: ask again, saying what was heard.</summary>
/// <param name="Slot">The slot's name as <c>understand</c> writes it, such as <c>sleep_hours</c>.</param>
/// <param name="Said">In the unit of the slot; null where the words allow no single value.</param>
/// <param name="Min">The least value that is believed.</param>
/// <param name="Max">The greatest value that is believed.</param>
public sealed record Doubt(string Slot, double? Said, double Min, double Max, int Start, int Length);
