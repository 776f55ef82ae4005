using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Quantities;

/// <summary>Reads what has no unit: marks ("8/10"), counts ("twice"), times ("43:50") and bare numbers; and sorts out numbers that count something else.</summary>
internal static class PlainReader
{
    private static readonly HashSet<string> Ordinals =
        ["st", "nd", "rd", "th", "e", "eme", "er", "ere", "º", "ª", "o", "a", "ro", "do", "to", "°", "%", "€", "£", "$"];

    public static Quantity? Read(Utterance u, int i) => TimeOfDay(u, i) ?? Clock(u, i) ?? Count(u, i) ?? Number(u, i);

    /// <summary>"6am": when the run was, or a reminder; those who want it read it themselves.</summary>
    private static Quantity? TimeOfDay(Utterance u, int i)
    {
        if (NumberReader.Read(u, i) is { } n && n.End < u.Items.Count && IsDayPart(u, n.End))
            return new Quantity(QuantityKind.Other, n.Value, i, n.End + 1);

        return u.Items[i].First.Kind == TokenKind.Clock && i + 1 < u.Items.Count && IsDayPart(u, i + 1)
            ? new Quantity(QuantityKind.Other, 0, i, i + 2)
            : null;
    }

    private static bool IsDayPart(Utterance u, int i) => u.Items[i].Is(WordClass.DayPart) && !u.Items[i].Is(WordClass.Day) || u.Items[i].Is(WordClass.OClock);

    private static Quantity? Clock(Utterance u, int i) =>
        u.Items[i].IsNumeric && u.Items[i].First is { Kind: TokenKind.Clock } clock
            ? new Quantity(QuantityKind.Time, 0, i, i + 1) { Parts = clock.Parts }
            : MinuteMarks(u, i);

    /// <summary>"5'30": minutes and seconds without a word about pace.</summary>
    private static Quantity? MinuteMarks(Utterance u, int i) =>
        i + 2 < u.Items.Count && u.Items[i].IsNumeric && DurationReader.IsMark(u, i + 1, "'") && u.Items[i + 2].IsNumeric
            && u.Items[i].First.Decimals == "" && u.Items[i + 2].First is { Text.Length: 2, Value: < 60 } seconds
            ? new Quantity(QuantityKind.Time, 0, i, DurationReader.IsMark(u, i + 3, "\"") ? i + 4 : i + 3) { Parts = [(int)Math.Min(u.Items[i].First.Value, 100_000), (int)seconds.Value] }
            : null;

    private static Quantity? Count(Utterance u, int i)
    {
        if (u.Items[i].Number(WordClass.Count) is { } count)
            return new Quantity(QuantityKind.Count, count, i, i + 1);

        return NumberReader.ReadRange(u, i) is { } n && n.End < u.Items.Count && u.Items[n.End].Is(WordClass.Times)
            ? new Quantity(QuantityKind.Count, n.Value, i, n.End + 1) { Range = n.Range }
            : null;
    }

    private static Quantity? Number(Utterance u, int i)
    {
        if (NumberReader.ReadRange(u, i) is not { } n)
            return null;

        var j = n.End;
        if (Scale(u, j) is { } scale)
            return new Quantity(QuantityKind.OutOf, n.Value, i, scale.End) { Scale = scale.Value, Range = n.Range };

        if (j >= u.Items.Count)
            return Bare(u, i, n, weak: false);

        var next = u.Items[j];
        if (Ordinals.Contains(next.First.Text) && next.First.Glued || next.Is(WordClass.Counted) || next.Is(WordClass.Unit) || IsRepeats(next))
            return new Quantity(QuantityKind.Other, n.Value, i, j + 1);

        return Bare(u, i, n, weak: next.IsUnknown && !next.First.Glued);
    }

    /// <summary>"10 hill sprints" are ten of them.</summary>
    private static bool IsRepeats(Item next) => next.Is(WordClass.Type, "intervals") || next.Is(WordClass.Type, "hills");

    private static Quantity Bare(Utterance u, int first, NumberRead n, bool weak)
    {
        var before = first > 0 ? u.Items[first - 1] : null;
        var named = before is not null && (before.Is(WordClass.Noise) || IsSecondName(u, first) || before.First.Text is "#" or "/" or "£" or "$" or "€" or "+" && before.IsMark);
        var year = n.Digits is { Text.Length: 4 } && n.Value is >= 1900 and <= 2100;
        return new Quantity(named || year ? QuantityKind.Other : QuantityKind.Bare, n.Value, first, n.End) { Range = n.Range, Weak = weak, Negative = IsNegative(u, first) };
    }

    /// <summary>A minus sign straight before the digits, with no number or word before it.</summary>
    private static bool IsNegative(Utterance u, int i) =>
        i > 0 && u.Items[i].First.Glued && u.Items[i - 1].First.Text == "-" && !u.Items[i - 1].First.Glued && u.Items[i].IsNumeric;

    /// <summary>"week 5 run 2": neither is a distance.</summary>
    private static bool IsSecondName(Utterance u, int i) =>
        i > 2 && u.Items[i - 1].Is(WordClass.Did) && u.Items[i - 2].IsNumeric && u.Items[i - 3].Is(WordClass.Noise);

    private static (double Value, int End)? Scale(Utterance u, int i)
    {
        if (i + 1 >= u.Items.Count || !(DurationReader.IsMark(u, i, "/") || u.Items[i].Is(WordClass.OutOf)))
            return null;

        return NumberReader.Read(u, i + 1) is { Value: 5 or 10 or 100 } scale ? (scale.Value, scale.End) : null;
    }
}
