using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Quantities;

/// <summary>Finds every number of a message, from left to right, each read once.</summary>
internal static class QuantityScanner
{
    private const double LongestPauseMin = 5;
    private const double LongestJogKm = 0.5;

    /// <param name="u">The message.</param>
    /// <param name="used">Items that another reader has taken already.</param>
    public static List<Quantity> Scan(Utterance u, bool[] used)
    {
        var found = new List<Quantity>();
        for (var i = 0; i < u.Items.Count;)
        {
            var quantity = used[i] || u.Items[i].IsMark || u.Items[i].IsUnknown || u.Items[i].Is(WordClass.Noise) ? null : ReadOne(u, i);
            if (quantity is null || Overlaps(used, quantity))
            {
                i++;
                continue;
            }

            // "8 x 30 s strides" are no intervals.
            if (quantity is { Repeats: true, Kind: QuantityKind.Duration or QuantityKind.Distance } && quantity.End < u.Items.Count && u.Items[quantity.End].Is(WordClass.Counted))
                quantity = new Quantity(QuantityKind.Other, 0, quantity.First, quantity.End + 1);

            found.Add(quantity);
            i = quantity.End;
        }

        if (found.Exists(q => q.Repeats))
            DropPauses(u, found);

        DropTimesOfDay(u, found);
        DenyNegated(u, found);
        return found;
    }

    private static Quantity? ReadOne(Utterance u, int i) =>
        RepeatsReader.Read(u, i) ?? PaceReader.Read(u, i) ?? DurationReader.Read(u, i) ?? BodyReader.Read(u, i)
            ?? DistanceReader.Read(u, i) ?? PlainReader.Read(u, i);

    private static bool Overlaps(bool[] used, Quantity quantity)
    {
        for (var i = quantity.First; i < quantity.End; i++)
        {
            if (used[i])
                return true;
        }

        return false;
    }

    /// <summary>"off 2 mins", "w 90s jog", "200m float": rests between repeats are no slot.</summary>
    private static void DropPauses(Utterance u, List<Quantity> found)
    {
        var after = false;
        foreach (var quantity in found)
        {
            var beside = quantity.First > 0 && u.Items[quantity.First - 1].Is(WordClass.Pause)
                || quantity.End < u.Items.Count && u.Items[quantity.End].Is(WordClass.Pause);
            var brief = quantity.Kind == QuantityKind.Duration && quantity.Value <= LongestPauseMin
                || quantity.Kind == QuantityKind.Distance && quantity.Value <= LongestJogKm;
            if (after && !quantity.Repeats && (brief || beside && quantity.Kind is QuantityKind.Time or QuantityKind.Bare or QuantityKind.Duration))
                quantity.Kind = QuantityKind.Other;

            after |= quantity.Repeats;
        }
    }

    /// <summary>"woke at 3", "réveillé à 3h": when, not how long or how often.</summary>
    private static void DropTimesOfDay(Utterance u, List<Quantity> found)
    {
        // "à 6h du matin"
        foreach (var quantity in found.Where(q => q.Kind == QuantityKind.Duration && q.First > 0 && q.End < u.Items.Count && u.Items[q.First - 1].Is(WordClass.At)))
        {
            if (u.Items[quantity.End].Is(WordClass.DayPart) && !u.Items[quantity.End].Is(WordClass.Day))
                quantity.Kind = QuantityKind.Other;
        }

        foreach (var quantity in found.Where(q => q.Kind is QuantityKind.Bare or QuantityKind.Duration && q.First > 0 && IsAtTime(u.Items[q.First - 1])))
        {
            var clause = u.Items[quantity.First].Clause;
            if (u.Items.Exists(item => item.Clause == clause && !item.Is(WordClass.At) && (item.Is(WordClass.Up) || item.Is(WordClass.Bed) || item.Is(WordClass.Key, "wake"))))
                quantity.Kind = QuantityKind.Other;
        }
    }

    private static bool IsAtTime(Item item) => item.Is(WordClass.At) || (item.Is(WordClass.Up) || item.Is(WordClass.Bed)) && !item.Is(WordClass.Key, "sleep");

    /// <summary>"12 not 10": the ten is said to be wrong, if there is another number to be right.</summary>
    private static void DenyNegated(Utterance u, List<Quantity> found)
    {
        if (found.Count < 2)
            return;

        foreach (var quantity in found)
        {
            var before = quantity.First - 1;
            while (before >= 0 && (u.Items[before].Is(WordClass.Filler) || u.Items[before].Is(WordClass.At)))
                before--;

            // "no 8 not 6": the first "no" answers, it does not deny; "no eran 10, eran 12" does.
            var deniesAtStart = before == 0 && quantity.First > 1 && u.Items[0].Is(WordClass.Not, "");
            quantity.Denied = before >= 0 && u.Items[before].Is(WordClass.Not) && (before > 0 || deniesAtStart || !u.Items[0].Is(WordClass.Not, "no"));
        }
    }
}
