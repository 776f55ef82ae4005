using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Quantities;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>The numbers that a word beside them names: "rpe 4", "7 h sleep", "left calf 3/10".</summary>
internal sealed class KeyedNumbers
{
    private readonly List<(Anchor Anchor, Quantity Quantity)> _bound = [];

    private KeyedNumbers()
    {
    }

    public static KeyedNumbers Find(Draft draft)
    {
        var u = draft.U;
        var anchors = new List<Anchor>();
        for (var i = 0; i < u.Items.Count; i++)
        {
            if (!draft.Used[i] && AnchorAt(draft, i) is { } anchor)
                anchors.Add(anchor);
        }

        var candidates = draft.Quantities.Select((q, index) => new Candidate(q.First, q.End, index))
            .Where(c => draft.Quantities[c.Index] is { Denied: false, Kind: not QuantityKind.Other }).ToList();
        var bound = Binder.Bind(u, anchors, candidates, (anchor, candidate) => Fit(anchor, draft.Quantities[candidate.Index]));
        var keyed = new KeyedNumbers();
        foreach (var (anchor, candidate) in bound.OrderBy(pair => pair.Key.First))
        {
            draft.Quantities[candidate.Index].Taken = true;
            keyed._bound.Add((anchor, draft.Quantities[candidate.Index]));
        }

        return keyed;
    }

    public Quantity? Of(string key) => _bound.Find(pair => pair.Anchor.Key == key).Quantity;

    /// <summary>"sleep 7" is hours, "sleep 4/5" quality.</summary>
    public Quantity? OfSleep(bool quality) =>
        _bound.Find(pair => pair.Anchor.Key == "sleep" && pair.Quantity.Kind == QuantityKind.OutOf == quality).Quantity;

    public IEnumerable<Quantity> All(string key) => _bound.Where(pair => pair.Anchor.Key == key).Select(pair => pair.Quantity);

    private static Anchor? AnchorAt(Draft draft, int i)
    {
        var item = draft.U.Items[i];
        if (item.Get(WordClass.Key) is { } key)
            return IsOutOfPlace(draft, key.Value) ? null : new Anchor(key.Value is "slept" or "unwoken" ? "sleep" : key.Value, i, i + 1, key.Value == "night" ? 0.8 : 1, Blocks: key.Value != "night");

        if (item.Is(WordClass.SleepWord) && !item.Is(WordClass.Grade))
            return new Anchor("night", i, i + 1, 0.7, Blocks: false);

        if (item.Is(WordClass.Bed))
            return new Anchor("bed", i, i + 1, 0.8, Blocks: false);

        if (item.Is(WordClass.Up))
            return new Anchor("up", i, i + 1, 0.8, Blocks: false);

        if (item.Is(WordClass.Complaint) || item.Is(WordClass.SoreWord))
            return new Anchor("soreness", i, i + 1, 0.9);

        if (item.Is(WordClass.Site) || item.Is(WordClass.Sites) || item.Is(WordClass.Body))
            return new Anchor("site", i, i + 1, 0.5);

        return null;
    }

    /// <summary>"overall 2, left hip 5": asked how sore, nobody tells a distance.</summary>
    private static bool IsOutOfPlace(Draft draft, string key) =>
        key is "distance" or "duration" && draft.Step is not (DialogStep.Any or DialogStep.Run or DialogStep.Next or DialogStep.Confirm);

    private static double? Fit(Anchor anchor, Quantity q)
    {
        var plain = q.Kind == QuantityKind.Bare;
        double? weak = q.Weak ? -3 : 0;
        return anchor.Key switch
        {
            "effort" or "soreness" or "quality" or "energy" or "stress" => plain ? weak : q.Kind == QuantityKind.OutOf ? 0.5 : null,
            "site" => plain && q.Value <= 10 && !q.Weak ? 0 : q.Kind == QuantityKind.OutOf ? 0.5 : null,
            "sleep" => q.Kind switch
            {
                QuantityKind.Duration => q.Value >= 100 ? 1 : -6,
                QuantityKind.Time => q.Parts is [>= 2 and < 24, _] ? 0.5 : -6,
                QuantityKind.Bare => weak,
                QuantityKind.OutOf => q.Scale == 5 ? 0 : null,
                _ => null,
            },
            "rhr" or "hr" => plain || q.Kind == QuantityKind.Bpm ? weak : null,
            "hrv" => plain || q.Kind == QuantityKind.Ms ? weak : null,
            "mass" => plain || q.Kind == QuantityKind.Mass ? weak : null,
            "wake" or "up" => q.Kind == QuantityKind.Count ? 1 : plain && anchor.Key == "wake" && q.Value <= 12 ? weak - 1 : null,
            "distance" => plain ? weak : q.Kind == QuantityKind.Distance ? 1 : null,
            "duration" => plain ? null : q.Kind is QuantityKind.Duration or QuantityKind.Time ? 1 : null,
            "pace" => q.Kind is QuantityKind.Pace or QuantityKind.Time ? 1 : null,
            "temperature" => plain || q.Kind == QuantityKind.Temperature ? weak : null,
            "night" => q.Kind == QuantityKind.Duration && q.Value >= 150 ? 0 : null,
            "bed" => q.Kind == QuantityKind.Duration && q.Value >= 100 ? 0 : plain ? weak - 2 : null,
            "ignore" => Ignored(q),
            "aside" => Aside(q),
            _ => null,
        };
    }

    /// <summary>Climb, cadence, pulse of the run: any bare number, and metres.</summary>
    private static double? Ignored(Quantity q) => q.Kind switch
    {
        QuantityKind.Bare or QuantityKind.Bpm or QuantityKind.OutOf => q.Weak ? -2 : 0,
        QuantityKind.Mass => 0,
        QuantityKind.Distance => q.Value <= 2 && !q.Repeats ? 0 : null,
        _ => null,
    };

    /// <summary>Warming up and cooling down, beside the session proper.</summary>
    private static double? Aside(Quantity q) => q.Kind switch
    {
        QuantityKind.Distance => q.Value <= 5 && !q.Repeats ? 0 : null,
        QuantityKind.Duration => q.Value <= 30 && !q.Repeats ? 0 : null,
        _ => null,
    };
}
