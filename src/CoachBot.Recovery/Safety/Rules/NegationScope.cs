using CoachBot.Recovery.Safety.Text;

namespace CoachBot.Recovery.Safety.Rules;

/// <summary>
/// Which words a negation reaches, in the manner of ConText (evidence C-ii 3, S108). It errs towards not reaching: an unknown
/// word ends it, so that "no sleep, chest hurts" keeps its chest.
/// </summary>
internal ref struct NegationScope
{
    private const int LongestScope = 30;
    private const int LongestAfterAnd = 3;

    private readonly ReadOnlySpan<Token> _tokens;
    private readonly ReadOnlySpan<int> _segments;
    private readonly HitIndex _markers;

    // For each token the end of the longest sign phrase that starts there; 0 where none does.
    private readonly ReadOnlySpan<int> _signEnds;
    private readonly Span<bool> _negated;

    public NegationScope(
        ReadOnlySpan<Token> tokens, ReadOnlySpan<int> segments, HitIndex markers, ReadOnlySpan<int> signEnds, Span<bool> negated)
    {
        _tokens = tokens;
        _segments = segments;
        _markers = markers;
        _signEnds = signEnds;
        _negated = negated;
    }

    /// <param name="inSign">Tokens that belong to a longer sign phrase ("can't breathe") negate nothing.</param>
    public void Mark(ReadOnlySpan<bool> inSign)
    {
        foreach (var trigger in _markers.Of(MarkerLists.Negation))
        {
            if (!inSign[trigger.Start] && !IsPseudo(trigger))
                MarkForward(trigger.End, trigger.Start);
        }

        foreach (var denial in _markers.Of(MarkerLists.Denial))
        {
            if (StandsAlone(denial))
                MarkSegmentBefore(denial.Start - 1);
        }

        foreach (var trailing in _markers.Of(MarkerLists.TrailingNegation))
        {
            if (IsSegmentEnd(trailing.End) && trailing.Start > 0 && _segments[trailing.Start - 1] == _segments[trailing.Start] && !inSign[trailing.Start])
                MarkSegmentBefore(trailing.Start - 1);
        }
    }

    private readonly bool IsPseudo(Hit trigger)
    {
        const int longestPhrase = 8;
        var pseudos = _markers.Of(MarkerLists.PseudoNegation);
        for (var index = _markers.FirstFrom(MarkerLists.PseudoNegation, trigger.Start - longestPhrase); index < pseudos.Count; index++)
        {
            if (pseudos[index].Start > trigger.Start)
                return false;
            if (pseudos[index].Covers(trigger))
                return true;
        }

        return false;
    }

    private readonly void MarkForward(int from, int trigger)
    {
        if (from >= _tokens.Length || _segments[from] != _segments[from - 1])
            return;

        var limit = Limit(from, trigger);
        var lastOr = LastOr(from, limit);
        var at = from;
        var afterAnd = false;
        while (at < limit)
        {
            if (at > from && _segments[at] != _segments[at - 1] && at > lastOr && !IsOneItem(at))
                return;

            if (_signEnds[at] > 0)
            {
                if (afterAnd && SegmentEnd(_signEnds[at]) - _signEnds[at] > LongestAfterAnd)
                    return;
                _negated[at.._signEnds[at]].Fill(true);
                at = _signEnds[at];
                afterAnd = false;
                continue;
            }

            var bridge = _markers.LongestAt(MarkerLists.Bridge, at);
            var or = _markers.LongestAt(MarkerLists.Or, at);
            var and = _markers.LongestAt(MarkerLists.And, at);
            afterAnd |= and.Length > 0;
            var step = Math.Max(bridge.Length, Math.Max(or.Length, and.Length));
            if (step == 0 && at > lastOr + 1)
                return;
            at += Math.Max(1, step);
        }
    }

    /// <summary>Where the negation can reach at most: sentence end, "but", a new clause.</summary>
    private readonly int Limit(int from, int trigger)
    {
        var limit = Math.Min(_tokens.Length, from + LongestScope);
        for (var at = from; at < limit; at++)
        {
            if (_tokens[at].Sentence != _tokens[trigger].Sentence || _markers.LongestAt(MarkerLists.But, at).Length > 0)
                return at;
            if (_markers.LongestAt(MarkerLists.Clause, at).Length > 0 && _signEnds[at] == 0)
                return at;
        }

        return limit;
    }

    private readonly int LastOr(int from, int limit)
    {
        for (var at = limit - 1; at >= from; at--)
        {
            if (_markers.LongestAt(MarkerLists.Or, at).Length > 0)
                return at;
        }

        return -2;
    }

    /// <summary>"…, swelling, numbness": the whole segment is one sign phrase.</summary>
    private readonly bool IsOneItem(int at) => _signEnds[at] > 0 && _signEnds[at] == SegmentEnd(at);

    private readonly int SegmentEnd(int at)
    {
        if (at >= _tokens.Length)
            return _tokens.Length;

        var end = at;
        while (end < _tokens.Length && end - at < LongestScope && _segments[end] == _segments[at])
            end++;
        return end;
    }

    private readonly bool IsSegmentEnd(int end) => end >= _tokens.Length || _segments[end] != _segments[end - 1];

    private readonly bool StandsAlone(Hit denial) =>
        denial.Start > 0 && _segments[denial.Start - 1] != _segments[denial.Start] && IsSegmentEnd(denial.End)
        && (_tokens[denial.Start - 1].Sentence == _tokens[denial.Start].Sentence || _tokens[denial.Start - 1].AskedAfter);

    private readonly void MarkSegmentBefore(int last)
    {
        for (var at = last; at >= 0 && last - at < LongestScope && _segments[at] == _segments[last]; at--)
            _negated[at] = true;
    }
}
