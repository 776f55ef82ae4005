using CoachBot.Recovery.Safety;

namespace CoachBot.Recovery;

/// <summary>Plans without training advice: behind a red flag nothing but the instruction; ill, only what harms nobody.</summary>
internal static class SafetyPlan
{
    /// <summary>Where the signs of a condition of section C come from; the others rest on our own rule.</summary>
    private static readonly Dictionary<string, string> SignSources = new()
    {
        ["C1"] = "S110", ["C2"] = "S102", ["C4"] = "S95", ["C5"] = "S23", ["C6"] = "S96", ["C7"] = "S110", ["C8"] = "S103", ["C9"] = "S100",
        ["C10"] = "S99", ["C11"] = "S98", ["C13"] = "S101", ["C14"] = "S93", ["C15"] = "S105", ["C16"] = "S104", ["C17"] = "S106", ["C18"] = "S109",
    };

    /// <summary>T0–T3: one instruction, nothing beside it (evidence C-i).</summary>
    public static RecoveryPlan Stop(SafetyAssessment found, string message, KnowledgeBase knowledge, Language language)
    {
        var entry = knowledge.Strategies["safety"].Actions[found.Tier == SafetyTier.T0 ? "stop-crisis" : "stop"];
        IReadOnlyList<string> sources = SignSources.TryGetValue(found.Signs[0].Condition, out var source) ? [source] : entry.Sources;
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
                    Why = entry.Why.In(language), Evidence = entry.Evidence, Sources = sources, Rule = entry.Rule,
                },
            ],
            Sources = SourcesOf(sources, knowledge),
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
