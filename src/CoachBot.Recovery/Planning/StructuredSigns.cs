using CoachBot.Recovery.Safety;

namespace CoachBot.Recovery;

/// <summary>Signs that the fields of a check-in show without a word: one painful spot, fever, age, pregnancy (evidence B2, C13, C14, C16, C18).</summary>
internal static class StructuredSigns
{
    private const double FeverC = 38;

    /// <summary>Places where a bone may be giving way (evidence B2); bare letters, so that "hip-front" and "hipFront" are one.</summary>
    private static readonly HashSet<string> BoneSites =
        ["groin", "hipfront", "femoralneck", "shinfront", "navicular", "fifthmetatarsal", "5thmetatarsal", "metatarsal", "bigtoesesamoid", "sesamoid", "sacrum"];

    private static readonly HashSet<string> UrgentBoneSites = ["groin", "hipfront", "femoralneck"];

    public static IEnumerable<SafetySign> Of(CheckIn checkIn)
    {
        foreach (var site in checkIn.Soreness.Sites)
        {
            if (FocalPain(site) is { } sign)
                yield return sign;
        }

        if (checkIn.Wellness.TemperatureC >= FeverC)
            yield return new SafetySign("C14.fever", SafetyTier.T3);
        if (checkIn.Runner.AgeYears < 18)
            yield return new SafetySign("C18.minor", SafetyTier.T4);
        if (checkIn.Runner.Conditions is { } conditions)
        {
            if (conditions.Contains("pregnancy"))
                yield return new SafetySign("C16.pregnancy", SafetyTier.T4);
            if (conditions.Contains("postpartum"))
                yield return new SafetySign("C16.postpartum", SafetyTier.T4);
        }
    }

    /// <summary>
    /// A spot that two fingers cover, on one side, is not muscle soreness: from 4, and over a bone at risk from the first point on.
    /// Over such a bone, one side from 4 is enough even when nobody asked how far it spreads.
    /// </summary>
    private static SafetySign? FocalPain(SoreSite site)
    {
        var name = Bare(site.Site);
        var (overBone, score) = (BoneSites.Contains(name), site.Score ?? (site.Spread == false ? 4 : 0));
        var focal = site.Spread == false && site.Side != BodySide.Both && (score >= 4 || (overBone && score > 0));
        var unasked = site.Spread is null && overBone && site.Side is BodySide.Left or BodySide.Right && score >= 4;
        if (!focal && !unasked)
            return null;

        return new SafetySign("C13.focal-pain", UrgentBoneSites.Contains(name) ? SafetyTier.T2 : SafetyTier.T3);
    }

    private static string Bare(string site) => string.Concat(site.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
