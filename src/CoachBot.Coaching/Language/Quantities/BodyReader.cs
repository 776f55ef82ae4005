using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Quantities;

/// <summary>Reads body mass ("11st 2", "154 lbs"), heart rate, milliseconds and degrees.</summary>
internal static class BodyReader
{
    private const double KgPerLb = 0.45359237;
    private const double KgPerStone = 6.35029318;

    public static Quantity? Read(Utterance u, int i)
    {
        if (NumberReader.ReadRange(u, i) is not { } n)
            return null;

        var j = NumberReader.Skip(u, n.End, WordClass.Approx);
        return DurationReader.UnitAt(u, j) switch
        {
            "kg" => KilogramsThen(u, i, j, n),
            "lb" => new Quantity(QuantityKind.Mass, n.Value * KgPerLb, i, j + 1) { Unit = "lb" },
            "st" => Stone(u, i, j, n.Value),
            "bpm" => new Quantity(QuantityKind.Bpm, n.Value, i, j + 1) { Range = n.Range },
            "ms" => new Quantity(QuantityKind.Ms, n.Value, i, j + 1) { Range = n.Range },
            "c" => new Quantity(QuantityKind.Temperature, n.Value, i, j + 1),
            "f" => new Quantity(QuantityKind.Temperature, (n.Value - 32) / 1.8, i, j + 1),
            _ => null,
        };
    }

    /// <summary>"70 kilos y medio", "70 kg 500".</summary>
    private static Quantity KilogramsThen(Utterance u, int first, int unit, NumberRead n)
    {
        var plus = unit + 1 < u.Items.Count ? u.Items[unit + 1].Number(WordClass.Plus) : null;
        return new Quantity(QuantityKind.Mass, n.Value + (plus ?? 0), first, plus is null ? unit + 1 : unit + 2) { Unit = "kg", Range = n.Range };
    }

    private static Quantity Stone(Utterance u, int first, int unit, double stone)
    {
        var end = unit + 1;
        if (end < u.Items.Count && u.Items[end].Number(WordClass.Plus) is { } plus)
            return new Quantity(QuantityKind.Mass, (stone + plus) * KgPerStone, first, end + 1) { Unit = "st" };

        var next = end < u.Items.Count && (u.Items[end].Is(WordClass.Joiner) || DurationReader.IsMark(u, end, ",") && DurationReader.UnitAt(u, end + 2) == "lb") ? end + 1 : end;
        if (NumberReader.Read(u, next) is { Value: < 14 } pounds)
        {
            var named = DurationReader.UnitAt(u, pounds.End) == "lb";
            if (named || DurationReader.UnitAt(u, pounds.End) is null && !DurationReader.IsMark(u, pounds.End, "/"))
                return new Quantity(QuantityKind.Mass, stone * KgPerStone + pounds.Value * KgPerLb, first, named ? pounds.End + 1 : pounds.End) { Unit = "st" };
        }

        return new Quantity(QuantityKind.Mass, stone * KgPerStone, first, end) { Unit = "st" };
    }
}
