namespace CoachBot.Recovery.Safety;

/// <summary>How the person says a red flag ended.</summary>
public enum SafetyRelease
{
    /// <summary>A clinician has looked at it and said what to respect.</summary>
    Assessed,

    /// <summary>The symptoms are gone; opens T3 only.</summary>
    SymptomsGone,
}

/// <summary>What is kept after a red flag (evidence C-v): tier, time, rule ids, acknowledged or not; never the sentence.</summary>
public sealed record SafetyLock(SafetyTier Tier, DateTimeOffset At, IReadOnlyList<string> SignIds, bool Acknowledged = false)
{
    /// <summary>The lock that an assessment leaves behind; null where the coach goes on (none, T4, somebody else's emergency).</summary>
    public static SafetyLock? From(SafetyAssessment assessment, DateTimeOffset at)
    {
        if (!assessment.Locks)
            return null;

        var own = assessment.Signs.Where(sign => sign.Tier >= SafetyTier.T3 && !sign.OtherPerson).ToArray();
        return new SafetyLock(own.Max(sign => sign.Tier), at, [.. own.Select(sign => sign.Id).Distinct(StringComparer.Ordinal)]);
    }

    /// <summary>Two locks at once: the graver tier, the later time, all rules.</summary>
    public SafetyLock Join(SafetyLock other) => new(
        Tier >= other.Tier ? Tier : other.Tier,
        At >= other.At ? At : other.At,
        [.. SignIds.Union(other.SignIds, StringComparer.Ordinal).Order(StringComparer.Ordinal)],
        Acknowledged && other.Acknowledged);

    public SafetyLock Acknowledge() => this with { Acknowledged = true };

    /// <summary>T1 and T2 open when assessed; T3 also when the symptoms are gone. T0 has no form to fill in: it opens when assessed too.</summary>
    public bool OpensWith(SafetyRelease release) => release == SafetyRelease.Assessed || Tier == SafetyTier.T3;

    /// <summary>While locked, the morning asks "did you get seen?" and not the usual five questions.</summary>
    public bool AsksForAssessment => Tier >= SafetyTier.T3;
}
