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
    private readonly int _number;

    public SafetyLanguage(string code, int number, PhraseGraph phrases, IReadOnlyList<string> lists, IReadOnlyList<SafetyRule> rules, HashSet<int> common)
    {
        _common = common;
        _number = number;
        Code = code;
        _phrases = phrases;
        var numbers = lists.Select((name, number) => (name, number)).ToDictionary(pair => pair.name, pair => pair.number, StringComparer.Ordinal);
        _isSign = new bool[lists.Count];
        foreach (var need in rules.Where(rule => rule.Tier >= SafetyTier.T3).SelectMany(rule => rule.Needs).SelectMany(need => need.Split('|')))
            _isSign[numbers[need]] = true;
        var deaf = rules.Where(rule => rule.NeverNegated).SelectMany(rule => rule.Needs).SelectMany(need => need.Split('|')).ToHashSet(StringComparer.Ordinal);
        var needed = rules.SelectMany(rule => rule.Needs).SelectMany(need => need.Split('|')).ToHashSet(StringComparer.Ordinal);
        _isFixed = [.. lists.Select((name, number) => number >= MarkerLists.Names.Count && (!needed.Contains(name) || deaf.Contains(name)))];
        _rules = [.. rules.Select((rule, place) => new CompiledRule(rule, place, numbers))];
    }

    public string Code { get; }

    public bool IsCommon(int symbol) => _common.Contains(symbol);

    /// <summary>The language that the text is written in. Only here are misspelt words mended.</summary>
    /// <returns>What the other languages need to know.</returns>
    public PrimaryReading AssessAsPrimary(ReadOnlySpan<Token> tokens, List<SafetySign> into)
    {
        var primary = new PrimaryReading();
        var hits = new List<Hit>();
        _phrases.Find(tokens, 1 << _number, hits);
        if (!hits.Exists(hit => hit.List >= MarkerLists.Hyperbole))
            return primary;

        var reading = Reading.Of(tokens, hits, _isSign, _isFixed);
        primary.AddSilenced(hits, reading.Signs);
        foreach (var rule in _rules)
            rule.Match(tokens, reading, primary, isPrimary: true, into);
        return primary;
    }

    /// <param name="primary">
    /// What the language of the text made of it; null where none is sure. A word of several languages ("covid") is left to that
    /// one, which alone understands the "nie" or "sin" around it.
    /// </param>
    public void Assess(ReadOnlySpan<Token> tokens, PrimaryReading? primary, List<SafetySign> into)
    {
        var hits = new List<Hit>();
        _phrases.Find(tokens, mended: 0, hits);
        primary?.RemoveSilenced(hits);
        if (!hits.Exists(hit => hit.List >= MarkerLists.Hyperbole))
            return;

        var reading = Reading.Of(tokens, hits, _isSign, _isFixed);
        foreach (var rule in _rules)
            rule.Match(tokens, reading, primary, isPrimary: false, into);
    }
}
