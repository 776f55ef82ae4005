using CoachBot.Recovery.Safety.Text;

namespace CoachBot.Recovery.Safety.Rules;

/// <summary>The tokens of phrases that only sound dangerous.</summary>
internal sealed class IdiomMask
{
    private readonly int[] _ends;
    private readonly int[] _startOf;

    private IdiomMask(int[] ends)
    {
        _ends = ends;
        _startOf = Spread(ends);
    }

    /// <summary>Null where no hit is an idiom.</summary>
    public static IdiomMask? Of(int tokens, List<Hit> hits)
    {
        if (!hits.Exists(IsIdiom))
            return null;

        var ends = new int[tokens];
        foreach (var hit in hits)
        {
            if (IsIdiom(hit))
                ends[hit.Start] = Math.Max(ends[hit.Start], hit.End);
        }

        return new IdiomMask(ends);
    }

    /// <summary>A phrase that reaches into an idiom is hidden, unless it is longer and holds the whole idiom.</summary>
    public bool Hides(Hit hit)
    {
        if (hit.List == MarkerLists.Idiom)
            return true;

        for (var at = hit.Start; at < hit.End; at++)
        {
            var start = _startOf[at];
            if (start < 0)
                continue;
            var holds = hit.Start <= start && hit.End >= _ends[start] && hit.Length > _ends[start] - start;
            if (!holds)
                return true;
        }

        return false;
    }

    private static bool IsIdiom(Hit hit) => hit.List is MarkerLists.Idiom or MarkerLists.Hyperbole;

    /// <summary>For each token the start of the idiom that covers it, or -1.</summary>
    private static int[] Spread(int[] ends)
    {
        var startOf = new int[ends.Length];
        var current = -1;
        for (var at = 0; at < startOf.Length; at++)
        {
            if (ends[at] > 0 && (current < 0 || ends[at] > ends[current]))
                current = at;
            if (current >= 0 && at >= ends[current])
                current = -1;
            startOf[at] = current;
        }

        return startOf;
    }
}
