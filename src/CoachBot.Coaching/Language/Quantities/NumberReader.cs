using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Quantities;

/// <summary>A number as digits or words, possibly a range. <see cref="End"/> is the item after it.</summary>
internal readonly record struct NumberRead(double Value, int End)
{
    public ValueRange? Range { get; init; }

    /// <summary>With its mark read as parting thousands: 1.500.</summary>
    public double? Thousands { get; init; }

    public bool IsArticle { get; init; }

    public Token? Digits { get; init; }
}

/// <summary>Reads "7,5", "forty-five", "six and a half", "6 1/2", "between 7 and 8".</summary>
internal static class NumberReader
{
    public static NumberRead? Read(Utterance u, int i, bool article = false)
    {
        var number = i < u.Items.Count ? Digits(u, i) ?? Words(u, i) : null;
        if (number is null && article && i < u.Items.Count && u.Items[i].Is(WordClass.Article))
            return new NumberRead(1, i + 1) { IsArticle = true };

        return number is { } n ? Fractions(u, n) : null;
    }

    /// <summary>A number, or the middle of a range ("5-6", "4 or 5", "between 7 and 8").</summary>
    public static NumberRead? ReadRange(Utterance u, int i)
    {
        var between = i < u.Items.Count && u.Items[i].Is(WordClass.Between);
        var low = Read(u, between ? i + 1 : i);
        if (low is not { } l)
            return null;

        var j = Skip(u, l.End, WordClass.Approx);
        if (j >= u.Items.Count || !IsTo(u, i, j, between))
            return between ? null : low;

        var high = Read(u, Skip(u, j + 1, WordClass.Approx));
        if (high is not { } h || h.Value <= l.Value || h.Value > l.Value * 3 + 3)
            return between ? null : low;

        return new NumberRead((l.Value + h.Value) / 2, h.End) { Range = new ValueRange(l.Value, h.Value) };
    }

    public static int Skip(Utterance u, int i, WordClass wordClass)
    {
        while (i < u.Items.Count && u.Items[i].Is(wordClass))
            i++;

        return i;
    }

    private static bool IsTo(Utterance u, int first, int i, bool between)
    {
        var item = u.Items[i];
        if (item.IsMark)
            return item.First.Text == "-" && (item.First.Glued || first == 0 || !u.Items[first - 1].Is(WordClass.Key));

        return item.Is(WordClass.To) && !u.Corrects || between && item.Is(WordClass.Joiner);
    }

    private static NumberRead? Digits(Utterance u, int i)
    {
        var item = u.Items[i];
        if (!item.IsNumeric || item.First.Kind != TokenKind.Number)
            return null;

        return new NumberRead(item.First.Value, i + 1) { Thousands = item.First.Thousands, Digits = item.First };
    }

    private static NumberRead? Words(Utterance u, int i)
    {
        if (u.Items[i].Number(WordClass.Number) is not { } value || i > 0 && u.Items[i].Is(WordClass.Filler) && IsPronoun(u.Items[i - 1]))
            return null;

        var end = i + 1;
        if (value < 100 && end < u.Items.Count && u.Items[end].Is(WordClass.Number, "100"))
        {
            value *= 100;
            end++;
        }

        if (value >= 100 && Part(u, end, 99) is { } rest)
        {
            value += rest.Value;
            end = rest.End;
        }

        if (value % 10 == 0 && value % 100 >= 20 && Part(u, end, value % 100 is 60 or 80 ? 19 : 9) is { } ones)
        {
            value += ones.Value;
            end = ones.End;
        }

        if (end + 1 < u.Items.Count && u.Items[end].Is(WordClass.Point) && u.Items[end + 1].Number(WordClass.Number) is { } tenths and < 10)
            return new NumberRead(value + tenths / 10, end + 2);

        return new NumberRead(value, end);
    }

    /// <summary>"the left one", "a hard one".</summary>
    private static bool IsPronoun(Item before) =>
        before.Is(WordClass.Side) || before.Is(WordClass.Type) || before.Is(WordClass.EffortWord) || before.Is(WordClass.Grade);

    /// <summary>The part of a number after its hundreds or tens: "(thirty-)five", "(treinta) y cinco".</summary>
    private static (double Value, int End)? Part(Utterance u, int i, double most)
    {
        var joined = i < u.Items.Count && (u.Items[i].Is(WordClass.Joiner) || u.Items[i].IsMark && u.Items[i].First.Text == "-" && u.Items[i].First.Glued);
        if (joined)
            i++;

        // "vingt et un"
        if (joined && i < u.Items.Count && u.Items[i].Is(WordClass.Article))
            return (1, i + 1);

        return i < u.Items.Count && u.Items[i].Number(WordClass.Number) is { } value && value <= most && value >= 1 ? (value, i + 1) : null;
    }

    private static NumberRead Fractions(Utterance u, NumberRead number)
    {
        var i = number.End;
        if (i < u.Items.Count && u.Items[i].Number(WordClass.Plus) is { } plus)
            return number with { Value = number.Value + plus, End = i + 1 };

        // "6 1/2" where a grammar names the half
        if (number.Value % 1 == 0 && i < u.Items.Count && u.Items[i].First.Kind == TokenKind.Number && u.Items[i].Number(WordClass.Fraction) is { } named)
            return number with { Value = number.Value + named, End = i + 1 };

        // "6 1/2", "7 and 3/4"
        var digits = i < u.Items.Count && u.Items[i].Is(WordClass.Joiner) ? i + 1 : i;
        if (number.Value % 1 == 0 && FractionInDigits(u, digits) is { } fraction)
            return number with { Value = number.Value + fraction, End = digits + 3 };

        // "6 ½"
        if (i < u.Items.Count && u.Items[i].IsNumeric && u.Items[i].First is { Value: < 1 and > 0, Length: 1 })
            return number with { Value = number.Value + u.Items[i].First.Value, End = i + 1 };

        return number;
    }

    /// <summary>"3/4", "1/2"; null for anything else, such as a mark out of ten.</summary>
    public static double? FractionInDigits(Utterance u, int i) =>
        i + 2 < u.Items.Count && u.Items[i + 1].First.Text == "/" && Small(u, i) is > 0 and < 4 and var part && Small(u, i + 2) is 2 or 3 or 4 && part < Small(u, i + 2)
            ? Small(u, i) / Small(u, i + 2)
            : null;

    private static double Small(Utterance u, int i) =>
        u.Items[i].IsNumeric && u.Items[i].First is { Kind: TokenKind.Number, Decimals: "" } token ? token.Value : 0;
}
