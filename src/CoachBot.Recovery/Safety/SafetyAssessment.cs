namespace CoachBot.Recovery.Safety;

/// <summary>What the gate found: the gravest tier, and the signs with the gravest first.</summary>
public sealed record SafetyAssessment(SafetyTier Tier, IReadOnlyList<SafetySign> Signs)
{
    public static SafetyAssessment None { get; } = new(SafetyTier.None, []);

    /// <summary>All coaching stops: no training, dose, cold, massage, compression or supplement in this reply.</summary>
    public bool Stops => Tier >= SafetyTier.T3;

    /// <summary>All that was found rests on single weak cues, so one question may come first.</summary>
    public bool Ask => Signs.Count > 0 && Signs.Where(sign => sign.Tier == Tier).All(sign => sign.Ask);

    /// <summary>The plan stays locked afterwards: something that stops coaching is this runner's own.</summary>
    public bool Locks => Signs.Any(sign => sign.Tier >= SafetyTier.T3 && !sign.OtherPerson);

    /// <summary>Order does not matter, and a sign found twice counts once, with its gravest tier.</summary>
    public static SafetyAssessment Of(IEnumerable<SafetySign> signs)
    {
        var byId = new Dictionary<(string Id, bool Other), SafetySign>();
        foreach (var sign in signs)
        {
            var key = (sign.Id, sign.OtherPerson);
            byId[key] = byId.TryGetValue(key, out var seen) ? Graver(seen, sign) : sign;
        }

        if (byId.Count == 0)
            return None;

        var sorted = byId.Values.OrderByDescending(sign => sign.Tier).ThenBy(sign => sign.Id, StringComparer.Ordinal)
            .ThenBy(sign => sign.OtherPerson).ToArray();
        return new SafetyAssessment(sorted[0].Tier, sorted);
    }

    public static SafetyAssessment Union(SafetyAssessment a, SafetyAssessment b) => Of(a.Signs.Concat(b.Signs));

    private static SafetySign Graver(SafetySign a, SafetySign b) =>
        a.Tier != b.Tier ? (a.Tier > b.Tier ? a : b) : a with { Ask = a.Ask && b.Ask };
}
