using CoachBot.Recovery.Safety.Text;

namespace CoachBot.Recovery.Safety.Rules;

/// <summary>What the language of the text has settled, so that the phrases of another do not reopen it. All languages have the same lists.</summary>
internal sealed class PrimaryReading
{
    private readonly HashSet<Hit> _silenced = [];
    private readonly HashSet<(int Rule, int Start, int End)> _judged = [];

    /// <summary>Hits that an idiom or a negation has taken away.</summary>
    public void AddSilenced(List<Hit> hits, HitIndex alive)
    {
        foreach (var hit in hits)
        {
            if (hit.List >= MarkerLists.Names.Count && !alive.Contains(hit))
                _silenced.Add(hit);
        }
    }

    public void RemoveSilenced(List<Hit> hits)
    {
        if (_silenced.Count > 0)
            hits.RemoveAll(_silenced.Contains);
    }

    /// <summary>A rule has matched there, whatever came of it: a question, a history, an excuse.</summary>
    public void AddJudged(int rule, Hit match) => _judged.Add((rule, match.Start, match.End));

    public bool HasJudged(int rule, Hit match) => _judged.Contains((rule, match.Start, match.End));
}
