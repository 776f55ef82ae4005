using CoachBot.Recovery.Safety.Text;

namespace CoachBot.Recovery.Safety.Rules;

/// <summary>When, whose and how certain: what the words around a match say about it (evidence C-ii 5–7).</summary>
internal readonly ref struct ClauseContext(ReadOnlySpan<Token> tokens, ReadOnlySpan<int> segments, HitIndex markers, HitIndex signs)
{
    private const int Reach = 25;
    private const int NearbyWords = 8;
    private const int ForeignWords = 2;

    private readonly ReadOnlySpan<Token> _tokens = tokens;
    private readonly ReadOnlySpan<int> _segments = segments;

    public bool IsDistantPast(Hit match) => Applies(MarkerLists.DistantPast, match) && !IsOngoing(match);

    public bool IsRecentPast(Hit match) => Applies(MarkerLists.RecentPast, match) && !IsOngoing(match);

    public bool IsResolved(Hit match) => Applies(MarkerLists.Resolved, match) && !IsOngoing(match);

    /// <summary>The nearest person before the match is somebody else. A person inside the match ("someone kicked me") is no subject.</summary>
    public bool IsOther(Hit match) => LastBefore(MarkerLists.Other, match) > LastBefore(MarkerLists.Self, match);

    public bool IsFamilyHistory(Hit match)
    {
        var family = LastBefore(MarkerLists.Family, match);
        return family >= 0 && family >= LastBefore(MarkerLists.Self, match)
            && markers.Any(MarkerLists.HadOnce, family, match.End + NearbyWords)
            && !markers.Any(MarkerLists.Now, SentenceStart(match.Start), SentenceEnd(match.End));
    }

    public bool IsHypothetical(Hit match)
    {
        // "What does rhabdo look like?": the question may reach over the sign.
        var asked = LastBefore(MarkerLists.Hypothetical, match, mayReachIn: true);
        return asked >= 0 && !markers.Any(MarkerLists.Report, asked + 1, SentenceEnd(match.End));
    }

    private bool IsOngoing(Hit match)
    {
        var hits = markers.Of(MarkerLists.Ongoing);
        for (var index = First(MarkerLists.Ongoing, match); index < hits.Count && hits[index].Start < match.End + Reach; index++)
        {
            var hit = hits[index];
            if (InSentence(hit, match) && (SameSegment(hit, match) || hit.DistanceTo(match) <= NearbyWords))
                return true;
        }

        return false;
    }

    /// <summary>
    /// In the same part of the sentence, or in a neighbouring part that says little else (", gone now"). "DVT last year, breathless"
    /// dates the DVT alone: a neighbour with a sign of its own speaks of that one.
    /// </summary>
    private bool Applies(int list, Hit match)
    {
        var hits = markers.Of(list);
        for (var index = First(list, match); index < hits.Count && hits[index].Start < match.End + Reach; index++)
        {
            var hit = hits[index];
            if (InSentence(hit, match)
                && (SameSegment(hit, match) || (IsNeighbour(hit, match) && SegmentLength(hit) - hit.Length <= ForeignWords && !HasSign(hit))))
                return true;
        }

        return false;
    }

    private int First(int list, Hit match) => markers.FirstFrom(list, match.Start - Reach);

    private bool InSentence(Hit hit, Hit match) =>
        _tokens[hit.Start].Sentence == _tokens[match.Start].Sentence || _tokens[hit.Start].Sentence == _tokens[match.End - 1].Sentence;

    private bool SameSegment(Hit hit, Hit match) => _segments[hit.Start] >= _segments[match.Start] && _segments[hit.Start] <= _segments[match.End - 1];

    private bool IsNeighbour(Hit hit, Hit match) => _segments[hit.Start] >= _segments[match.Start] - 1 && _segments[hit.Start] <= _segments[match.End - 1] + 1;

    private int SegmentLength(Hit hit) => SegmentEnd(hit) - SegmentStart(hit);

    private bool HasSign(Hit marker)
    {
        var (start, end) = (SegmentStart(marker), SegmentEnd(marker));
        foreach (var list in signs.Present)
        {
            foreach (var sign in signs.Of(list))
            {
                if (sign.Start >= start && sign.End <= end && !sign.Overlaps(marker))
                    return true;
            }
        }

        return false;
    }

    private int SegmentStart(Hit hit)
    {
        var start = hit.Start;
        while (start > 0 && hit.Start - start < Reach && _segments[start - 1] == _segments[hit.Start])
            start--;
        return start;
    }

    private int SegmentEnd(Hit hit)
    {
        var end = hit.Start;
        while (end < _segments.Length && end - hit.Start < Reach && _segments[end] == _segments[hit.Start])
            end++;
        return end;
    }

    private int LastBefore(int list, Hit match, bool mayReachIn = false)
    {
        if (!markers.Has(list))
            return -1;

        var hits = markers.Of(list);
        for (var index = markers.FirstFrom(list, match.Start) - 1; index >= 0; index--)
        {
            var hit = hits[index];
            if (hit.Start < match.Start - Reach || _tokens[hit.Start].Sentence != _tokens[match.Start].Sentence)
                return -1;
            if (hit.End <= match.Start || mayReachIn)
                return hit.Start;
        }

        return -1;
    }

    private int SentenceStart(int at)
    {
        var start = at;
        while (start > 0 && at - start < Reach && _tokens[start - 1].Sentence == _tokens[at].Sentence)
            start--;
        return start;
    }

    private int SentenceEnd(int end)
    {
        var at = end;
        while (at < _tokens.Length && at - end < Reach && _tokens[at].Sentence == _tokens[end - 1].Sentence)
            at++;
        return at;
    }
}
