namespace CoachBot.Recovery;

/// <summary>A line that a strategy proposes; the composer decides whether it gets into the plan.</summary>
internal sealed class Draft(ActionEntry entry, When when, bool plain)
{
    public ActionEntry Entry { get; } = entry;

    public When When { get; } = when;

    /// <summary>In words, without amounts: no body mass, or a condition that leaves amounts to others.</summary>
    public bool Plain { get; } = plain;

    public List<KeyValuePair<DoseKey, DoseRange>> Amounts { get; } = [];

    /// <summary>The weakest ground that one of its amounts stands on.</summary>
    public DoseBasis Basis { get; init; }

    public TimeOnly? By { get; set; }

    public (TimeOnly From, TimeOnly To)? Between { get; set; }

    public List<KeyValuePair<string, string>> Values { get; } = [];

    /// <summary>The runner has it, knows it or asked for it.</summary>
    public bool Wanted { get; init; }

    public bool IsModality => Entry.Owner.IsModality && Entry.Stance != Stance.Avoid;

    public Draft Set(DoseKey key, double? min, double? max)
    {
        Amounts.RemoveAll(pair => pair.Key == key);
        Amounts.Add(new(key, new DoseRange(min, max)));
        return this;
    }

    /// <summary>By body mass with factors that only this plan knows, in grams rounded as all others.</summary>
    public Draft ScaleTo(DoseKey key, double? massKg, double min, double max)
    {
        if (Plain || massKg is not { } mass)
            return this;

        var range = ByMass(key, mass, min, max);
        return Set(key, range.Min, range.Max);
    }

    private static DoseRange ByMass(DoseKey key, double mass, double min, double max) =>
        Recovery.Amounts.For(new Amount(key, min, max, AmountPer.Kg, null), mass, 0);

    public Draft With(string place, string value)
    {
        Values.Add(new(place, value));
        return this;
    }

    public Dose? Dose => Amounts.Count == 0 && By is null && Between is null ? null : new Dose { Amounts = Amounts, By = By, Between = Between };
}
