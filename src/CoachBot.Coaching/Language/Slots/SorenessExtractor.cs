using CoachBot.Coaching.Language.Grammar;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>How sore overall, 0–10: a number, a degree with its complaint, or a strong word; a bare complaint gives none.</summary>
internal static class SorenessExtractor
{
    private const double SomeSoreness = 5;

    public static void Extract(Draft draft, KeyedNumbers keyed)
    {
        var number = keyed.Of("soreness") ?? (draft.Step is DialogStep.Soreness ? Scales.First(draft) : null)
            ?? keyed.All("site").MaxBy(q => q.Value) ?? (draft.Step is DialogStep.Site && HasSite(draft) ? Scales.First(draft) : null);
        if (number is not null)
        {
            number.Taken = true;
            if (Scales.ToTen(draft, number, "soreness") is { } value)
                draft.Result = draft.Result with { Soreness = value };

            return;
        }

        draft.Result = draft.Result with { Soreness = ByWords(draft) };
        if (draft.Result.Soreness is null && draft.Step == DialogStep.Soreness)
            AskHowSore(draft);
    }

    private static bool HasSite(Draft draft) => draft.U.Items.Exists(item => item.Is(WordClass.Site) || item.Is(WordClass.Sites));

    private static Slot<double>? ByWords(Draft draft)
    {
        Slot<double>? zero = null;
        for (var i = 0; i < draft.U.Items.Count; i++)
        {
            if (draft.Used[i])
                continue;

            if (Told(draft, i) is { } told)
            {
                if (told.Value > 0 || told.FromWord)
                    return told;

                zero ??= told;
            }
        }

        return zero ?? (draft.Step == DialogStep.Soreness ? AtStep(draft) : null);
    }

    private static Slot<double>? Told(Draft draft, int i)
    {
        var item = draft.U.Items[i];
        var complaint = item.Is(WordClass.Complaint) || item.Is(WordClass.Key, "soreness");
        var degree = GradeReader.DegreeOf(draft.U, i);
        if (item.Number(WordClass.SoreWord) is 0)
            return draft.Slot(0d, i, i + 1);

        if (item.Number(WordClass.SoreWord) is { } strong && (complaint || IsAboutBody(draft, i)))
            return GradeReader.IsNegated(draft.U, i) ? draft.Slot(2d, i, i + 1, true) : draft.Slot(strong, i, i + 1, fromWord: true);

        if (!complaint || item.Is(WordClass.EffortWord) && (draft.Step == DialogStep.Effort || draft.IsRunPart(item.Clause)))
            return null;

        if (GradeReader.IsNegated(draft.U, i) || SaysNone(draft, i))
            return degree is { Value: >= SomeSoreness } ? draft.Slot(2d, degree.Value.First, degree.Value.End, true) : NotSore(draft, i);

        if (degree is { } d)
            return draft.Slot(d.Value, d.First, d.End, fromWord: true);

        return item.Is(WordClass.Key) ? ByLevel(draft, i) : null;
    }

    /// <summary>"no calf pain" says nothing of the rest of the body, "not sore" does.</summary>
    private static Slot<double>? NotSore(Draft draft, int i) =>
        i > 0 && (draft.U.Items[i - 1].Is(WordClass.Site) || draft.U.Items[i - 1].Is(WordClass.Sites)) ? null : draft.Slot(0d, Math.Max(0, i - 1), i + 1);

    private static bool SaysNone(Draft draft, int i)
    {
        for (var next = i + 1; next < draft.U.Items.Count && next <= i + 3; next++)
        {
            if (draft.U.Items[next].Is(WordClass.None) && draft.U.Items[next].Clause == draft.U.Items[i].Clause)
                return true;

            if (!draft.U.Items[next].Is(WordClass.Filler) && !draft.U.Items[next].IsMark)
                break;
        }

        var back = i - 1;
        while (back >= 0 && draft.U.Items[back].Is(WordClass.Filler) && !draft.U.Items[back].Is(WordClass.None))
            back--;

        return back >= 0 && draft.U.Items[back].Is(WordClass.None) && draft.U.Items[back].Clause == draft.U.Items[i].Clause;
    }

    /// <summary>"soreness low", "soreness: moderate".</summary>
    private static Slot<double>? ByLevel(Draft draft, int i)
    {
        for (var next = i + 1; next < draft.U.Items.Count && next <= i + 3; next++)
        {
            var item = draft.U.Items[next];
            if (item.Number(WordClass.Level) is { } level)
                return draft.Slot(OfLevel(level), next, next + 1, fromWord: true);

            if (item.Number(WordClass.Degree) is { } degree)
                return draft.Slot(degree, next, next + 1, fromWord: true);

            if (!item.Is(WordClass.Filler) && !item.IsMark)
                break;
        }

        return null;
    }

    private static double OfLevel(double level) => level switch { < 2 => 1, < 3 => 2, < 4 => 4.5, < 5 => 7, _ => 9 };

    private static bool IsAboutBody(Draft draft, int i)
    {
        if (draft.Step is DialogStep.Soreness or DialogStep.Site)
            return true;

        for (var near = Math.Max(0, i - 5); near <= i + 4 && near < draft.U.Items.Count; near++)
        {
            var item = draft.U.Items[near];
            if (item.Clause == draft.U.Items[i].Clause && (item.Is(WordClass.Body) || item.Is(WordClass.Site) || item.Is(WordClass.Sites) || item.Is(WordClass.Complaint)))
                return true;
        }

        return false;
    }

    private static Slot<double>? AtStep(Draft draft)
    {
        for (var i = 0; i < draft.U.Items.Count; i++)
        {
            var item = draft.U.Items[i];
            if (item.Is(WordClass.None))
                return draft.Slot(0d, i, i + 1);

            if ((item.Number(WordClass.Degree) ?? item.Number(WordClass.DegreeAfter)) is { } degree)
            {
                var negated = GradeReader.IsNegated(draft.U, i);
                var grade = i + 1 < draft.U.Items.Count ? draft.U.Items[i + 1].Number(WordClass.Grade) : null;
                var value = negated ? degree >= SomeSoreness ? 2 : 0 : grade is > 3 ? 1 : grade is < 3 ? 7 : degree;
                return draft.Slot(value, i, i + 1, fromWord: true);
            }

            if (item.Number(WordClass.Level) is { } level)
                return draft.Slot(OfLevel(level), i, i + 1, fromWord: true);

            if (item.Number(WordClass.Grade) is { } g)
                return draft.Slot(g < 2 ? 8 : g < 3 ? (GradeReader.IsNegated(draft.U, i) ? 2d : 6) : 1, i, i + 1, fromWord: true);
        }

        return null;
    }

    /// <summary>"sore" alone at the step: it was answered, but not how much.</summary>
    private static void AskHowSore(Draft draft)
    {
        var complaint = draft.U.Items.FindIndex(item => item.Is(WordClass.Complaint));
        var elsewhere = draft.U.Items.Exists(item => item.Is(WordClass.Site) || item.Is(WordClass.Sites));
        if (complaint >= 0 && !elsewhere)
            draft.Doubt(new Doubt("soreness", null, 0, 10, draft.U.Items[complaint].Start, draft.U.Items[complaint].End - draft.U.Items[complaint].Start));
    }
}
