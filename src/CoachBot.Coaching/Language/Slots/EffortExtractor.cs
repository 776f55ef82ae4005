using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Quantities;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>How hard the session was, 0–10.</summary>
internal static class EffortExtractor
{
    public static void Extract(Draft draft, KeyedNumbers keyed)
    {
        var number = keyed.Of("effort") ?? (draft.Step == DialogStep.Effort ? Scales.First(draft) : null);
        if (number is not null)
        {
            number.Taken = true;
            if (Scales.ToTen(draft, number, "rpe") is { } value)
                draft.Result = draft.Result with { Rpe = value };

            return;
        }

        draft.Result = draft.Result with { Rpe = ByWord(draft, atRun: false) ?? ByLevel(draft) };
    }

    /// <summary>"effort high", or "high" alone at the step.</summary>
    private static Slot<double>? ByLevel(Draft draft)
    {
        if (draft.U.Items.Exists(item => item.IsUnknown))
            return null;

        for (var i = 0; i < draft.U.Items.Count; i++)
        {
            if (!draft.Used[i] && draft.U.Items[i].Number(WordClass.Level) is { } level && IsEffortHere(draft, i))
                return draft.Slot(level switch { < 2 => 2, < 3 => 3, < 4 => 4, < 5 => 7, _ => 9d }, i, i + 1, fromWord: true);
        }

        return null;
    }

    /// <summary>"10k, brutal": once a run is known to be told, words that only mean effort count beside it.</summary>
    public static void ExtractBesideRun(Draft draft)
    {
        if (draft.Result.Rpe is not null || draft.FirstDoubt?.Slot == "rpe")
            return;

        draft.Result = draft.Result with { Rpe = ByWord(draft, atRun: true) };
        if (draft.Result.Rpe is null && Mark(draft) is { } mark)
        {
            mark.Taken = true;
            draft.Result = draft.Result with { Rpe = Scales.ToTen(draft, mark, "rpe") };
        }
    }

    /// <summary>"8x400, 9/10, calves tight": a mark that stands alone after the run is of the run.</summary>
    private static Quantity? Mark(Draft draft)
    {
        if (draft.Step is not (DialogStep.Any or DialogStep.Run) || (draft.Result.DistanceKm ?? draft.Result.DurationMin) is not { } run)
            return null;

        var clause = draft.U.Items.FindLast(item => item.Start <= run.Start)!.Clause;
        return draft.Free(q => q is { Kind: QuantityKind.OutOf, Scale: 10 } && draft.U.Items[q.First].Clause - clause is 0 or 1 or 2
            && draft.U.Items.TrueForAll(item => item.Clause != draft.U.Items[q.First].Clause || !item.IsUnknown && !item.Is(WordClass.Site) && !item.Is(WordClass.Sites)));
    }

    private static Slot<double>? ByWord(Draft draft, bool atRun)
    {
        Slot<double>? first = null;
        for (var i = 0; i < draft.U.Items.Count; i++)
        {
            if (draft.Used[i] || draft.U.Items[i].Number(WordClass.EffortWord) is not { } word || !(atRun ? Counts(draft, i) : IsEffortHere(draft, i)))
                continue;

            var value = GradeReader.Effort(draft.U, i, word);
            var slot = draft.Slot(value, i, i + 1, fromWord: true);

            // "not easy not hard" lies between.
            first = first is null ? slot : GradeReader.IsNegated(draft.U, i) ? slot with { Value = (first.Value + value) / 2 } : first;
        }

        return first;
    }

    private static bool Counts(Draft draft, int i)
    {
        // "max 178" is a pulse.
        var item = draft.U.Items[i];
        if (item.Is(WordClass.Level) && i + 1 < draft.U.Items.Count && draft.U.Items[i + 1].IsNumeric)
            return false;

        return draft.Step is DialogStep.Any or DialogStep.Run or DialogStep.Next or DialogStep.Confirm && (IsOfRunPart(draft, item) || !AlsoElse(item) && RunIsTold(draft) || IsAlone(draft, i) && HasRun(draft) && draft.Result.Energy?.Start != item.Start);
    }

    /// <summary>"6x800 moderate": in the part that tells the run a word of many uses is its effort, but for kinds of run and mere praise.</summary>
    private static bool IsOfRunPart(Draft draft, Reading.Item item) =>
        draft.Step != DialogStep.Next && !item.Is(WordClass.Type) && !item.Is(WordClass.Approx) && (!item.Is(WordClass.Grade) || item.Is(WordClass.Level)) && draft.Result.Energy?.Start != item.Start && draft.IsRunPart(item.Clause);

    private static bool AlsoElse(Reading.Item item) =>
        item.Senses.Any(sense => sense.Class is not (WordClass.EffortWord or WordClass.Filler));

    /// <summary>"…, moderate, …": between commas beside a run even a word of many uses is its effort.</summary>
    private static bool IsAlone(Draft draft, int i) =>
        draft.U.Items[i].Senses.All(sense => sense.Class is not (WordClass.Grade or WordClass.Type or WordClass.StressWord or WordClass.Complaint))
            && draft.U.Items.TrueForAll(item => item == draft.U.Items[i] || item.Clause != draft.U.Items[i].Clause || item.IsMark || item.Is(WordClass.Filler));

    private static bool HasRun(Draft draft) => draft.Result is not { DistanceKm: null, DurationMin: null, PaceSPerKm: null, RunType: null };

    private static bool RunIsTold(Draft draft) =>
        HasRun(draft) || draft.U.Items.Exists(item => item.Is(WordClass.Did)) || draft.U.Items.Count(item => !item.IsMark) <= 3;

    /// <summary>At the step, or with a word for effort just before or after.</summary>
    public static bool IsEffortHere(Draft draft, int i)
    {
        if (draft.Step == DialogStep.Effort)
            return true;

        for (var near = Math.Max(0, i - 3); near <= i + 1 && near < draft.U.Items.Count; near++)
        {
            var item = draft.U.Items[near];
            if (near != i && item.Is(WordClass.Key, "effort") && item.Clause == draft.U.Items[i].Clause)
                return true;
        }

        // "suave el esfuerzo"
        var after = i + 1;
        while (after < draft.U.Items.Count && after <= i + 2 && draft.U.Items[after].Is(WordClass.Filler))
            after++;

        return after < draft.U.Items.Count && draft.U.Items[after].Is(WordClass.Key, "effort") && draft.U.Items[after].Clause == draft.U.Items[i].Clause;
    }
}
