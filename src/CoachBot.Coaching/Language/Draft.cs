using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Quantities;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language;

/// <summary>What the extractors have found so far; one message, one thread.</summary>
internal sealed class Draft(Utterance utterance, DialogStep step)
{
    public Utterance U { get; } = utterance;

    public DialogStep Step { get; } = step;

    /// <summary>Items that a reader has taken before the numbers are scanned.</summary>
    public bool[] Used { get; } = new bool[utterance.Items.Count];

    public List<Quantity> Quantities { get; set; } = [];

    /// <summary>The last item of a night told by its two times; -1 where none was.</summary>
    public int NightEnd { get; set; } = -1;

    /// <summary>The first value that was not believed: one question at a time.</summary>
    public Doubt? FirstDoubt { get; private set; }

    public Understanding Result { get; set; } = new() { Language = utterance.Grammar.Language };

    public bool HasFacts => Result is not
    {
        RunType: null, DistanceKm: null, DurationMin: null, PaceSPerKm: null, Rpe: null, Soreness: null, SoreSites.Count: 0,
        SleepHours: null, SleepQuality: null, Awakenings: null, Energy: null, Stress: null, RhrBpm: null, HrvMs: null, MassKg: null,
    } || FirstDoubt is not null;

    /// <summary>A word for a kind of run and nothing else: "log my race".</summary>
    public bool HasOnlyRunType => Result.RunType is not null && FirstDoubt is null && !Quantities.Exists(q => q.Taken)
        && Result is { Rpe: null, Soreness: null, SoreSites.Count: 0, SleepHours: null, SleepQuality: null, Awakenings: null, Energy: null, Stress: null };

    /// <summary>A part of the message that tells how far, how long or how fast, and nothing of the body or the night.</summary>
    public bool IsRunPart(int clause) =>
        Quantities.Exists(q => U.Items[q.First].Clause == clause && (q.Kind is QuantityKind.Distance or QuantityKind.Pace || q is { Kind: QuantityKind.Duration, Value: < 300 }))
            && !U.Items.Exists(item => item.Clause == clause && (item.Is(WordClass.Site) || item.Is(WordClass.Sites) || item.Is(WordClass.Body) || item.Is(WordClass.SleepWord) || IsOtherTopic(item)));

    public Quantity? Free(Func<Quantity, bool> which) => Quantities.Find(q => !q.Taken && !q.Denied && which(q));

    private static bool IsOtherTopic(Item item) => item.Get(WordClass.Key)?.Value is "sleep" or "slept" or "night" or "soreness" or "energy" or "stress";

    public void Use(int first, int end)
    {
        for (var i = first; i < end; i++)
            Used[i] = true;
    }

    public Slot<T> Slot<T>(T value, int first, int end, bool fromWord = false)
    {
        var start = U.Items[first].Start;
        return new Slot<T>(value, start, U.Items[end - 1].End - start) { FromWord = fromWord };
    }

    public void Doubt(Doubt doubt) => FirstDoubt ??= doubt;
}
