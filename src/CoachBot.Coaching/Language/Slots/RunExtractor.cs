using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Quantities;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>Distance, duration and pace of the run.</summary>
internal static class RunExtractor
{
    private const double FastestMinPerKm = 2.4;
    private const double SlowestMinPerKm = 12.5;
    private const double HalfMarathonMiles = 13.1;
    private const double MarathonMiles = 26.2;

    public static void Extract(Draft draft, KeyedNumbers keyed)
    {
        var distance = keyed.Of("distance") ?? Distance(draft) ?? BareDistance(draft);
        var km = distance is null ? null : (double?)ToKm(distance);
        var duration = keyed.Of("duration") ?? Duration(draft);
        var pace = keyed.Of("pace") ?? draft.Free(q => q.Kind == QuantityKind.Pace && (!q.Guessed || RunTold(draft, distance, duration)));
        Take(distance, duration, pace);

        var minutes = duration is null ? null : Minutes(duration, km);
        if (duration is null && draft.Free(q => q.Kind == QuantityKind.Time) is { } time && !IsSleep(draft))
        {
            minutes = Minutes(time, km);
            duration = time;
            time.Taken = minutes is not null;
        }

        if (minutes is null && km is > 0 && BareMinutes(draft, distance!, km.Value) is { } bare)
            (minutes, duration) = (bare.Minutes, bare.Quantity);

        // "3 x 2000 in 7'40" is the time of one repeat.
        if (distance is { Repeats: true } && duration is { Repeats: false } && minutes / km < FastestMinPerKm)
            minutes = null;

        draft.Result = draft.Result with
        {
            DistanceKm = distance?.ToSlot(draft.U, km!.Value),
            DurationMin = minutes is { } m ? duration!.ToSlot(draft.U, m) : null,
            PaceSPerKm = pace is null ? null : Pace(pace, distance) is { } s ? pace.ToSlot(draft.U, s) : null,
            DistanceUnitSaid = (distance?.Unit ?? pace?.Unit) switch { "mi" => DistanceUnit.Mile, "km" => DistanceUnit.Kilometre, _ => null },
        };
    }

    private static void Take(params ReadOnlySpan<Quantity?> quantities)
    {
        foreach (var quantity in quantities)
            quantity?.Taken = true;
    }

    private static bool RunTold(Draft draft, Quantity? distance, Quantity? duration) =>
        distance is not null || duration is not null || draft.Step is DialogStep.Run or DialogStep.Next
            || draft.U.Items.Exists(item => item.Is(WordClass.Type) || item.Is(WordClass.Did));

    private static bool IsSleep(Draft draft) => draft.Step is DialogStep.Sleep or DialogStep.SleepQuality or DialogStep.Reminder;

    /// <summary>The repeats, unless a longer distance holds them; otherwise the first one.</summary>
    private static Quantity? Distance(Draft draft)
    {
        var found = draft.Quantities.FindAll(q => q is { Taken: false, Denied: false, Kind: QuantityKind.Distance } && IsRunName(draft, q));
        var repeats = found.Find(q => q.Repeats);
        if (repeats is null)
            return found.Find(q => q is { Guessed: false, Unit: not null }) ?? found.FirstOrDefault();

        foreach (var quantity in found)
            quantity.Taken = true;

        return found.Find(q => !q.Repeats && q.Value > repeats.Value * 1.2) ?? repeats;
    }

    /// <summary>"half" is a half marathon where a run is told, not in "half ten" or "half asleep".</summary>
    private static bool IsRunName(Draft draft, Quantity q) =>
        !q.Guessed || IsTimed(draft, q) || (draft.Step is DialogStep.Run or DialogStep.Next || draft.U.Items.Exists(item => item.Is(WordClass.Did) || item.Is(WordClass.Type)))
            && !(q.End < draft.U.Items.Count && draft.U.Items[q.End].IsUnknown);

    /// <summary>"half in 1:47": the time that follows says that it was run.</summary>
    private static bool IsTimed(Draft draft, Quantity name) => name.End < draft.U.Items.Count && draft.U.Items[name.End].Is(WordClass.In)
        && draft.Quantities.Exists(q => q.First == name.End + 1 && Minutes(q, name.Value) is { } minutes && minutes / name.Value is >= FastestMinPerKm and <= SlowestMinPerKm);

    /// <summary>At the step the first bare number is the distance; elsewhere only what follows "ran".</summary>
    private static Quantity? BareDistance(Draft draft)
    {
        if (draft.Step is DialogStep.Run or DialogStep.Next)
        {
            // "series of 400, 8" names metres, not kilometres.
            var most = draft.U.Items.Exists(item => item.Is(WordClass.Type, "intervals")) ? 60 : double.MaxValue;
            return draft.Free(q => q.Kind == QuantityKind.Bare && !q.Weak && q.Value > 0 && q.Value < most)
                ?? draft.Free(q => q.Kind == QuantityKind.Bare && q.Value > 0 && q.Value < most);
        }


        return draft.Free(q => q.Kind == QuantityKind.Bare && !q.Weak && q.First > 0 && (draft.U.Items[q.First - 1].Is(WordClass.Did) || NamesRun(draft.U.Items[q.First - 1]))
            && (q.Value is HalfMarathonMiles or MarathonMiles || q.Value is >= 3 and <= 100))
            ?? draft.Free(q => q is { Kind: QuantityKind.Bare, Value: HalfMarathonMiles or MarathonMiles } && q.End < draft.U.Items.Count && draft.U.Items[q.End].Is(WordClass.Did));
    }

    /// <summary>"an easy 8", "long 20".</summary>
    private static bool NamesRun(Reading.Item item) => item.Is(WordClass.Type, "easy") || item.Is(WordClass.Type, "long") || item.Is(WordClass.Type, "recovery");

    private static double ToKm(Quantity q) =>
        q.Kind == QuantityKind.Bare && q.Value == HalfMarathonMiles ? 21.1
            : q.Kind == QuantityKind.Bare && q.Value == MarathonMiles ? 42.2
            : q.Value;

    private static Quantity? Duration(Draft draft)
    {
        var found = draft.Quantities.FindAll(q => q is { Taken: false, Denied: false, Kind: QuantityKind.Duration });
        if (found.Count == 0 || IsSleep(draft))
            return null;

        var repeats = found.Find(q => q.Repeats);
        var longest = found.MaxBy(q => q.Repeats ? 0 : q.Value);
        return repeats is not null && (longest!.Repeats || longest.Value < repeats.Value) ? repeats : longest!.Value < 1 ? null : longest;
    }

    /// <summary>Minutes of "43:50" or "1:44": the reading that gives a believable pace.</summary>
    private static double? Minutes(Quantity q, double? km)
    {
        if (q.Kind is QuantityKind.Duration or QuantityKind.Bare)
            return q.Value;

        if (q.Parts is [var h, var m, var s])
            return h * 60 + m + s / 60d;

        if (q.Parts is not [var first, var second])
            return null;

        double[] readings = [first + second / 60d, first * 60 + second];
        if (km is > 0)
            return readings.Cast<double?>().FirstOrDefault(r => r / km >= FastestMinPerKm && r / km <= SlowestMinPerKm);

        // Alone, "50:32" is minutes and "1:25" hours; "5:30" might be a pace.
        return first >= 10 ? readings[0] : first <= 2 ? readings[1] : null;
    }

    /// <summary>"10k 55", "ten k in fifty five", "10k 48.30": the number after the distance, where it gives a believable pace.</summary>
    private static (double Minutes, Quantity Quantity)? BareMinutes(Draft draft, Quantity distance, double km)
    {
        var next = draft.Quantities.Find(q => q.First >= distance.End);
        if (next is not { Kind: QuantityKind.Bare, Taken: false, Denied: false, Weak: false, Range: null } || next.First > distance.End + 1)
            return null;

        var digits = draft.U.Items[next.First].First.Decimals;
        var minutes = digits.Length == 2 && next.Value % 1 < 0.6 ? Math.Floor(next.Value) + next.Value % 1 / 0.6 : next.Value;
        var linked = next.First == distance.End || draft.U.Items[distance.End].Is(WordClass.In) || draft.U.Items[distance.End].IsMark;
        if (!linked || minutes / km is < 3 or > 10 || draft.Step is not (DialogStep.Run or DialogStep.Any or DialogStep.Confirm))
            return null;

        next.Taken = true;
        return (minutes, next);
    }

    private static double? Pace(Quantity q, Quantity? distance)
    {
        if (q.Kind == QuantityKind.Time)
            return q.Parts is [var minutes, var seconds] ? (minutes * 60 + seconds) / UnitKm(distance?.Unit) : null;

        return q.Unit is null ? q.Value / UnitKm(distance?.Unit) : q.Value;
    }

    private static double UnitKm(string? unit) => unit == "mi" ? PaceReader.KmPerMile : 1;
}
