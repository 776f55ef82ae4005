namespace CoachBot.Recovery;

/// <summary>Findings as sentences.</summary>
internal static class ReasonText
{
    /// <summary>What moved the band, the biggest first; where less than two did, the two that say it is fine.</summary>
    public static IReadOnlyList<PlanReason> Of(Readiness readiness, KnowledgeBase knowledge, Language language)
    {
        var moved = readiness.Findings.Count(finding => finding.Level > Level.Fine);
        return [.. readiness.Findings.Take(Math.Max(2, moved)).Select(finding => Of(finding, knowledge.Words, language))];
    }

    public static PlanReason Of(Finding finding, PlanWords words, Language language)
    {
        var measure = JsonNames.Of(finding.Measure);
        var key = finding.AgainstUsual ? $"reason.{measure}.usual" : $"reason.{measure}.{JsonNames.Of(finding.Level)}";
        return new PlanReason(measure, finding.Level, words.Fill(key, language,
            new("value", PlanWords.Number(Math.Round(finding.Value, 1), language)),
            new("needed", PlanWords.Number(Math.Round(finding.Needed, 1), language))));
    }
}
