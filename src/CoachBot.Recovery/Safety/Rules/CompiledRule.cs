using CoachBot.Recovery.Safety.Text;

namespace CoachBot.Recovery.Safety.Rules;

/// <summary>A rule with list numbers in place of names.</summary>
internal sealed class CompiledRule
{
    private readonly SafetyRule _rule;
    private readonly int _place;
    private readonly int[][] _needs;
    private readonly int[] _unless;

    public CompiledRule(SafetyRule rule, int place, Dictionary<string, int> lists)
    {
        _rule = rule;
        _place = place;
        _needs = [.. rule.Needs.Select(need => need.Split('|').Select(name => lists[name]).ToArray())];
        _unless = [.. rule.Unless.Select(name => lists[name])];
    }

    /// <summary>The first need may be met by this list.</summary>
    public bool HasAnchor(int list) => _needs[0].Contains(list);

    /// <summary>Looks at every hit of <paramref name="anchor"/> until the sign is found with its full tier, for the runner.</summary>
    public void Match(
        int anchor, ReadOnlySpan<Token> tokens, Reading reading, PrimaryReading? primary, bool isPrimary, List<SafetySign> into)
    {
        for (var index = 1; index < _needs.Length; index++)
        {
            if (!HasAny(reading.Signs, _needs[index]))
                return;
        }

        var context = new ClauseContext(tokens, reading.Segments, reading.Markers, reading.Signs);
        foreach (var hit in reading.Signs.Of(anchor))
        {
            if (Complete(tokens, reading, hit) is not { } match)
                continue;
            if (isPrimary)
                primary!.AddJudged(_place, match);
            else if (primary is not null && primary.HasJudged(_place, match))
                continue;
            if (IsExcused(tokens, reading, match))
                continue;

            var sign = ToSign(context, match);
            if (sign is not null)
                into.Add(sign);
            if (sign is { OtherPerson: false } && sign.Tier == _rule.Tier)
                return;
        }
    }

    private static bool HasAny(HitIndex signs, int[] lists)
    {
        foreach (var list in lists)
        {
            if (signs.Has(list))
                return true;
        }

        return false;
    }

    /// <summary>The stretch from the first to the last part, taking for each part the hit nearest to those already found.</summary>
    private Hit? Complete(ReadOnlySpan<Token> tokens, Reading reading, Hit anchor)
    {
        Span<Hit> parts = stackalloc Hit[_needs.Length];
        parts[0] = anchor;
        var all = anchor;
        for (var index = 1; index < _needs.Length; index++)
        {
            if (Nearest(tokens, reading, _needs[index], all, parts[..index]) is not { } part)
                return null;
            parts[index] = part;
            all = new Hit(anchor.List, Math.Min(all.Start, part.Start), Math.Max(all.End, part.End));
        }

        return all;
    }

    private Hit? Nearest(ReadOnlySpan<Token> tokens, Reading reading, int[] lists, Hit all, ReadOnlySpan<Hit> taken)
    {
        Hit? best = null;
        var bestIsNear = false;
        foreach (var list in lists)
        {
            var hits = reading.Signs.Of(list);
            const int longestPhrase = 12;
            for (var index = reading.Signs.FirstFrom(list, all.Start - _rule.Within - longestPhrase); index < hits.Count; index++)
            {
                var hit = hits[index];
                if (hit.Start > all.End + _rule.Within)
                    break;
                if (hit.DistanceTo(all) > _rule.Within || OverlapsAny(hit, taken))
                    continue;

                // One's own sentence first: what is grave alone must not be excused by a word of the next one.
                var isNear = tokens[hit.Start].Sentence == tokens[taken[0].Start].Sentence;
                if (!isNear && (bestIsNear || !_rule.AcrossSentences))
                    continue;
                if (best is { } found && isNear == bestIsNear && found.DistanceTo(all) <= hit.DistanceTo(all))
                    continue;
                (best, bestIsNear) = (hit, isNear);
            }
        }

        return best;
    }

    private static bool OverlapsAny(Hit hit, ReadOnlySpan<Hit> taken)
    {
        foreach (var other in taken)
        {
            if (hit.Overlaps(other))
                return true;
        }

        return false;
    }

    private bool IsExcused(ReadOnlySpan<Token> tokens, Reading reading, Hit match)
    {
        const int reach = 25;
        foreach (var list in _unless)
        {
            var hits = reading.Signs.Of(list);
            for (var index = reading.Signs.FirstFrom(list, match.Start - reach); index < hits.Count && hits[index].Start < match.End + reach; index++)
            {
                if (tokens[hits[index].Start].Sentence >= tokens[match.Start].Sentence && tokens[hits[index].Start].Sentence <= tokens[match.End - 1].Sentence)
                    return true;
            }
        }

        return false;
    }

    private SafetySign? ToSign(ClauseContext context, Hit match)
    {
        if (!_rule.InQuestions && context.IsHypothetical(match))
            return _rule.Tier >= SafetyTier.T3 ? new SafetySign(_rule.Condition + ".question", SafetyTier.None) : null;

        var other = !_rule.Anyone && context.IsOther(match);
        if (!_rule.Anyone && context.IsFamilyHistory(match))
            return _rule.Tier >= SafetyTier.T2 ? new SafetySign(_rule.Condition + ".family-history", SafetyTier.T4) : null;
        if (other && _rule.Tier < SafetyTier.T2)
            return null;

        if (context.IsDistantPast(match))
            return _rule.Distant is { } tier ? Sign(tier, other) : Past(other);
        if (_rule.Recent is { } recent && context.IsRecentPast(match))
            return Sign(recent, other);
        var resolved = _rule.Resolved ?? (_rule.Tier >= SafetyTier.T2 ? _rule.Tier : SafetyTier.None);
        return Sign(resolved < _rule.Tier && context.IsResolved(match) ? resolved : _rule.Tier, other);
    }

    /// <summary>Years ago: a history to respect, for the runner only.</summary>
    private SafetySign? Past(bool other) =>
        other || _rule.Tier <= SafetyTier.T4 ? null : new SafetySign(_rule.Condition + ".history", SafetyTier.T4);

    private SafetySign? Sign(SafetyTier tier, bool other) =>
        tier == SafetyTier.None && _rule.Tier != SafetyTier.None ? null : new SafetySign(_rule.Id, tier) { Ask = _rule.Ask, OtherPerson = other };
}
