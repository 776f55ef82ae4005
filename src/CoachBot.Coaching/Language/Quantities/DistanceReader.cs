using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Quantities;

/// <summary>Reads "10k", "5 and a half miles", "1.500 m", "half a mile", "marathon".</summary>
internal static class DistanceReader
{
    public static Quantity? Read(Utterance u, int i) => Measured(u, i) ?? PartOfMile(u, i) ?? Named(u, i);

    public static double ToKm(string unit, double value) => unit switch
    {
        "mi" => value * PaceReader.KmPerMile,
        "m" => value / 1000,
        _ => value,
    };

    private static Quantity? Measured(Utterance u, int i)
    {
        if ((SpacedThousands(u, i) ?? NumberReader.ReadRange(u, i) ?? NumberReader.Read(u, i, article: true)) is not { } n)
            return null;

        var j = NumberReader.Skip(u, n.End, WordClass.Approx);
        if (DurationReader.IsMark(u, j, "-"))
            j++;

        // "5 easy miles"
        if (j + 1 < u.Items.Count && u.Items[j].Is(WordClass.Type) && u.Items[j].Is(WordClass.EffortWord) && u.Items[j + 1].First.Length >= 2 && DurationReader.UnitAt(u, j + 1) is "km" or "mi")
            j++;

        var unit = DurationReader.UnitAt(u, j);
        if (unit is not ("km" or "mi" or "m") || n.IsArticle && unit == "m")
            return null;

        var value = unit == "m" ? n.Thousands ?? n.Value : n.Value;
        if (unit == "m" && value < 100)
            unit = "mi";

        // "douze km et demi"
        var plus = n.Range is null && j + 1 < u.Items.Count ? u.Items[j + 1].Number(WordClass.Plus) : null;
        var range = n.Range is { } r ? new ValueRange(ToKm(unit, r.Low), ToKm(unit, r.High)) : null;
        return new Quantity(QuantityKind.Distance, ToKm(unit, value + (plus ?? 0)), i, plus is null ? j + 1 : j + 2)
        {
            Unit = unit == "mi" ? "mi" : "km",
            Range = range,
        };
    }

    /// <summary>"5 000 m", "1 500 m".</summary>
    private static NumberRead? SpacedThousands(Utterance u, int i)
    {
        if (!u.Items[i].IsNumeric || i + 1 >= u.Items.Count || u.Items[i].First is not { Kind: TokenKind.Number, Decimals: "", Value: > 0 and < 100 } first)
            return null;

        var rest = u.Items[i + 1];
        var fits = rest.IsNumeric && !rest.First.Glued && (rest.First.Text == "000" || rest.First.Text == "500" && first.Value == 1);
        return fits && DurationReader.UnitAt(u, i + 2) == "m" ? new NumberRead(first.Value * 1000 + rest.First.Value, i + 2) : null;
    }

    private static Quantity? PartOfMile(Utterance u, int i)
    {
        var digits = NumberReader.FractionInDigits(u, i);
        var fraction = u.Items[i].Number(WordClass.Fraction) ?? digits;
        var j = fraction is null ? i : digits is null ? i + 1 : i + 3;
        while (fraction is not null && j < u.Items.Count && (u.Items[j].Is(WordClass.Article) || u.Items[j].Is(WordClass.Filler)))
            j++;

        var unit = DurationReader.UnitAt(u, j);
        if (unit is not ("km" or "mi") || u.Items[j].First.Length < 4)
            return null;

        var plus = j + 1 < u.Items.Count ? u.Items[j + 1].Number(WordClass.Plus) : null;
        if (fraction is null && plus is null)
            return null;

        return new Quantity(QuantityKind.Distance, ToKm(unit, fraction ?? 1 + (plus ?? 0)), i, plus is null ? j + 1 : j + 2) { Unit = unit };
    }

    /// <summary>"mile repeats" names the length of one, not a distance: see the repeats.</summary>
    private static Quantity? Named(Utterance u, int i) =>
        u.Items[i].Number(WordClass.NamedDistance) is { } km && !u.Items[i].Is(WordClass.Type, "intervals")
            ? new Quantity(QuantityKind.Distance, km, i, i + 1) { Guessed = u.Items[i].Senses.Length > 1 }
            : null;
}
