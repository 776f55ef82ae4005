namespace CoachBot.Recovery;

/// <summary>Restraint: which of the proposed lines get into the plan, and in what order.</summary>
internal static class PlanComposer
{
    private const int MostModalities = 2;
    private const int MostAfterEasy = 2;
    private const int MostLines = 9;

    /// <returns>The lines, and whether the minutes that the runner has made them fewer or shorter; null where nobody spoke of minutes.</returns>
    public static (List<Draft> Lines, bool? WasCut) Choose(PlanFacts facts, IEnumerable<Draft> proposed)
    {
        var overrides = facts.CheckIn.Overrides;
        var drafts = proposed.Where(draft => !overrides.Without.Contains(draft.Entry.Owner.Strategy) || draft.Entry.Owner.Strategy == Strategy.Safety)
            .DistinctBy(draft => draft.Entry.Id).ToList();
        if (overrides.MinutesAvailable is not { } minutes)
            return (Restrain(facts, drafts), null);

        var whole = Restrain(facts, drafts).ConvertAll(draft => (draft.Entry.Id, Minutes(draft)));
        var fitting = Restrain(facts, FitInto(minutes, drafts));
        return (fitting, !whole.SequenceEqual(fitting.Select(draft => (draft.Entry.Id, Minutes(draft)))));
    }

    private static List<Draft> Restrain(PlanFacts facts, List<Draft> drafts)
    {
        var isEasy = facts.Situation.Kind == SituationKind.Easy;
        var modalities = drafts.Where(draft => draft.IsModality).OrderByDescending(draft => draft.Wanted).ThenBy(draft => draft.Entry.Rank)
            .Take(isEasy ? 0 : MostModalities).ToHashSet();
        drafts = [.. drafts.Where(draft => !draft.IsModality || modalities.Contains(draft))];
        var most = isEasy ? MostAfterEasy + Needs(facts) : MostLines;
        if (drafts.Count > most)
            drafts = [.. drafts.OrderBy(draft => draft.Entry.Rank).ThenBy(draft => draft.Entry.Stance).Take(most)];
        return [.. drafts.OrderBy(draft => draft.When).ThenBy(draft => draft.Entry.Rank).ThenBy(draft => draft.Entry.Id, StringComparer.Ordinal)];
    }

    /// <summary>An easy run asks for little; a tired runner, the heat and a second session the same day ask for their own lines.</summary>
    private static int Needs(PlanFacts facts) =>
        (facts.Readiness.Band > Band.Go ? 2 : 0) + (facts.Situation.Heat ? 1 : 0) + (facts.IsDoubleDay ? 1 : 0);

    /// <summary>"I only have ten minutes": meals and sleep stay, of the rest what fits, the most useful first.</summary>
    private static List<Draft> FitInto(double minutes, List<Draft> drafts)
    {
        var kept = new List<Draft>();
        foreach (var draft in drafts.OrderBy(draft => draft.Entry.Rank))
        {
            var cost = draft.Entry.Owner.Strategy == Strategy.Sleep || draft.Entry.Stance == Stance.Avoid ? null : Minutes(draft);
            if (cost is null)
            {
                if (draft.Entry.Stance != Stance.Optional || !draft.IsModality)
                    kept.Add(draft);
                continue;
            }

            var least = cost.Value.Min ?? cost.Value.Max ?? 0;
            if (least > minutes)
                continue;

            draft.Set(DoseKey.Minutes, cost.Value.Min, Math.Min(cost.Value.Max ?? minutes, minutes));
            minutes -= least;
            kept.Add(draft);
        }

        return kept;
    }

    private static DoseRange? Minutes(Draft draft)
    {
        foreach (var (key, range) in draft.Amounts)
        {
            if (key == DoseKey.Minutes)
                return range;
        }

        return null;
    }
}
