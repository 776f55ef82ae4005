namespace CoachBot.Recovery;

/// <summary>Where the strategies of one plan put their lines. What a runner's conditions close never gets in here.</summary>
internal sealed class Proposals(PlanFacts facts, KnowledgeBase knowledge)
{
    private readonly List<Draft> _drafts = new(12);
    private readonly List<(StrategyEntry Strategy, string Condition)> _closed = [];

    public IReadOnlyList<Draft> Drafts => _drafts;

    /// <summary>Strategies that would have been offered, with the condition that closes them.</summary>
    public IReadOnlyList<(StrategyEntry Strategy, string Condition)> Closed => _closed;

    public StrategyEntry Entry(string strategy) => knowledge.Strategies[strategy];

    /// <param name="name">"carbohydrate:dayLong".</param>
    public DoseRule Dose(string name) => knowledge.Dose(name);

    public string NameOf(string condition) => knowledge.Conditions.NameOf(condition, facts.Language);

    /// <summary>A line that follows from the state or from what comes next, whenever the session was.</summary>
    /// <returns>Null when it may not be said to this runner.</returns>
    public Draft? Add(string strategy, string action, When? when = null, params string[] doses)
    {
        var entry = knowledge.Strategies[strategy].Actions[action];
        var caution = facts.Cautions.For(entry.Owner);
        if (entry.Stance != Stance.Avoid && caution.Level >= CautionLevel.Ask)
        {
            Close(entry.Owner, caution.Condition);
            return null;
        }

        var rules = doses.Length == 0 ? entry.Doses : [.. entry.Doses, .. doses.Select(knowledge.Dose)];
        var draft = new Draft(entry, when ?? entry.When, IsPlain(caution.Level, doses, rules))
        {
            Wanted = facts.Wants(entry.Owner),
            Basis = rules.Select(rule => rule.Basis).DefaultIfEmpty(DoseBasis.Source).Max(),
        };
        if (!draft.Plain)
        {
            foreach (var amount in rules.SelectMany(rule => rule.Amounts))
                draft.Amounts.Add(new(amount.Key, Amounts.For(amount, facts.CheckIn.Runner.BodyMassKg ?? 0, facts.MassLostKg ?? 0)));
        }

        _drafts.Add(draft);
        return draft;
    }

    /// <summary>Says nothing by itself; those who would do it are told that their condition closes it.</summary>
    /// <returns>Whether it is closed to this runner.</returns>
    public bool IsClosed(string strategy)
    {
        var entry = knowledge.Strategies[strategy];
        var caution = facts.Cautions.For(entry);
        if (caution.Level < CautionLevel.Ask)
            return false;

        Close(entry, caution.Condition);
        return true;
    }

    /// <summary>A line that follows from the session: dropped or moved when its time has passed.</summary>
    public Draft? AfterSession(string strategy, string action, params string[] doses)
    {
        var entry = knowledge.Strategies[strategy].Actions[action];
        return Timing.Of(entry, facts) is { } when ? Add(strategy, action, when, doses) : null;
    }

    /// <summary>The line that moves a session: from which day to which, in the runner's words and calendar.</summary>
    public Draft? AddMove(string strategy, string action, DateTimeOffset from, DateTimeOffset to)
    {
        var (checkIn, language) = (facts.CheckIn, facts.Language);
        var now = checkIn.Local(checkIn.Now);
        var sameDay = checkIn.Local(from).Date == checkIn.Local(to).Date;
        return Add(strategy, action)?.With("from", Show(from)).With("to", Show(to));

        string Show(DateTimeOffset time)
        {
            var day = knowledge.Words.DayFrom(checkIn.Local(time), now, language);
            return sameDay ? $"{day} {PlanWords.Clock(checkIn.Local(time))}" : day;
        }
    }

    private void Close(StrategyEntry strategy, string condition)
    {
        if (!_closed.Any(one => one.Strategy == strategy))
            _closed.Add((strategy, condition));
    }

    private bool IsPlain(CautionLevel level, string[] doses, IReadOnlyList<DoseRule> rules)
    {
        if (level == CautionLevel.General || doses.Any(name => facts.Cautions.For(knowledge.DoseOwner(name)).Level >= CautionLevel.General))
            return true;

        return facts.CheckIn.Runner.BodyMassKg is null && rules.Any(rule => rule.NeedsMass);
    }
}
