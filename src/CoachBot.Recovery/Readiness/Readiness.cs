namespace CoachBot.Recovery;

/// <summary>A band with the findings that made it, the biggest first.</summary>
internal sealed record Readiness(Band Band, Confidence Confidence, IReadOnlyList<Finding> Findings)
{
    public bool Has(Measure measure, Level atLeast) => Findings.Any(finding => finding.Measure == measure && finding.Level >= atLeast);

    public Level LevelOf(Measure measure)
    {
        foreach (var finding in Findings)
        {
            if (finding.Measure == measure)
                return finding.Level;
        }

        return Level.Fine;
    }
}
