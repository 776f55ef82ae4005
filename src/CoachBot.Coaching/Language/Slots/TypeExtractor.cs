using CoachBot.Coaching.Language.Grammar;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>The kind of run: the most telling word, or repeats, which are intervals.</summary>
internal static class TypeExtractor
{
    private static readonly RunType[] Precedence =
    [
        RunType.Race, RunType.Cross, RunType.Strength, RunType.Intervals, RunType.Hills, RunType.Tempo, RunType.Long, RunType.Recovery, RunType.Easy,
        RunType.Rest,
    ];

    public static void Extract(Draft draft)
    {
        Slot<RunType>? best = null;
        for (var i = 0; i < draft.U.Items.Count; i++)
        {
            if (TypeAt(draft, i) is { } type && (best is null || Array.IndexOf(Precedence, type) < Array.IndexOf(Precedence, best.Value)))
                best = draft.Slot(type, i, i + 1, fromWord: true);
        }

        var repeats = draft.Quantities.Find(q => q.Repeats && !q.Denied);
        if (repeats is not null && (best is null || best.Value is RunType.Easy or RunType.Long or RunType.Recovery or RunType.Rest))
            best = draft.Slot(RunType.Intervals, repeats.First, repeats.End, fromWord: true);

        // "nothing", asked about the run.
        var none = draft.U.Items.FindIndex(item => item.Is(WordClass.None));
        if (best is null && none >= 0 && draft.Step is DialogStep.Run or DialogStep.Next)
            best = draft.Slot(RunType.Rest, none, none + 1, fromWord: true);

        if (best?.Value == RunType.Rest && draft.Result is not { DistanceKm: null, DurationMin: null })
            best = null;

        draft.Result = draft.Result with { RunType = best };
    }

    private static RunType? TypeAt(Draft draft, int i)
    {
        var item = draft.U.Items[i];
        if (draft.Used[i] || item.Get(WordClass.Type) is not { } type || IsOfHeart(draft, i) || !Belongs(draft, i) || GradeReader.IsNegated(draft.U, i) && type.Value != "rest")
            return null;

        return Enum.Parse<RunType>(type.Value, ignoreCase: true);
    }

    /// <summary>"fc repos montée à 56": the pulse climbed, not the runner.</summary>
    private static bool IsOfHeart(Draft draft, int i) => i > 0 && !draft.U.Items[i - 1].Is(WordClass.Unit) && draft.U.Items[i - 1].Get(WordClass.Key)?.Value is "rhr" or "hr" or "hrv";

    /// <summary>"easy" beside "felt" or at the step of effort is effort; a single word counts only where a run is the subject.</summary>
    private static bool Belongs(Draft draft, int i)
    {
        var item = draft.U.Items[i];
        if (item.Is(WordClass.EffortWord) && EffortExtractor.IsEffortHere(draft, i))
            return false;

        if (draft.Step is DialogStep.Any or DialogStep.Run or DialogStep.Next or DialogStep.Confirm)
            return true;

        return item.EndToken - item.FirstToken > 1 && item.Senses.All(sense => sense.Class is WordClass.Type or WordClass.Filler or WordClass.Key) || draft.Result is not { DistanceKm: null, DurationMin: null };
    }
}
