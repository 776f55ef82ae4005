using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Quantities;

internal enum QuantityKind
{
    /// <summary>A number without a unit; the step or a word nearby decides.</summary>
    Bare,

    /// <summary>"8/10", "4 of 5".</summary>
    OutOf,

    /// <summary>Kilometres.</summary>
    Distance,

    /// <summary>Minutes.</summary>
    Duration,

    /// <summary>"43:50": a duration, a pace or a time of day.</summary>
    Time,

    /// <summary>Seconds per kilometre; per unit of the distance where none was said.</summary>
    Pace,

    /// <summary>Kilograms.</summary>
    Mass,

    Bpm,
    Ms,

    /// <summary>Degrees Celsius.</summary>
    Temperature,

    /// <summary>"twice".</summary>
    Count,

    /// <summary>Read, so that nobody else takes it, and no slot: counts, ages, years, times of day.</summary>
    Other,
}

/// <summary>A number with its unit. <see cref="First"/> and <see cref="End"/> are items of the utterance.</summary>
internal sealed class Quantity(QuantityKind kind, double value, int first, int end)
{
    public QuantityKind Kind { get; set; } = kind;

    public double Value { get; } = value;

    public int First { get; } = first;

    public int End { get; } = end;

    public ValueRange? Range { get; init; }

    /// <summary>Of a mark: its scale, such as 10.</summary>
    public double Scale { get; init; }

    /// <summary>"km", "mi", "kg", "lb", "st": as said.</summary>
    public string? Unit { get; init; }

    /// <summary>Of a time: its two or three numbers.</summary>
    public int[] Parts { get; init; } = [];

    /// <summary>The total of repeats: "5 x 1k".</summary>
    public bool Repeats { get; init; }

    /// <summary>"-1": no scale has it.</summary>
    public bool Negative { get; init; }

    /// <summary>"not 10": said to be wrong.</summary>
    public bool Denied { get; set; }

    /// <summary>A number before a word that it may count.</summary>
    public bool Weak { get; init; }

    /// <summary>Said with "at" alone, or as a race's name: less sure than a unit.</summary>
    public bool Guessed { get; init; }

    /// <summary>A slot has it.</summary>
    public bool Taken { get; set; }

    public Slot<double> ToSlot(Utterance utterance) => ToSlot(utterance, Value);

    public Slot<T> ToSlot<T>(Utterance utterance, T value)
    {
        var (start, length) = Place(utterance);
        return new Slot<T>(value, start, length) { Range = Range };
    }

    public (int Start, int Length) Place(Utterance utterance)
    {
        var start = utterance.Items[First].Start;
        return (start, utterance.Items[End - 1].End - start);
    }
}
