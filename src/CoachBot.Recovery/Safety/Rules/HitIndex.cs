using CoachBot.Recovery.Safety.Text;

namespace CoachBot.Recovery.Safety.Rules;

/// <summary>The hits of one language in one text, by list and in the order of the text. Reused from text to text.</summary>
internal sealed class HitIndex
{
    private readonly List<int> _present = [];
    private List<Hit>[] _byList = [];

    /// <summary>The lists that have hits.</summary>
    public IReadOnlyList<int> Present => _present;

    /// <summary>Empties it, for lists numbered below <paramref name="lists"/>.</summary>
    public void Reset(int lists)
    {
        foreach (var list in _present)
            _byList[list].Clear();
        _present.Clear();
        if (_byList.Length < lists)
            _byList = [.. Enumerable.Range(0, lists).Select(_ => new List<Hit>())];
    }

    public void Add(Hit hit)
    {
        var hits = _byList[hit.List];
        if (hits.Count == 0)
            _present.Add(hit.List);
        hits.Add(hit);
    }

    public bool Has(int list) => _byList[list].Count > 0;

    public List<Hit> Of(int list) => _byList[list];

    /// <summary>The first hit of the list that starts at or after a token; its index, or the count.</summary>
    public int FirstFrom(int list, int token)
    {
        var hits = _byList[list];
        var low = 0;
        var high = hits.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (hits[middle].Start < token)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Some hit of the list that starts within [from, to).</summary>
    public bool Any(int list, int from, int to)
    {
        var index = FirstFrom(list, from);
        return index < _byList[list].Count && _byList[list][index].Start < to;
    }

    public bool Contains(Hit hit)
    {
        var hits = Of(hit.List);
        for (var index = FirstFrom(hit.List, hit.Start); index < hits.Count && hits[index].Start == hit.Start; index++)
        {
            if (hits[index].End == hit.End)
                return true;
        }

        return false;
    }

    /// <summary>The longest hit of the list that starts at this very token; length 0 where there is none.</summary>
    public Hit LongestAt(int list, int token)
    {
        var best = new Hit(list, token, token);
        var hits = Of(list);
        for (var index = FirstFrom(list, token); index < hits.Count && hits[index].Start == token; index++)
        {
            if (hits[index].End > best.End)
                best = hits[index];
        }

        return best;
    }
}
