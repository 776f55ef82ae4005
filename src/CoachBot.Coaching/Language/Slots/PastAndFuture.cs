using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Quantities;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>Numbers of records, goals and races to come are no facts of today: "my 5k pb is 22:10", "marathon in 6 weeks".</summary>
internal static class PastAndFuture
{
    public static void Apply(Draft draft)
    {
        if (draft.Step is DialogStep.Next || draft.U.Items.Exists(item => item.Is(WordClass.Did)))
            return;

        for (var i = 0; i < draft.U.Items.Count; i++)
        {
            if (!draft.U.Items[i].Is(WordClass.Record) && !(draft.U.Items[i].Number(WordClass.Day) > 0))
                continue;

            var clause = draft.U.Items[i].Clause;
            if (draft.U.Items[i].Is(WordClass.Record, "set") && IsSetToday(draft, i))
                continue;

            if (draft.U.Items.Exists(item => item.Clause == clause && item.Is(WordClass.Day, "0")))
                continue;

            foreach (var quantity in draft.Quantities.Where(q => draft.U.Items[q.First].Clause == clause))
                quantity.Kind = QuantityKind.Other;

            for (var j = 0; j < draft.U.Items.Count; j++)
                draft.Used[j] |= draft.U.Items[j].Clause == clause && draft.U.Items[j].Is(WordClass.Type);
        }
    }

    /// <summary>"half marathon 1:38:22 pb": the time stands just before, so it is today's.</summary>
    private static bool IsSetToday(Draft draft, int i) =>
        draft.Quantities.Exists(q => q.Kind is QuantityKind.Time or QuantityKind.Duration && q.End <= i && i - q.End <= 1 && draft.U.Items[q.First].Clause == draft.U.Items[i].Clause)
            && !draft.Quantities.Exists(q => q.First > i && draft.U.Items[q.First].Clause == draft.U.Items[i].Clause);
}
