using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Quantities;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>Hours slept and times woken.</summary>
internal static class SleepExtractor
{
    private const double MaxBareHours = 16;

    /// <summary>Hours told alone are a night from here on.</summary>
    private const double SurelyNightMin = 300;
    private const int MinPerDay = 1440;
    private const int HalfDay = 720;
    private const int EarliestBed = 8 * 60;

    /// <summary>Before the numbers are scanned: "11pm to 6:30", "bed at 11 up at 6.30", "from half ten to half five".</summary>
    public static void ExtractNight(Draft draft)
    {
        for (var i = 0; i < draft.U.Items.Count; i++)
        {
            if (Night(draft, i) is not { } night)
                continue;

            draft.Use(night.First, night.End);
            draft.NightEnd = night.End - 1;
            draft.Result = draft.Result with { SleepHours = draft.Slot(night.Hours, night.First, night.End) };
            return;
        }
    }

    public static void Extract(Draft draft, KeyedNumbers keyed)
    {
        if (draft.Result.SleepHours is null && (keyed.OfSleep(quality: false) ?? AtStep(draft) ?? keyed.Of("bed") ?? keyed.Of("night") ?? ByNight(draft)) is { } q)
        {
            q.Taken = true;
            var hours = Hours(q);
            draft.Result = draft.Result with { SleepHours = q.ToSlot(draft.U, hours) with { Range = InHours(q) } };
        }

        draft.Result = draft.Result with { Awakenings = Awakenings(draft, keyed) };
    }

    private static ValueRange? InHours(Quantity q) =>
        q is { Kind: QuantityKind.Duration, Range: { } range } ? new ValueRange(range.Low / 60, range.High / 60) : q.Range;

    private static double Hours(Quantity q) => q.Kind switch
    {
        QuantityKind.Duration => q.Value / 60,
        QuantityKind.Time when q.Parts is [var h, var m, ..] => h + m / 60d,
        _ => q.Value,
    };

    private static Quantity? AtStep(Draft draft)
    {
        if (draft.Step != DialogStep.Sleep)
            return draft.Step == DialogStep.SleepQuality ? draft.Free(q => q.Kind == QuantityKind.Duration && q.Value >= 120) : null;

        return draft.Free(q => q.Kind is QuantityKind.Duration && q.Value >= 60) ?? draft.Free(q => q.Kind is QuantityKind.Time)
            ?? draft.Free(q => q.Kind == QuantityKind.Bare && !q.Weak) ?? draft.Free(q => q.Kind == QuantityKind.Bare);
    }

    /// <summary>"solid 8 hours", "only got 4 hours last night", "terrible night, maybe 5 hours": hours of a night where no run is told.</summary>
    private static Quantity? ByNight(Draft draft)
    {
        var items = draft.U.Items;
        var night = items.Exists(item => item.Is(WordClass.SleepWord) || item.Is(WordClass.DayPart, "night") || item.Is(WordClass.Key, "wake") || item.Is(WordClass.Up));
        var least = night ? 120 : SurelyNightMin;
        var run = items.Exists(item => item.Is(WordClass.Did) || item.Is(WordClass.Type)) || draft.Quantities.Exists(q => q.Kind is QuantityKind.Distance or QuantityKind.Pace);
        return draft.Step == DialogStep.Any && !run ? draft.Free(q => q.Kind == QuantityKind.Duration && q.Value >= least && q.Value <= 900) : null;
    }

    private static Slot<int>? Awakenings(Draft draft, KeyedNumbers keyed)
    {
        for (var i = 0; i < draft.U.Items.Count; i++)
        {
            var wake = draft.U.Items[i].Is(WordClass.Key, "wake");
            if (draft.U.Items[i].Is(WordClass.Key, "unwoken") || wake && (GradeReader.IsNegated(draft.U, i) || i > 0 && draft.U.Items[i - 1].Is(WordClass.None)))
                return draft.Slot(0, i, i + 1);
        }

        var asleep = draft.Step is DialogStep.Sleep or DialogStep.SleepQuality;
        var count = keyed.Of("wake") ?? keyed.Of("up") ?? draft.Free(q => q.Kind == QuantityKind.Count && draft.U.Items[q.End - 1].Is(WordClass.Key, "wake")) ?? (asleep ? draft.Free(q => q.Kind == QuantityKind.Count) : null);
        if (count is null || count.Value % 1 != 0 && count.Range is null)
            return null;

        count.Taken = true;
        return count.ToSlot(draft.U, (int)Math.Round(count.Value));
    }

    private static (double Hours, int First, int End)? Night(Draft draft, int i)
    {
        var u = draft.U;
        var bed = u.Items[i].Is(WordClass.Bed);
        var start = i;
        if (bed || u.Items[i].Is(WordClass.Key, "sleep") || u.Items[i].Is(WordClass.Key, "slept") || u.Items[i].Is(WordClass.Between) || u.Items[i].Is(WordClass.From))
            i = SkipSmall(draft, i + 1);

        if (TimePointReader.Read(u, i) is not { } from)
            return null;

        // "um 11 ins Bett, um 6 auf"
        var j = from.End;
        while (j < u.Items.Count && u.Items[j].Is(WordClass.Bed))
        {
            bed = true;
            j++;
        }

        var (next, joined, up) = Link(draft, j, bed || u.Items[start].Is(WordClass.Between));
        if (!joined || TimePointReader.Read(u, next) is not { } to || DurationReader.UnitAt(u, to.End - 1) == "h" && IsSleepKey(u, to.End))
            return null;

        // "woke at 3, 5 h in all": rising does not begin a night.
        if (up && !bed && from.Minutes is > 0 and < EarliestBed)
            return null;

        if (to.End < u.Items.Count && u.Items[to.End].Is(WordClass.Up))
            up = true;

        if (i > 0 && u.Items[i - 1].Is(WordClass.Repeat) || !IsNight(u, from, to, bed || up))
            return null;

        // Asked last, for it looks through the whole message.
        if (draft.Step != DialogStep.Sleep && !bed && !up && !SleepIsNear(draft, i))
            return null;

        var end = to.End < u.Items.Count && u.Items[to.End].Is(WordClass.Up) ? to.End + 1 : to.End;
        return Length(from, to) is { } hours ? (hours, start, end) : null;
    }

    private static bool IsSleepKey(Reading.Utterance u, int i) =>
        i < u.Items.Count && (u.Items[i].Is(WordClass.Key, "sleep") || u.Items[i].Is(WordClass.Key, "slept"));

    private static bool SleepIsNear(Draft draft, int i)
    {
        var clause = draft.U.Items[i].Clause;
        return draft.U.Items.Exists(item => Math.Abs(item.Clause - clause) <= (item.Start > draft.U.Items[i].Start ? 0 : 1)
            && (item.Is(WordClass.Key, "slept") || item.Is(WordClass.Key, "sleep")));
    }

    /// <summary>Two plain numbers are a range of hours ("7-8", "7 to 8 hours") unless they cannot be.</summary>
    private static bool IsNight(Reading.Utterance u, TimePoint from, TimePoint to, bool said)
    {
        // "8 to 9 hours" ends in a unit of time and begins in none.
        if (!said && !from.Explicit && from.Minutes < to.Minutes && DurationReader.UnitAt(u, to.End - 1) == "h")
            return false;

        if (DurationReader.UnitAt(u, to.End) is not null || to.End < u.Items.Count && u.Items[to.End].Is(WordClass.Times) || DurationReader.IsMark(u, to.End, "/"))
            return false;

        return said || from.Explicit && (to.Explicit || from.Minutes >= 9 * 60 || from.Minutes < 60) || to.Explicit && from.Minutes >= 8 * 60
            || from.Minutes > to.Minutes || to.Minutes - from.Minutes > 240;
    }

    private static (int Next, bool Joined, bool Up) Link(Draft draft, int j, bool bed)
    {
        var u = draft.U;
        var joined = false;
        var up = false;
        for (; j < u.Items.Count; j++)
        {
            var item = u.Items[j];
            if (item.Is(WordClass.To) || item.IsMark && item.First.Text is "-" or ">" || bed && item.Is(WordClass.Joiner))
                joined = true;
            else if (item.Is(WordClass.Up) || item.Is(WordClass.Key, "wake"))
                up = joined = true;
            else if (!(item.Is(WordClass.Filler) || item.Is(WordClass.At) || item.Is(WordClass.Article) || item.Is(WordClass.Approx) || item.Is(WordClass.Joiner)
                || item.IsMark && item.First.Text is ","))
                break;
        }

        // In "um 11 ins Bett, um 6 auf" the rising comes last.
        if (bed && !joined && TimePointReader.Read(u, j) is { } to && to.End < u.Items.Count && u.Items[to.End].Is(WordClass.Up))
            joined = true;

        return (j, joined, up);
    }

    private static int SkipSmall(Draft draft, int i)
    {
        while (i < draft.U.Items.Count && (draft.U.Items[i].Is(WordClass.Filler) || draft.U.Items[i].Is(WordClass.At) || draft.U.Items[i].Is(WordClass.Article)
            || draft.U.Items[i].Is(WordClass.Approx) || draft.U.Items[i].Is(WordClass.From) || draft.U.Items[i].Is(WordClass.Between) || draft.U.Items[i].IsMark && draft.U.Items[i].First.Text == ":"))
            i++;

        return i;
    }

    /// <summary>Without am or pm a night: of all readings the one of four to thirteen hours.</summary>
    private static double? Length(TimePoint from, TimePoint to)
    {
        int[] starts = from.DayPart is null && from.Minutes is > 0 and <= HalfDay ? [from.Minutes + HalfDay, from.Minutes] : [from.Minutes];
        foreach (var start in starts)
        {
            var minutes = (to.Minutes - start + (2 * MinPerDay)) % MinPerDay;
            if (minutes / 60d is >= 1 and <= MaxBareHours)
                return minutes / 60d;
        }

        return null;
    }
}
