namespace CoachBot.Recovery;

/// <summary>What this runner's conditions, medicines and age close. Unknown names are conditions too: they close what could harm.</summary>
internal sealed class RunnerCautions
{
    private readonly List<string> _ids = new(4);

    public RunnerCautions(RunnerProfile runner, ConditionBook book)
    {
        foreach (var condition in runner.Conditions ?? [])
            Add(book.Condition(condition));
        foreach (var medicine in runner.Medicines ?? [])
            Add(book.Medicine(medicine));
        if (runner.AgeYears < 18)
            Add(ConditionBook.Under18);
    }

    public IReadOnlyList<string> Ids => _ids;

    public bool Has(string id) => _ids.Contains(id);

    /// <summary>For what only this conversation tells, such as a beer after the race.</summary>
    public void Add(string? id)
    {
        if (id is not null && !_ids.Contains(id))
            _ids.Add(id);
    }

    /// <summary>The gravest caution, and the condition that it comes from.</summary>
    public (CautionLevel Level, string Condition) For(StrategyEntry strategy)
    {
        var worst = (Level: CautionLevel.None, Condition: "");
        foreach (var id in _ids)
        {
            if (strategy.Cautions.TryGetValue(id, out var level) && level > worst.Level)
                worst = (level, id);
        }

        return worst;
    }

    public bool Closes(StrategyEntry strategy) => For(strategy).Level >= CautionLevel.Ask;
}
