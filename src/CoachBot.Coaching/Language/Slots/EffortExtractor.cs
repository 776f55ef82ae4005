using CoachBot.Coaching.Language.Grammar;

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

        draft.Result = draft.Result with { Rpe = ByWord(draft, atRun: false) };
    }

    /// <summary>"10k, brutal": once a run is known to be told, words that only mean effort count beside it.</summary>
    public static void ExtractBesideRun(Draft draft)
    {
        if (draft.Result.Rpe is null && draft.FirstDoubt?.Slot != "rpe")
            draft.Result = draft.Result with { Rpe = ByWord(draft, atRun: true) };
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
        var item = draft.U.Items[i];
        return draft.Step is DialogStep.Any or DialogStep.Run or DialogStep.Next or DialogStep.Confirm && (!AlsoElse(item) || IsAlone(draft, i)) && RunIsTold(draft);
    }

    private static bool AlsoElse(Reading.Item item) =>
        item.Senses.Any(sense => sense.Class is not (WordClass.EffortWord or WordClass.Filler));

    /// <summary>"…, moderate, …": between commas beside a run even a word of many uses is its effort.</summary>
    private static bool IsAlone(Draft draft, int i) =>
        draft.U.Items[i].Senses.All(sense => sense.Class is WordClass.EffortWord or WordClass.Level or WordClass.Degree or WordClass.EnergyWord)
            && draft.U.Items.TrueForAll(item => item == draft.U.Items[i] || item.Clause != draft.U.Items[i].Clause || item.IsMark || item.Is(WordClass.Filler));

    private static bool RunIsTold(Draft draft) =>
        draft.Result is not { DistanceKm: null, DurationMin: null, PaceSPerKm: null, RunType: null }
            || draft.U.Items.Exists(item => item.Is(WordClass.Did)) || draft.U.Items.Count(item => !item.IsMark) <= 3;

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

        return false;
    }
}
