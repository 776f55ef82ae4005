using CoachBot.Recovery.Safety.Text;

namespace CoachBot.Recovery.Safety.Rules;

/// <summary>One language ready to read: its phrases, and the rules in terms of its list numbers.</summary>
internal sealed class SafetyLanguage
{
    private readonly PhraseGraph _phrases;
    private readonly CompiledRule[] _rules;
    private readonly bool[] _isSign;
    private readonly bool[] _isFixed;

    public SafetyLanguage(string code, PhraseGraph phrases, IReadOnlyList<string> lists, IReadOnlyList<SafetyRule> rules)
    {
        Code = code;
        _phrases = phrases;
        var numbers = lists.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);
        _isSign = new bool[lists.Count];
        foreach (var need in rules.Where(rule => rule.Tier >= SafetyTier.T3).SelectMany(rule => rule.Needs).SelectMany(need => need.Split('|')))
            _isSign[numbers[need]] = true;
        var deaf = rules.Where(rule => rule.NeverNegated).SelectMany(rule => rule.Needs).SelectMany(need => need.Split('|')).ToHashSet(StringComparer.Ordinal);
        var needed = rules.SelectMany(rule => rule.Needs).SelectMany(need => need.Split('|')).ToHashSet(StringComparer.Ordinal);
        _isFixed = [.. lists.Select((name, number) => number >= MarkerLists.Names.Count && (!needed.Contains(name) || deaf.Contains(name)))];
        _rules = [.. rules.Select(rule => new CompiledRule(rule, numbers))];
    }

    public string Code { get; }

    public void Assess(ReadOnlySpan<Token> tokens, List<SafetySign> into)
    {
        var hits = new List<Hit>();
        _phrases.Find(tokens, hits);
        if (!hits.Exists(hit => hit.List >= MarkerLists.Hyperbole))
            return;

        var reading = Reading.Of(tokens, hits, _isSign, _isFixed);
        foreach (var rule in _rules)
            rule.Match(tokens, reading, into);
    }
}
