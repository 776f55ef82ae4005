using CoachBot.Recovery.Safety.Text;

namespace CoachBot.Recovery.Safety.Rules;

/// <summary>The hits of one language after idioms and negations have been taken out, and the markers around them.</summary>
internal sealed class Reading
{
    private Reading(HitIndex signs, HitIndex markers, int[] segments, IdiomMask? idioms)
    {
        Idioms = idioms;
        Signs = signs;
        Markers = markers;
        Segments = segments;
    }

    /// <summary>Null where there is no idiom.</summary>
    public IdiomMask? Idioms { get; }

    public HitIndex Signs { get; }

    public HitIndex Markers { get; }

    /// <summary>The segments of the text, cut at this language's "but" as well.</summary>
    public int[] Segments { get; }

    /// <param name="isSign">The lists that some grave rule needs: a "no" inside one of their phrases belongs to the phrase.</param>
    /// <param name="isFixed">
    /// Lists that neither idiom nor negation touches: those that only take rules back ("cold wind") and those of rules that are never negated.
    /// </param>
    public static Reading Of(ReadOnlySpan<Token> tokens, Workspace workspace, bool[] isSign, bool[] isFixed)
    {
        var hits = workspace.Hits;
        var markers = workspace.Markers;
        markers.Reset(MarkerLists.Names.Count);
        var idioms = IdiomMask.Of(tokens.Length, hits);
        var alive = idioms is null ? hits : hits.FindAll(hit => hit.List == MarkerLists.Hyperbole || isFixed[hit.List] || !idioms.Hides(hit));
        AddMarkers(alive, markers);

        var segments = CutSegments(tokens, markers);
        var negated = new bool[tokens.Length];
        if (markers.Has(MarkerLists.Negation) || markers.Has(MarkerLists.Denial) || markers.Has(MarkerLists.TrailingNegation))
            MarkNegated(tokens, segments, markers, alive, isSign, negated);

        var signs = workspace.Signs;
        signs.Reset(isSign.Length);
        foreach (var hit in alive)
        {
            if (hit.List >= MarkerLists.Hyperbole && (isFixed[hit.List] || !negated.AsSpan(hit.Start, hit.Length).Contains(true)))
                signs.Add(hit);
        }

        return new Reading(signs, markers, segments, idioms);
    }

    private static void AddMarkers(List<Hit> hits, HitIndex markers)
    {
        // "my mate" holds a "my" and "fine now" holds a "now": the longer phrase is the one that is meant.
        for (var index = 0; index < hits.Count; index++)
        {
            var hit = hits[index];
            if (hit.List >= MarkerLists.Names.Count)
                continue;
            var swallowedBy = hit.List switch
            {
                MarkerLists.Self => MarkerLists.Other,
                MarkerLists.Ongoing => MarkerLists.Resolved,
                _ => -1,
            };
            if (swallowedBy < 0 || !IsSwallowed(hits, index, swallowedBy))
                markers.Add(hit);
        }
    }

    /// <summary>Hits come in the order of their starts, so the one that covers another is close by.</summary>
    private static bool IsSwallowed(List<Hit> hits, int index, int list)
    {
        const int longestPhrase = 12;
        var hit = hits[index];
        for (var other = index - 1; other >= 0 && hits[other].Start >= hit.Start - longestPhrase; other--)
        {
            if (hits[other].List == list && hits[other].Covers(hit) && hits[other].Length > hit.Length)
                return true;
        }

        for (var other = index + 1; other < hits.Count && hits[other].Start == hit.Start; other++)
        {
            if (hits[other].List == list && hits[other].Length > hit.Length)
                return true;
        }

        return false;
    }

    private static int[] CutSegments(ReadOnlySpan<Token> tokens, HitIndex markers)
    {
        var segments = new int[tokens.Length];
        var buts = markers.Of(MarkerLists.But);
        var added = 0;
        for (var at = 0; at < tokens.Length; at++)
        {
            while (added < buts.Count && buts[added].Start <= at)
                added++;
            segments[at] = tokens[at].Segment + added;
        }

        return segments;
    }

    private static void MarkNegated(ReadOnlySpan<Token> tokens, int[] segments, HitIndex markers, List<Hit> hits, bool[] isSign, bool[] negated)
    {
        var signEnds = new int[tokens.Length];
        var inSign = new bool[tokens.Length];
        foreach (var hit in hits)
        {
            if (hit.List < MarkerLists.Names.Count)
                continue;
            signEnds[hit.Start] = Math.Max(signEnds[hit.Start], hit.End);
            if (hit.Length > 1 && isSign[hit.List])
                inSign.AsSpan(hit.Start, hit.Length).Fill(true);
        }

        new NegationScope(tokens, segments, markers, signEnds, negated).Mark(inSign);
    }
}
