using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>A word that wants a value: "rpe", "slept", "energy".</summary>
/// <param name="Key">The value of its class.</param>
/// <param name="Weight">How much its wish counts beside others'.</param>
internal sealed record Anchor(string Key, int First, int End, double Weight);

/// <summary>A value that may belong to the anchor before or after it.</summary>
internal sealed record Candidate(int First, int End, int Index);

/// <summary>
/// Gives each anchor the value just after or just before it, so that as many as possible find one: "rpe 4 slept 7" and
/// "4 rpe, 7 h sleep" both come out right.
/// </summary>
internal static class Binder
{
    private const double MaxCost = 5;
    private const int MaxGap = 12;
    private const double Reward = 10;
    private const double RightBias = 0.6;
    private const double ClauseCost = 3;

    /// <param name="u">The message.</param>
    /// <param name="anchors">In order.</param>
    /// <param name="candidates">In order.</param>
    /// <param name="fit">How well a value suits an anchor; null: not at all.</param>
    /// <param name="seeThrough">Items that do not stand between the two, such as numbers between words.</param>
    public static Dictionary<Anchor, Candidate> Bind(
        Utterance u, IReadOnlyList<Anchor> anchors, IReadOnlyList<Candidate> candidates, Func<Anchor, Candidate, double?> fit, bool[]? seeThrough = null)
    {
        // best[i, side] over the anchors from the left; side 0 nothing, 1 left, 2 right.
        var score = new double[anchors.Count, 3];
        var from = new int[anchors.Count, 3];
        var options = new (Candidate? Candidate, double Score)[anchors.Count, 3];
        var isAnchor = Mark(u, anchors);
        for (var i = 0; i < anchors.Count; i++)
        {
            options[i, 1] = Nearest(u, isAnchor, anchors[i], candidates, fit, seeThrough, left: true);
            options[i, 2] = Nearest(u, isAnchor, anchors[i], candidates, fit, seeThrough, left: false);
            for (var side = 0; side < 3; side++)
                (score[i, side], from[i, side]) = BestBefore(score, options, i, side);
        }

        return Trace(anchors, score, from, options);
    }

    private static bool[] Mark(Utterance u, IReadOnlyList<Anchor> anchors)
    {
        var marked = new bool[u.Items.Count];
        foreach (var anchor in anchors)
            Array.Fill(marked, true, anchor.First, anchor.End - anchor.First);

        return marked;
    }

    private static (double Score, int From) BestBefore(double[,] score, (Candidate? Candidate, double Score)[,] options, int i, int side)
    {
        if (side > 0 && options[i, side].Candidate is null)
            return (double.NegativeInfinity, 0);

        var best = (Score: double.NegativeInfinity, From: 0);
        for (var before = 0; i > 0 && before < 3; before++)
        {
            var clash = before > 0 && side > 0 && options[i - 1, before].Candidate == options[i, side].Candidate;
            if (!clash && score[i - 1, before] > best.Score)
                best = (score[i - 1, before], before);
        }

        return i == 0 ? (options[i, side].Score, 0) : (best.Score + options[i, side].Score, best.From);
    }

    private static Dictionary<Anchor, Candidate> Trace(
        IReadOnlyList<Anchor> anchors, double[,] score, int[,] from, (Candidate? Candidate, double Score)[,] options)
    {
        var bound = new Dictionary<Anchor, Candidate>();
        var last = anchors.Count - 1;
        if (last < 0)
            return bound;

        var side = 0;
        for (var s = 1; s < 3; s++)
        {
            if (score[last, s] > score[last, side])
                side = s;
        }

        for (var i = last; i >= 0; i--)
        {
            if (options[i, side].Candidate is { } candidate)
                bound[anchors[i]] = candidate;

            side = from[i, side];
        }

        return bound;
    }

    private static (Candidate? Candidate, double Score) Nearest(
        Utterance u, bool[] isAnchor, Anchor anchor, IReadOnlyList<Candidate> candidates, Func<Anchor, Candidate, double?> fit, bool[]? seeThrough, bool left)
    {
        var best = (Candidate: (Candidate?)null, Score: 0d);
        foreach (var candidate in candidates)
        {
            var gap = left ? anchor.First - candidate.End : candidate.First - anchor.End;
            if (gap is < 0 or > MaxGap || fit(anchor, candidate) is not { } quality)
                continue;

            var cost = left ? Cost(u, isAnchor, seeThrough, candidate.End, anchor.First, left) : Cost(u, isAnchor, seeThrough, anchor.End, candidate.First, left);
            if (cost > MaxCost)
                continue;

            var score = (Reward - cost + (left ? 0 : RightBias)) * anchor.Weight + quality;
            if (score > best.Score)
                best = (candidate, score);
        }

        return best;
    }

    private static double Cost(Utterance u, bool[] isAnchor, bool[]? seeThrough, int from, int to, bool left)
    {
        var cost = 0d;
        for (var i = from; i < to; i++)
            cost += isAnchor[i] ? MaxCost + 1 : seeThrough?[i] == true ? 0.1 : CostOf(u.Items[i]);

        var clauses = u.Items[to].Clause - u.Items[from - 1].Clause;
        return cost + clauses * (left ? ClauseCost + 1 : ClauseCost);
    }

    private static double CostOf(Item item)
    {
        if (item.IsMark)
            return item.First.Text is ":" or "=" ? 0 : 0.1;

        if (item.IsNumeric)
            return 3;

        return item.Is(WordClass.Filler) || item.Is(WordClass.Approx) || item.Is(WordClass.Article) ? 0.1 : item.IsUnknown ? 1 : 0.8;
    }
}
