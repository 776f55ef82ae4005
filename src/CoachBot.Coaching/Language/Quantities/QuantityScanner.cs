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
            var quantity = used[i] || u.Items[i].Is(WordClass.Noise) ? null : ReadOne(u, i);
            if (quantity is null || Overlaps(used, quantity))
            {
                i++;
                continue;
            }

            found.Add(quantity);
            i = quantity.End;
        }

        if (found.Exists(q => q.Repeats))
            DropPauses(u, found);

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

            // "no 8 not 6": the first "no" answers, it does not deny.
            quantity.Denied = before >= 0 && u.Items[before].Get(WordClass.Not) is { } not && (before > 0 || not.Value != "no");
        }
    }
}
