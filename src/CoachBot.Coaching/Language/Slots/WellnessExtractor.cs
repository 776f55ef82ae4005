using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Quantities;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>Sleep quality, energy and stress, 1–5 with 5 good: numbers first, then words, which go to what stands nearest.</summary>
internal static class WellnessExtractor
{
    public static void Extract(Draft draft, KeyedNumbers keyed)
    {
        var words = BindWords(draft);
        draft.Result = draft.Result with { SleepQuality = Number(draft, keyed, "quality", DialogStep.SleepQuality, "sleep_quality") ?? Quality(draft, words) };
        draft.Result = draft.Result with { Energy = Number(draft, keyed, "energy", DialogStep.Energy, "energy") ?? Energy(draft, words) };
        draft.Result = draft.Result with { Stress = Number(draft, keyed, "stress", DialogStep.Stress, "stress") ?? Stress(draft, words) };
    }

    private static Slot<int>? Number(Draft draft, KeyedNumbers keyed, string key, DialogStep step, string slot)
    {
        var q = keyed.Of(key) ?? (key == "quality" ? keyed.OfSleep(quality: true) : null) ?? (draft.Step == step ? Scales.First(draft) : null);
        if (q is null && step == DialogStep.SleepQuality && draft.Step == DialogStep.Sleep)
            q = draft.Free(f => f is { Kind: QuantityKind.OutOf, Scale: 5 });

        if (q is null)
            return null;

        q.Taken = true;
        return Scales.ToFive(draft, q, slot);
    }

    /// <summary>Which topic a general word ("good", "low") belongs to: the key beside it, or the step.</summary>
    private static Dictionary<int, string> BindWords(Draft draft)
    {
        var u = draft.U;
        var anchors = new List<Anchor>();
        var candidates = new List<Candidate>();
        for (var i = 0; i < u.Items.Count; i++)
        {
            var item = u.Items[i];
            if (i == draft.NightEnd)
                anchors.Add(new Anchor("sleep", i, i + 1, 1));
            else if (draft.Used[i])
                continue;
            else if (item.Get(WordClass.Key) is { } key && key.Value is "sleep" or "slept" or "quality" or "energy" or "stress" or "effort" or "soreness" or "hrv" or "rhr" or "ignore" or "night")
                anchors.Add(new Anchor(key.Value is "slept" or "quality" or "night" ? "sleep" : key.Value, i, i + 1, 1));
            else if (item.Is(WordClass.Approx) && i + 1 < u.Items.Count && draft.Used[i + 1])
                continue; // "gut 6 Stunden"
            else if (item.Is(WordClass.Grade) || item.Is(WordClass.Level) || item.Is(WordClass.SleepWord) && item.Senses.Length == 1)
                candidates.Add(new Candidate(i, i + 1, i));
        }

        var bound = Binder.Bind(u, anchors, candidates, (anchor, candidate) => Fit(draft, anchor, candidate), draft.Used);
        var topics = bound.Where(pair => pair.Key.Key is "sleep" or "energy" or "stress").ToDictionary(pair => pair.Value.First, pair => pair.Key.Key);
        var step = draft.Step switch
        {
            DialogStep.Sleep or DialogStep.SleepQuality => "sleep",
            DialogStep.Energy => "energy",
            DialogStep.Stress => "stress",
            _ => null,
        };
        foreach (var candidate in candidates.Where(c => step is not null && !bound.ContainsValue(c)))
            topics[candidate.First] = step!;

        return topics;
    }

    private static double? Fit(Draft draft, Anchor anchor, Candidate candidate)
    {
        var item = draft.U.Items[candidate.First];
        return anchor.Key switch
        {
            "sleep" => item.Is(WordClass.SleepWord) ? 1 : item.Is(WordClass.Grade) ? 0 : null,
            "energy" or "stress" or "effort" or "soreness" => item.Is(WordClass.Level) || item.Is(WordClass.Grade) ? 0 : null,
            _ => -1,
        };
    }

    private static Slot<int>? Quality(Draft draft, Dictionary<int, string> words) =>
        First(draft, (item, i) => item.Number(WordClass.SleepWord) is { } word && AboutSleep(draft, item, i, words) ? GradeReader.Grade(draft.U, i, word) : null)
            ?? First(draft, (item, i) => words.GetValueOrDefault(i) == "sleep" && item.Number(WordClass.Grade) is { } grade ? GradeReader.Grade(draft.U, i, grade) : null);

    /// <summary>A word that only tells of sleep counts anywhere.</summary>
    private static bool AboutSleep(Draft draft, Reading.Item item, int i, Dictionary<int, string> words) =>
        item.Senses.All(sense => sense.Class is WordClass.SleepWord or WordClass.Key) && (!TellsOfBody(draft, i) || NamesSleep(draft, item)) || words.GetValueOrDefault(i) == "sleep"
            || draft.Step is DialogStep.Sleep or DialogStep.SleepQuality;

    private static bool NamesSleep(Draft draft, Reading.Item item) =>
        draft.U.Holds(item, sense => sense is { Class: WordClass.Key, Value: "sleep" or "slept" });

    /// <summary>"calves like rocks", "Oberschenkel im Eimer": the word belongs to the part of the body in its clause.</summary>
    private static bool TellsOfBody(Draft draft, int i) =>
        draft.U.Items.Exists(item => item.Clause == draft.U.Items[i].Clause && (item.Is(WordClass.Site) || item.Is(WordClass.Sites)));

    private static Slot<int>? Energy(Draft draft, Dictionary<int, string> words) =>
        First(draft, (item, i) => item.Number(WordClass.EnergyWord) is { } word && IsEnergy(draft, item, i) ? Turn(draft, i, word) : null)
            ?? First(draft, (item, i) => words.GetValueOrDefault(i) != "energy" ? null
            : item.Number(WordClass.Level) is { } level ? GradeReader.Grade(draft.U, i, level)
            : item.Number(WordClass.Grade) is { } grade ? GradeReader.Grade(draft.U, i, grade)
            : null);

    /// <summary>Words that also tell of legs or effort are energy where nothing of those is asked.</summary>
    private static bool IsEnergy(Draft draft, Reading.Item item, int i)
    {
        if (draft.Step == DialogStep.Energy)
            return true;

        if (draft.U.Items[i].Is(WordClass.SoreWord) && TellsOfBody(draft, i))
            return false;

        if (item.Is(WordClass.EffortWord) && draft.Step is DialogStep.Any or DialogStep.Run && draft.IsRunPart(item.Clause))
            return false;

        // "fatigue 3" may be on a scale that runs the other way.
        if (draft.Quantities.Exists(q => q.Kind == QuantityKind.Bare && q.First == i + 1))
            return false;

        if (i > 0 && (draft.U.Items[i - 1].Is(WordClass.Body) || i > 1 && draft.U.Items[i - 2].Is(WordClass.Body)))
            return false;

        var step = draft.Step switch
        {
            DialogStep.Effort => WordClass.EffortWord,
            DialogStep.Soreness => WordClass.SoreWord,
            DialogStep.Stress => WordClass.StressWord,
            DialogStep.SleepQuality or DialogStep.Sleep => WordClass.Grade,
            _ => WordClass.Noise,
        };
        return !item.Is(step) && !item.Is(WordClass.Grade) && !item.Is(WordClass.Type) && !item.Is(WordClass.Level) && !item.Is(WordClass.Degree) && !item.Is(WordClass.Key);
    }

    private static Slot<int>? Stress(Draft draft, Dictionary<int, string> words) =>
        First(draft, (item, i) => item.Number(WordClass.StressWord) is { } word && IsStress(draft, item) ? Turn(draft, i, word) : null)
            ?? First(draft, (item, i) => words.GetValueOrDefault(i) != "stress" ? null
            : item.Number(WordClass.Level) is { } level ? 6 - GradeReader.Grade(draft.U, i, level)
            : item.Number(WordClass.Grade) is { } grade ? GradeReader.Grade(draft.U, i, grade)
            : null) ?? NoStress(draft);

    private static bool IsStress(Draft draft, Reading.Item item) =>
        draft.Step == DialogStep.Stress || draft.Step is not DialogStep.Effort
            && item.Senses.All(sense => sense.Class == WordClass.StressWord || sense.Class == WordClass.EffortWord && !RunIsTold(draft));

    private static bool RunIsTold(Draft draft) =>
        draft.Quantities.Exists(q => q.Kind is QuantityKind.Distance or QuantityKind.Pace || q is { Kind: QuantityKind.Duration, Value: < 120 });

    private static Slot<int>? NoStress(Draft draft)
    {
        var i = draft.U.Items.FindIndex(item => item.Is(WordClass.Key, "stress"));
        if (i >= 0 && (GradeReader.IsNegated(draft.U, i) || i + 1 < draft.U.Items.Count && draft.U.Items[i + 1].Is(WordClass.None)))
            return draft.Slot(5, i, i + 1, fromWord: true);

        if (draft.Step != DialogStep.Stress)
            return null;

        var none = draft.U.Items.FindIndex(item => item.Is(WordClass.None));
        if (none >= 0)
            return draft.Slot(5, none, none + 1, fromWord: true);

        // "a bit", "a lot": of stress.
        var degree = draft.U.Items.FindIndex(item => item.Is(WordClass.Degree));
        return degree < 0 ? null : draft.Slot(draft.U.Items[degree].Number(WordClass.Degree) switch { < 3 => 3, < 6 => 2, _ => 1 }, degree, degree + 1, fromWord: true);
    }

    /// <summary>"not tired" is 4, "not stressed" 5, "really tired" 1.</summary>
    private static int Turn(Draft draft, int i, double word)
    {
        if (GradeReader.IsNegated(draft.U, i))
            return GradeReader.DegreeOf(draft.U, i) is { Value: >= 5 } ? (word < 3 ? 3 : 2) : word < 3 ? 4 : 2;

        return GradeReader.Grade(draft.U, i, word);
    }

    private static Slot<int>? First(Draft draft, Func<Reading.Item, int, int?> read)
    {
        for (var i = 0; i < draft.U.Items.Count; i++)
        {
            if (!draft.Used[i] && read(draft.U.Items[i], i) is { } value)
                return draft.Slot(value, i, i + 1, fromWord: true);
        }

        return null;
    }
}
