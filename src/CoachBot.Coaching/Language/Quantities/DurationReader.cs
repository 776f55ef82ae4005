using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Quantities;

/// <summary>Reads "1h25", "an hour ten", "45'", "half an hour", "2 hrs 5 mins", "1:25 h".</summary>
internal static class DurationReader
{
    public static Quantity? Read(Utterance u, int i) => Named(u, i) ?? FractionOfHour(u, i) ?? Hours(u, i) ?? Minutes(u, i) ?? ClockWithUnit(u, i);

    public static string? UnitAt(Utterance u, int i) => i < u.Items.Count ? u.Items[i].Get(WordClass.Unit)?.Value : null;

    public static bool IsMark(Utterance u, int i, string mark) => i < u.Items.Count && u.Items[i].IsMark && u.Items[i].First.Text == mark;

    private static Quantity? Named(Utterance u, int i) =>
        u.Items[i].Number(WordClass.Duration) is { } minutes ? new Quantity(QuantityKind.Duration, minutes, i, i + 1) : null;

    private static Quantity? FractionOfHour(Utterance u, int i)
    {
        var digits = NumberReader.FractionInDigits(u, i);
        if ((u.Items[i].Number(WordClass.Fraction) ?? digits) is not { } fraction)
            return null;

        var j = digits is null ? i + 1 : i + 3;
        while (j < u.Items.Count && (u.Items[j].Is(WordClass.Article) || u.Items[j].Is(WordClass.Filler) || IsMark(u, j, "-")))
            j++;

        return UnitAt(u, j) == "h" ? new Quantity(QuantityKind.Duration, fraction * 60, i, j + 1) : null;
    }

    private static Quantity? Hours(Utterance u, int i)
    {
        // "hr 45" may be a heart rate, "hr and a half" is not.
        var heart = u.Items[i].Is(WordClass.Key) && !(i + 1 < u.Items.Count && u.Items[i + 1].Is(WordClass.Plus));
        if (UnitAt(u, i) == "h" && u.Items[i].First.Length > 1 && !heart)
            return HoursThen(u, i, i + 1, 1, null) is { } bare && (bare.End > i + 1 || IsOneHour(u, i)) ? bare : null;

        var number = NumberReader.ReadRange(u, i) ?? NumberReader.Read(u, i, article: true);
        if (number is not { } n)
            return null;

        var j = Unit(u, n.End);
        return UnitAt(u, j) == "h" ? HoursThen(u, i, j + 1, n.Value, n.Range) : null;
    }

    /// <summary>"hour easy on the treadmill", "easy hour": one of them, where nothing else is said before.</summary>
    private static bool IsOneHour(Utterance u, int i) => u.Items[i].First.Length >= 4
        && (i == 0 ? u.Items.Count > 1 && u.Items[1].Is(WordClass.Type) : u.Items[i - 1].Is(WordClass.Type) && u.Items[i - 1].Is(WordClass.EffortWord));

    /// <summary>Between a number and its unit "good", "ish" or a hyphen may stand.</summary>
    private static int Unit(Utterance u, int i)
    {
        i = NumberReader.Skip(u, i, WordClass.Approx);
        return IsMark(u, i, "-") && UnitAt(u, i + 1) is not null ? i + 1 : i;
    }

    private static Quantity HoursThen(Utterance u, int first, int j, double hours, ValueRange? range)
    {
        if (range is not null)
            return new Quantity(QuantityKind.Duration, hours * 60, first, j) { Range = new ValueRange(range.Low * 60, range.High * 60) };

        if (j < u.Items.Count && u.Items[j].Number(WordClass.Plus) is { } plus)
            return new Quantity(QuantityKind.Duration, (hours + plus) * 60, first, j + 1);

        // "6h1/2"
        if (j < u.Items.Count && u.Items[j].First.Kind == TokenKind.Number && (u.Items[j].Number(WordClass.Fraction) ?? NumberReader.FractionInDigits(u, j)) is { } part)
            return new Quantity(QuantityKind.Duration, (hours + part) * 60, first, u.Items[j].Is(WordClass.Fraction) ? j + 1 : j + 3);

        // "1h moins le quart"
        if (j < u.Items.Count && u.Items[j].Number(WordClass.ClockAfter) is < 0 and var less)
            return new Quantity(QuantityKind.Duration, hours * 60 + less, first, j + 1);

        var k = j < u.Items.Count && (u.Items[j].Is(WordClass.Joiner) || IsMark(u, j, ",") && UnitAt(u, j + 2) == "min") ? j + 1 : j;
        if (MinutesAfter(u, j, k) is { } minutes)
            return new Quantity(QuantityKind.Duration, hours * 60 + minutes.Value, first, minutes.End);

        return new Quantity(QuantityKind.Duration, hours * 60, first, j);
    }

    private static (double Value, int End)? MinutesAfter(Utterance u, int plain, int k)
    {
        if (NumberReader.Read(u, k) is not { } n || n.Value >= 60)
            return null;

        var end = n.End;
        if (UnitAt(u, end) is "min" or "m" || IsMark(u, end, "'"))
        {
            var seconds = Seconds(u, end + 1);
            return (n.Value + (seconds?.Value ?? 0) / 60, seconds?.End ?? end + 1);
        }

        var bare = n.Value % 1 == 0 && UnitAt(u, end) is null && !IsScale(u, end);
        var glued = k == plain && u.Items[k].First.Glued;
        var twoDigits = n.Digits is { } digits ? digits.Text.Length == 2 && !digits.Text.Contains('.', StringComparison.Ordinal) : n.Value >= 5;
        var named = end < u.Items.Count && u.Items[end].Is(WordClass.Key);
        return bare && (glued || twoDigits && !named) ? (n.Value, end) : null;
    }

    private static bool IsScale(Utterance u, int i) =>
        IsMark(u, i, "/") || i < u.Items.Count && (u.Items[i].Is(WordClass.Repeat) || u.Items[i].Is(WordClass.OutOf));

    private static (double Value, int End)? Seconds(Utterance u, int i)
    {
        if (i < u.Items.Count && u.Items[i].Is(WordClass.Joiner))
            i++;

        if (NumberReader.Read(u, i) is not { } n || n.Value >= 60)
            return null;

        if (UnitAt(u, n.End) == "s" || IsMark(u, n.End, "\""))
            return (n.Value, n.End + 1);

        var last = n.End >= u.Items.Count || u.Items[n.End].Clause != u.Items[i].Clause;
        return (u.Items[i].First.Glued || last) && UnitAt(u, n.End) is null && n.Digits?.Text.Length == 2 ? (n.Value, n.End) : null;
    }

    private static Quantity? Minutes(Utterance u, int i)
    {
        if (NumberReader.ReadRange(u, i) is not { } n)
            return null;

        var j = Unit(u, n.End);
        if (IsMinute(u, j, n.Value))
        {
            var range = n.Range;
            var seconds = range is null ? Seconds(u, j + 1) : null;
            return new Quantity(QuantityKind.Duration, n.Value + (seconds?.Value ?? 0) / 60, i, seconds?.End ?? j + 1) { Range = range };
        }

        var isSecond = UnitAt(u, j) == "s" || IsMark(u, j, "\"") && u.Items[j].First.Glued;
        return isSecond ? new Quantity(QuantityKind.Duration, n.Value / 60, i, j + 1) : null;
    }

    /// <summary>"45m" is minutes and "400m" metres.</summary>
    private static bool IsMinute(Utterance u, int i, double value) =>
        UnitAt(u, i) == "min" || UnitAt(u, i) == "m" && value is >= 10 and < 100 || IsMark(u, i, "'") && u.Items[i].First.Glued;

    private static Quantity? ClockWithUnit(Utterance u, int i)
    {
        var unit = UnitAt(u, i + 1);
        if (u.Items[i].First is not { Kind: TokenKind.Clock } clock || !u.Items[i].IsNumeric || unit is not ("h" or "min" or "m"))
            return null;

        var parts = clock.Parts;
        var minutes = parts.Length == 3 ? parts[0] * 60 + parts[1] + parts[2] / 60d
            : unit == "h" ? parts[0] * 60 + parts[1]
            : parts[0] + parts[1] / 60d;
        return new Quantity(QuantityKind.Duration, minutes, i, i + 2);
    }
}
