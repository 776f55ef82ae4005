namespace CoachBot.Recovery;

/// <summary>When one strategy applies, and how much. What it says lies in <c>dialogs/strategies/&lt;id&gt;.json</c>.</summary>
internal interface IRecoveryStrategy
{
    /// <summary>The name of its data file.</summary>
    string Id { get; }

    void Propose(PlanFacts facts, Proposals to);
}
