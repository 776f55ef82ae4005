using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Quantities;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>Resting heart rate, heart-rate variability, body mass and air temperature.</summary>
internal static class BodyExtractor
{
    private const double HighestRestingGuess = 90;

    public static void Extract(Draft draft, KeyedNumbers keyed)
    {
        var heart = keyed.Of("rhr") ?? HeartRate(draft, keyed);
        var hrv = keyed.Of("hrv") ?? draft.Free(q => q.Kind == QuantityKind.Ms);
        var mass = keyed.Of("mass") ?? draft.Free(q => q.Kind == QuantityKind.Mass) ?? AtStep(draft, DialogStep.Mass);
        var temperature = keyed.Of("temperature") ?? draft.Free(q => q.Kind == QuantityKind.Temperature);
        foreach (var q in (ReadOnlySpan<Quantity?>)[heart, hrv, mass, temperature])
            q?.Taken = true;

        draft.Result = draft.Result with
        {
            RhrBpm = heart?.ToSlot(draft.U, (int)Math.Round(heart.Value)),
            HrvMs = hrv?.ToSlot(draft.U),
            MassKg = mass?.ToSlot(draft.U),
            MassUnitSaid = mass?.Unit switch { "kg" => MassUnit.Kilogram, "lb" => MassUnit.Pound, "st" => MassUnit.Stone, _ => null },
            TemperatureC = temperature?.ToSlot(draft.U),
        };
        BeforeAndAfter(draft);
    }

    /// <summary>"48 bpm", "hr 52": at rest, unless it is a heart rate of the run.</summary>
    private static Quantity? HeartRate(Draft draft, KeyedNumbers keyed)
    {
        var asked = draft.Step == DialogStep.Hr;
        var q = keyed.Of("hr") ?? draft.Free(f => f.Kind == QuantityKind.Bpm) ?? AtStep(draft, DialogStep.Hr);
        return q is null || !asked && q.Value > HighestRestingGuess ? null : q;
    }

    private static Quantity? AtStep(Draft draft, DialogStep step) => draft.Step == step
        ? draft.Free(q => q.Kind == QuantityKind.Bare && !q.Weak) ?? draft.Free(q => q.Kind == QuantityKind.Bare)
        : null;

    private static void BeforeAndAfter(Draft draft)
    {
        Slot<double>? before = null;
        Slot<double>? after = null;
        foreach (var q in draft.Quantities.Where(q => q.Kind is QuantityKind.Mass or QuantityKind.Bare && q.Value > 25))
        {
            for (var near = Math.Max(0, q.First - 2); near <= q.End && near < draft.U.Items.Count; near++)
            {
                if (draft.U.Items[near].Is(WordClass.Relative, "before"))
                    before ??= q.ToSlot(draft.U);
                else if (draft.U.Items[near].Is(WordClass.Relative, "after"))
                    after ??= q.ToSlot(draft.U);
            }
        }

        if (before is not null && after is not null)
            draft.Result = draft.Result with { MassBeforeKg = before, MassAfterKg = after };
    }
}
