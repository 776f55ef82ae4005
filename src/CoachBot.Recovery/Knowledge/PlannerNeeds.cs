namespace CoachBot.Recovery;

/// <summary>Words that the code asks for by name: found missing at start, not in front of a runner.</summary>
internal static class PlannerNeeds
{
    private static readonly string[] Keys =
    [
        "unit.minutes", "unit.hours", "date", "sources", "next.hard", "next.open", "answer.general",
        "condition.soreness", "condition.stairs", "condition.limp", "condition.sleep", "condition.ill",
        "reason.safety.red", "reason.illness.red", "reason.injury.red", "reason.missing.amber", "reason.pattern.red", "reason.hysteresis.amber",
        .. Each<Band>("band"), .. Each<Confidence>("confidence"), .. Each<Evidence>("evidence"), .. Each<When>("when"),
        "chosen.go", "chosen.ease", "chosen.recover",
        .. Levels("soreness", "sleep", "energy", "sleepDebt", "spacing", "sleepQuality", "stress", "restingHr", "hrv"),
        "fit.cut", "fit.already", "foods.any", "foods.vegetarian", "foods.plants", "foods.noDairy", "snack.any", "snack.vegetarian", "snack.plants", "snack.noDairy",
        "reason.soreness.usual", "reason.sleep.usual", "reason.sleepQuality.usual", "reason.energy.usual", "reason.stress.usual",
    ];

    public static void Check(IReadOnlyDictionary<string, StrategyEntry> strategies, PlanWords words)
    {
        foreach (var key in Keys)
        {
            if (!words.Has(key))
                throw new KnowledgeBaseException("plan", key, "the sentence is missing.");
        }

        foreach (var strategy in RecoveryPlanner.StrategyIds)
        {
            if (!strategies.ContainsKey(strategy))
                throw new KnowledgeBaseException("strategies", strategy, "the file is missing.");
        }

        foreach (var strategy in strategies.Values)
        {
            var closed = strategy.Cautions.Values.Any(level => level >= CautionLevel.Ask);
            if (closed && !strategy.Actions.ContainsKey($"{strategy.Id}-not-for-you"))
                throw new KnowledgeBaseException($"strategies/{strategy.Id}.json", strategy.Id, $"it needs an action {strategy.Id}-not-for-you for those whom its cautions close it to.");
        }
    }

    private static IEnumerable<string> Each<T>(string prefix) where T : struct, Enum => Enum.GetValues<T>().Select(value => $"{prefix}.{JsonNames.Of(value)}");

    private static IEnumerable<string> Levels(params string[] measures) =>
        measures.SelectMany(measure => Enum.GetValues<Level>().Select(level => $"reason.{measure}.{JsonNames.Of(level)}"));
}
