using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Quantities;

/// <summary>Reads "5 x 1k", "8x400", "10 x 1 min", "2 x 4 x 400", "8 400s", "800s, 8 of them" as one total.</summary>
internal static class RepeatsReader
{
    private const double MinTrackM = 100;

    public static Quantity? Read(Utterance u, int i) => Times(u, i) ?? Plural(u, i) ?? CountAfter(u, i) ?? MeasuredThenCount(u, i) ?? NamedRepeats(u, i);

    private static Quantity? Times(Utterance u, int i)
    {
        if (Small(u, i) is not { } count || count.End >= u.Items.Count || !u.Items[count.End].Is(WordClass.Repeat))
            return null;

        var total = count.Value;
        var j = count.End + 1;
        while (j < u.Items.Count && (u.Items[j].Is(WordClass.Filler) || u.Items[j].Is(WordClass.Article) || DurationReader.IsMark(u, j, "(")))
            j++;

        if (Small(u, j) is { } inner && inner.End < u.Items.Count && u.Items[inner.End].Is(WordClass.Repeat))
        {
            total *= inner.Value;
            j = inner.End + 1;
        }

        return One(u, i, j, total);
    }

    private static Quantity? One(Utterance u, int first, int j, double count)
    {
        if (j >= u.Items.Count)
            return null;

        if (TrackPlural(u, j) is { } plural)
            return Distance(plural.Metres / 1000 * count, first, plural.End, "km");

        if (DistanceReader.Read(u, j) is { Guessed: false } distance)
            return Distance(distance.Value * count, first, distance.End, distance.Unit);

        if (DurationReader.Read(u, j) is { } duration)
            return new Quantity(QuantityKind.Duration, duration.Value * count, first, duration.End) { Repeats = true };

        if (NumberReader.Read(u, j) is not { } n)
            return null;

        var value = n.Thousands ?? n.Value;
        if (value >= MinTrackM)
            return Distance(value / 1000 * count, first, n.End, "km");

        // "5 x 1" is kilometres; "6 x 3" may be minutes or kilometres, and "3 x 10" may be press-ups.
        return n.Value <= 2 ? Distance(n.Value * count, first, n.End, "km") : new Quantity(QuantityKind.Other, 0, first, n.End) { Repeats = true };
    }

    private static Quantity? Plural(Utterance u, int i) =>
        Small(u, i) is { } count && TrackPlural(u, count.End) is { } plural
            ? Distance(plural.Metres / 1000 * count.Value, i, plural.End, "km")
            : null;

    private static Quantity? CountAfter(Utterance u, int i)
    {
        if (TrackPlural(u, i) is not { } plural)
            return null;

        var j = plural.End;
        while (j < u.Items.Count && j < plural.End + 2 && (u.Items[j].IsMark || u.Items[j].Is(WordClass.Filler)))
            j++;

        if (u.Items.Count > j && u.Items[j].Is(WordClass.Repeat) && Small(u, j + 1) is { } after)
            return Distance(plural.Metres / 1000 * after.Value, i, after.End, "km");

        return Small(u, j) is { } count && count.End < u.Items.Count && u.Items[count.End].Is(WordClass.Repeat)
            ? Distance(plural.Metres / 1000 * count.Value, i, count.End + 1, "km")
            : new Quantity(QuantityKind.Other, 0, i, plural.End) { Repeats = true };
    }

    /// <summary>"4 mile repeats", "mile repeats x 4".</summary>
    private static Quantity? NamedRepeats(Utterance u, int i)
    {
        if (Length(u, i) is { } one && i + 1 < u.Items.Count && u.Items[i + 1].Is(WordClass.Repeat) && Small(u, i + 2) is { } after)
            return Distance(one * after.Value, i, after.End, one == 1 ? "km" : "mi");

        return Small(u, i) is { } count && count.End < u.Items.Count && Length(u, count.End) is { } length
            ? Distance(length * count.Value, i, count.End + 1, length == 1 ? "km" : "mi")
            : null;
    }

    private static double? Length(Utterance u, int i) =>
        u.Items[i].Is(WordClass.Type, "intervals") ? u.Items[i].Number(WordClass.NamedDistance) : null;

    /// <summary>"1k x 5", "800 m x 6".</summary>
    private static Quantity? MeasuredThenCount(Utterance u, int i) =>
        DistanceReader.Read(u, i) is { Guessed: false, Range: null } one && one.End < u.Items.Count && u.Items[one.End].First.Text is "x" or "×"
            && Small(u, one.End + 1) is { } count && DurationReader.UnitAt(u, count.End) is null
            ? Distance(one.Value * count.Value, i, count.End, one.Unit)
            : null;

    /// <summary>"800s", "400s": a distance on the track, not seconds.</summary>
    private static (double Metres, int End)? TrackPlural(Utterance u, int i) =>
        NumberReader.Read(u, i) is { Digits: not null, Value: >= MinTrackM and <= 2000 } n && n.Value % 100 == 0
            && n.End < u.Items.Count && u.Items[n.End].First is { Text: "s" or "ers" or "er", Glued: true }
            ? (n.Value, n.End + 1)
            : null;

    private static NumberRead? Small(Utterance u, int i) =>
        NumberReader.Read(u, i) is { Value: >= 1 and <= 60 } n && n.Value % 1 == 0 ? n : null;

    private static Quantity Distance(double km, int first, int end, string? unit) =>
        new(QuantityKind.Distance, km, first, end) { Repeats = true, Unit = unit };
}
