namespace CoachBot.Recovery;

/// <summary>A draft with its words: one object holds the numbers and the sentence made from them.</summary>
internal static class ActionText
{
    public static PlanAction Render(Draft draft, PlanFacts facts, KnowledgeBase knowledge)
    {
        var (entry, dose) = (draft.Entry, draft.Plain ? null : draft.Dose);
        var values = new List<KeyValuePair<string, string>>(draft.Values);
        values.Add(new("proteinFoods", knowledge.Words[$"foods.{facts.Foods}", facts.Language]));
        values.Add(new("proteinSnack", knowledge.Words[$"snack.{facts.Foods}", facts.Language]));
        if (dose is not null)
            new DoseText(knowledge.Words, facts.Language, facts.CheckIn.Runner.Units).AddTo(values, dose);

        var sentence = draft.Plain && entry.Plain is not null ? entry.Plain : entry.Text;
        return new PlanAction
        {
            Id = entry.Id,
            Strategy = entry.Owner.Strategy,
            Stance = entry.Stance,
            When = draft.When,
            Text = sentence.In(facts.Language, values),
            Why = entry.Why.In(facts.Language, values),
            Evidence = entry.Evidence,
            Sources = entry.Sources,
            Dose = dose,
            DoseBasis = dose is null ? null : draft.Basis,
            Rule = entry.Rule,
        };
    }
}
