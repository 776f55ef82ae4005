using CoachBot.Coaching.Language.Grammar;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>In a correction the old value is said too: "i said 7 but it was 6", "change 10 to 12". Only the new one counts.</summary>
internal static class SaidAndMeant
{
    public static void Apply(Draft draft)
    {
        var items = draft.U.Items;
        if (draft.Quantities.Count < 2 || !draft.U.Corrects)
            return;

        var turn = items.FindLastIndex(item => item.Is(WordClass.But) || item.Is(WordClass.Correction, "new") || item.Is(WordClass.To) && IsBetween(draft, item));
        if (turn < 0 || !draft.Quantities.Exists(q => q.First > turn && !q.Denied))
            return;

        foreach (var quantity in draft.Quantities.Where(q => q.First < turn))
            quantity.Denied = true;
    }

    private static bool IsBetween(Draft draft, Reading.Item item) =>
        draft.Quantities.Exists(q => draft.U.Items[q.First].Start < item.Start) && draft.Quantities.Exists(q => draft.U.Items[q.First].Start > item.Start);
}
