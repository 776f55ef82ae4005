using System.Runtime.InteropServices;
using CoachBot.Recovery.Safety.Text;

namespace CoachBot.Recovery.Safety.Rules;

/// <summary>One language ready to read: its phrases, and the rules in terms of its list numbers.</summary>
internal sealed class SafetyLanguage
{
    private readonly PhraseGraph _phrases;
    private readonly CompiledRule[][] _rulesByAnchor;
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
        var compiled = rules.Select((rule, place) => new CompiledRule(rule, place, numbers)).ToArray();
        _rulesByAnchor = [.. lists.Select((_, number) => compiled.Where(rule => rule.HasAnchor(number)).ToArray())];
    }

    public string Code { get; }

    public bool IsCommon(int symbol) => _common.Contains(symbol);

    /// <summary>The language that the text is written in. Only here are misspelt words mended.</summary>
    /// <returns>What the other languages need to know.</returns>
    public PrimaryReading AssessAsPrimary(Workspace workspace, List<SafetySign> into)
    {
        var primary = new PrimaryReading();
        if (Find(workspace, mended: true, null) is not { } reading)
            return primary;

        primary.AddSilenced(workspace.Hits, reading);
        Match(workspace, reading, primary, isPrimary: true, into);
        return primary;
    }

    /// <param name="primary">
    /// What the language of the text made of it; null where none is sure. A word of several languages ("covid") is left to that
    /// one, which alone understands the "nie" or "sin" around it.
    /// </param>
    public void Assess(Workspace workspace, PrimaryReading? primary, List<SafetySign> into)
    {
        if (Find(workspace, mended: false, primary) is { } reading)
            Match(workspace, reading, primary, isPrimary: false, into);
    }

    private Reading? Find(Workspace workspace, bool mended, PrimaryReading? primary)
    {
        var tokens = CollectionsMarshal.AsSpan(workspace.Tokens);
        workspace.Hits.Clear();
        _phrases.Find(tokens, mended, workspace.Hits);
        if (primary is not null)
            workspace.Hits.RemoveAll(hit => !primary.Lets(hit, workspace.Tokens[hit.Start], _number));
        return workspace.Hits.Exists(hit => hit.List >= MarkerLists.Hyperbole) ? Reading.Of(tokens, workspace, _isSign, _isFixed) : null;
    }

    private void Match(Workspace workspace, Reading reading, PrimaryReading? primary, bool isPrimary, List<SafetySign> into)
    {
        var tokens = CollectionsMarshal.AsSpan(workspace.Tokens);
        foreach (var list in reading.Signs.Present)
        {
            foreach (var rule in _rulesByAnchor[list])
                rule.Match(list, tokens, reading, primary, isPrimary, into);
        }
    }
}
