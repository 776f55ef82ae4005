namespace CoachBot.Recovery;

/// <summary>A strategy as the coach explains it: its name, what it does and what it does not.</summary>
public sealed record StrategyInfo(
    string Id, Strategy Strategy, string Name, Evidence Evidence, string Does, string DoesNot, IReadOnlyList<PlanSource> Sources);
