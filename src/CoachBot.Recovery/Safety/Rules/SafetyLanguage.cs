using CoachBot.Recovery.Safety.Text;

namespace CoachBot.Recovery.Safety.Rules;

/// <summary>One language ready to read: its phrases, and the rules in terms of its list numbers.</summary>
internal sealed class SafetyLanguage
{
    private readonly PhraseGraph _phrases;
    private readonly CompiledRule[] _rules;
    private readonly bool[] _isSign;
    private readonly bool[] _isFixed;

    private readonly HashSet<int> _common;

    public SafetyLanguage(string code, PhraseGraph phrases, IReadOnlyList<string> lists, IReadOnlyList<SafetyRule> rules, HashSet<int> common)
    {
        _common = common;
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

    /// <summary>How many of the tokens are everyday words of this language.</summary>
    public int CountCommon(ReadOnlySpan<Token> tokens)
    {
        var count = 0;
        foreach (ref readonly var token in tokens)
        {
            if (token.SymbolCount > 0 && _common.Contains(token.Symbols[0]))
                count++;
        }

        return count;
    }

    /// <param name="primary">
    /// What the language that the text is written in has read. A word of several languages ("covid") is left to that one, which
    /// alone understands the "nie" or "sin" around it.
    /// </param>
    /// <returns>All hits, for the other languages.</returns>
    public List<Hit> Assess(ReadOnlySpan<Token> tokens, List<Hit>? primary, List<SafetySign> into)
    {
        var hits = new List<Hit>();
        _phrases.Find(tokens, hits);
        if (primary is { Count: > 0 } && hits.Count > 0)
        {
            var taken = primary.ToHashSet();
            hits.RemoveAll(hit => hit.List >= MarkerLists.Names.Count && taken.Contains(hit));
        }

        if (!hits.Exists(hit => hit.List >= MarkerLists.Hyperbole))
            return hits;

        var reading = Reading.Of(tokens, hits, _isSign, _isFixed);
        foreach (var rule in _rules)
            rule.Match(tokens, reading, into);
        return hits;
    }
}
