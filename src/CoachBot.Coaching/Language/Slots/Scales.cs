using CoachBot.Coaching.Language.Quantities;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>Numbers on the scales of 0–10 and 1–5, and what is asked again because it cannot be.</summary>
internal static class Scales
{
    /// <summary>The first free number that answers the step: one that counts nothing, if there is one.</summary>
    public static Quantity? First(Draft draft) =>
        draft.Free(q => q.Kind is QuantityKind.OutOf || q.Kind == QuantityKind.Bare && !q.Weak) ?? draft.Free(q => q.Kind == QuantityKind.Bare);

    /// <summary>0–10; a mark out of five is doubled.</summary>
    public static Slot<double>? ToTen(Draft draft, Quantity q, string slot)
    {
        var factor = q.Kind == QuantityKind.OutOf ? 10 / q.Scale : 1;
        return Within(draft, q, q.Value * factor, slot, 0, 10) ? q.ToSlot(draft.U, q.Value * factor) : null;
    }

    /// <summary>1–5; a mark out of ten is halved where that leaves no fraction.</summary>
    public static Slot<int>? ToFive(Draft draft, Quantity q, string slot)
    {
        var value = q.Kind == QuantityKind.OutOf ? q.Value * 5 / q.Scale : q.Value;
        if (!Within(draft, q, value, slot, 1, 5))
            return null;

        if (value % 1 == 0)
            return q.ToSlot(draft.U, (int)value);

        if (q.Range is { } range)
            return q.ToSlot(draft.U, (int)range.Low) with { Alternatives = [(int)range.High] };

        draft.Doubt(MakeDoubt(draft, q, slot, value, 1, 5));
        return null;
    }

    /// <summary>Whether a value can be; otherwise it is asked about again and not given.</summary>
    public static bool Within(Draft draft, Quantity q, double value, string slot, double min, double max)
    {
        if (value >= min && value <= max && !q.Negative)
            return true;

        draft.Doubt(MakeDoubt(draft, q, slot, value, min, max));
        return false;
    }

    private static Doubt MakeDoubt(Draft draft, Quantity q, string slot, double value, double min, double max)
    {
        var (start, length) = q.Place(draft.U);
        return new Doubt(slot, value, min, max, start, length);
    }
}
