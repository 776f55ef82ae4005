namespace CoachBot.Recovery.Strategies;

/// <summary>Evidence C-i, T4 and A12: a plan with a restriction names whom to ask.</summary>
internal sealed class SafetyNotes : IRecoveryStrategy
{
    /// <summary>Their amounts of food and drink belong to their own team (evidence A2.5).</summary>
    private static readonly HashSet<string> OwnTeam = ["diabetes", "insulin", "kidneyDisease", "heartDisease", "eatingDisorder", "redS"];

    public string Id => "safety";

    public void Propose(PlanFacts facts, Proposals to)
    {
        if (facts.Cautions.Has(ConditionBook.Under18))
            to.Add(Id, "with-parent-and-coach");
        if (facts.Cautions.Has("pregnancy") || facts.Cautions.Has("postpartum"))
            to.Add(Id, "with-midwife");
        if (!facts.Situation.IsHard)
            return;

        if (facts.Cautions.Ids.FirstOrDefault(OwnTeam.Contains) is { } condition)
            to.Add(Id, "own-care-team")?.With("condition", to.NameOf(condition));
        if (facts.Cautions.Has("nsaid"))
            to.Add(Id, "no-painkillers");
    }
}
