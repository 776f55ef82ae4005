using CoachBot.Recovery.Safety;

namespace CoachBot.Recovery;

/// <summary>Plans without training advice: behind a red flag nothing but the instruction; ill, only what harms nobody.</summary>
internal static class SafetyPlan
{
    /// <summary>T0–T3: one instruction, nothing beside it (evidence C-i).</summary>
    public static RecoveryPlan Stop(SafetyAssessment found, string message, KnowledgeBase knowledge, Language language)
    {
        var entry = knowledge.Strategies["safety"].Actions[found.Tier == SafetyTier.T0 ? "stop-crisis" : "stop"];
        return new RecoveryPlan
        {
            Band = Band.Hold,
            Confidence = Confidence.Learning,
            Reasons = [ReasonText.Of(new Finding(MeasureOf(found), Level.Red), knowledge.Words, language)],
            Safety = new(found.Tier, found.Signs, message, found.Locks),
            Actions =
            [
                new PlanAction
                {
                    Id = entry.Id, Strategy = Strategy.Safety, Stance = Stance.Do, When = When.Now, Text = message,
                    Why = entry.Why.In(language), Evidence = entry.Evidence, Sources = entry.Sources, Rule = entry.Rule,
                },
            ],
            Sources = SourcesOf(entry.Sources, knowledge),
            Language = language.Code(),
            Text = message,
        };
    }

    private static Measure MeasureOf(SafetyAssessment found) => found.Signs[0].Condition switch
    {
        "C14" => Measure.Illness,
        "C10" or "C12" or "C13" => Measure.Injury,
        _ => Measure.Safety,
    };

    /// <summary>Ill, but with nothing that the gate stops for: no running; meals, drink and sleep as they come.</summary>
    public static void ProposeIll(Proposals to)
    {
        to.Add("safety", "no-running-ill");
        to.Add("safety", "eat-and-drink-ill");
        to.Add("sleep", "sleep-as-usual");
    }

    public static IReadOnlyList<PlanSource> SourcesOf(IEnumerable<string> ids, KnowledgeBase knowledge) =>
        [.. ids.Distinct().Select(id => knowledge.Sources[id]).Select(source => new PlanSource(source.Id, source.Citation, source.Doi))];
}
