using CoachBot.Recovery.Safety.Text;

namespace CoachBot.Recovery.Safety.Rules;

/// <summary>What the language of the text has settled, so that the phrases of another do not reopen it. All languages have the same lists.</summary>
internal sealed class PrimaryReading
{
    private readonly HashSet<Hit> _silenced = [];
    private readonly HashSet<(int Rule, int Start, int End)> _judged = [];

    private IdiomMask? _idioms;

    /// <summary>Takes in the hits that an idiom or a negation has taken away.</summary>
    public void AddSilenced(List<Hit> hits, Reading reading)
    {
        _idioms = reading.Idioms;
        foreach (var hit in hits)
        {
            if (hit.List >= MarkerLists.Names.Count && !reading.Signs.Contains(hit))
                _silenced.Add(hit);
        }
    }

    /// <summary>Whether a hit of another language is to count. One word known by its beginning alone ("knackered", German knack*) is chance.</summary>
    public bool Lets(Hit hit, in Token first, int language) =>
        hit.List < MarkerLists.Names.Count
        || (!_silenced.Contains(hit) && _idioms?.Hides(hit) != true && (hit.Length > 1 || (first.WholeIn & (1 << language)) != 0));

    /// <summary>A rule has matched there, whatever came of it: a question, a history, an excuse.</summary>
    public void AddJudged(int rule, Hit match) => _judged.Add((rule, match.Start, match.End));

    public bool HasJudged(int rule, Hit match) => _judged.Contains((rule, match.Start, match.End));
}
