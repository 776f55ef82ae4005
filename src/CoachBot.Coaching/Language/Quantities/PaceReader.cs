using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Quantities;

/// <summary>Reads "5:30/km", "8 min miles", "pace 5'30", "7:45 pace", "@ 5:02". Without a unit that of the distance counts.</summary>
internal static class PaceReader
{
    public const double KmPerMile = 1.609344;
    private const double MinMinutes = 2;
    private const double MaxMinutes = 16;

    public static Quantity? Read(Utterance u, int i)
    {
        var cued = Cue(u, i, out var start);
        if (Minutes(u, start) is not { } time)
            return null;

        var (minutes, end, sure) = time;
        end = NumberReader.Skip(u, end, WordClass.Approx);
        if (end < u.Items.Count && u.Items[end].Get(WordClass.PacePer) is { } per)
            return Make(minutes, per.Value, i, end + 1);

        if (sure && DurationReader.UnitAt(u, end) is "km" or "mi")
            return Make(minutes, DurationReader.UnitAt(u, end)!, i, end + 1);

        var named = end < u.Items.Count && u.Items[end].Is(WordClass.Key, "pace");
        var follows = named && end + 1 < u.Items.Count ? u.Items[end + 1].Get(WordClass.PacePer) : null;
        if (minutes is < MinMinutes or > MaxMinutes || end == start + 1 && u.Items[start].First is { Kind: TokenKind.Number, Decimals: "" } && !named)
            return null;

        if (named)
            return Make(minutes, follows?.Value, i, follows is null ? end + 1 : end + 2);

        return cued is null || IsTimeOfDay(u, end) || sure && cued.Is(WordClass.At) ? null : Make(minutes, null, i, end, guessed: cued.Is(WordClass.At));
    }

    private static Item? Cue(Utterance u, int i, out int start)
    {
        start = i;
        Item? cue = null;
        while (start < u.Items.Count && start < i + 4)
        {
            var item = u.Items[start];
            if (item.Is(WordClass.Key, "pace"))
                cue = item;
            else if (item.Is(WordClass.At))
                cue ??= item;
            else if (cue is null || !(item.Is(WordClass.Filler) || item.Is(WordClass.Approx) || item.IsMark && item.First.Text is ":" or "="))
                break;

            start++;
        }

        return cue;
    }

    /// <summary>Minutes of "5:30", "5'30\"", "5.30", "8 min", "6"; sure where a unit of time was said.</summary>
    private static (double Value, int End, bool Sure)? Minutes(Utterance u, int i)
    {
        if (i >= u.Items.Count)
            return null;

        if (u.Items[i].IsNumeric && u.Items[i].First is { Kind: TokenKind.Clock, Parts.Length: 2 } clock)
        {
            var value = clock.Parts[0] + clock.Parts[1] / 60d;
            var high = DurationReader.IsMark(u, i + 1, "-") ? Minutes(u, i + 2) : null;
            if (high is { } h)
                return ((value + h.Value) / 2, h.End, false);

            var end = DurationReader.UnitAt(u, i + 1) == "min" ? i + 2 : i + 1;
            return (value, end, end > i + 1);
        }

        if (DurationReader.Read(u, i) is { Kind: QuantityKind.Duration, Value: < MaxMinutes } duration)
            return (duration.Value, duration.End, u.Items[duration.End - 1].Is(WordClass.Unit));

        if (NumberReader.Read(u, i) is not { Value: < MaxMinutes } number)
            return null;

        var seconds = number.Digits is { Decimals.Length: 2 } digits ? int.Parse(digits.Decimals, System.Globalization.CultureInfo.InvariantCulture) : 60;
        return (seconds < 60 ? Math.Floor(number.Value) + seconds / 60d : number.Value, number.End, false);
    }

    private static bool IsTimeOfDay(Utterance u, int i) =>
        i < u.Items.Count && (u.Items[i].Is(WordClass.DayPart) || u.Items[i].Is(WordClass.OClock));

    private static Quantity Make(double minutes, string? unit, int first, int end, bool guessed = false) =>
        new(QuantityKind.Pace, minutes * 60 / (unit == "mi" ? KmPerMile : 1), first, end) { Unit = unit, Guessed = guessed };
}
