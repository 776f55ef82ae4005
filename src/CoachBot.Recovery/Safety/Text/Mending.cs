namespace CoachBot.Recovery.Safety.Text;

/// <summary>
/// Understands the danger words of one language with one slip in them. Each is filed under itself and under itself less one
/// letter; what was typed is looked up the same way, which finds all slips without comparing it with every word.
/// </summary>
internal sealed class Mending
{
    private const int ShortestSwapped = 4;
    private const int ShortestMended = 5;
    private const int LongestWord = 24;

    // For each key the newest filing; each filing points on to the one before it with the same key.
    private readonly Dictionary<ulong, int> _newest = [];
    private readonly List<(int Danger, int Next)> _filings = [];
    private readonly List<(string Word, int Symbol)> _dangers = [];
    private readonly HashSet<(string, int)> _known = [];

    /// <summary>Slips in <paramref name="word"/> are understood as the symbol.</summary>
    public void Teach(string word, int symbol)
    {
        if (word.Length is < ShortestSwapped or > LongestWord || !_known.Add((word, symbol)))
            return;

        _dangers.Add((word, symbol));
        for (var skip = -1; skip < word.Length; skip++)
        {
            var key = Hash(word, skip);
            _filings.Add((_dangers.Count - 1, _newest.GetValueOrDefault(key, -1)));
            _newest[key] = _filings.Count - 1;
        }
    }

    public void Add(ReadOnlySpan<char> word, ref Token token)
    {
        if (word.Length is < ShortestSwapped or > LongestWord + 1)
            return;

        for (var skip = -1; skip < word.Length; skip++)
        {
            for (var filing = _newest.GetValueOrDefault(Hash(word, skip), -1); filing >= 0; filing = _filings[filing].Next)
            {
                var danger = _dangers[_filings[filing].Danger];
                if (IsSlip(word, danger.Word))
                    token.AddMended(danger.Symbol);
            }
        }
    }

    private static ulong Hash(ReadOnlySpan<char> word, int skip)
    {
        var hash = LetterHash.Start;
        for (var at = 0; at < word.Length; at++)
        {
            if (at != skip)
                hash = LetterHash.Add(hash, word[at]);
        }

        return hash;
    }

    /// <summary>One letter missing, added, changed or swapped, the first letter kept (or swapped); short words only swapped.</summary>
    private static bool IsSlip(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        var from = typed.CommonPrefixLength(meant);
        var typedRest = typed[from..];
        var meantRest = meant[from..];
        if (typedRest.IsEmpty && meantRest.IsEmpty)
            return true;
        if (typedRest.Length > 1 && meantRest.Length > 1 && typedRest[0] == meantRest[1] && typedRest[1] == meantRest[0]
            && typedRest[2..].SequenceEqual(meantRest[2..]))
            return true;
        if (from == 0 || meant.Length < ShortestMended || typed.Length < ShortestMended - 1)
            return false;

        return (typed.Length - meant.Length) switch
        {
            0 => typedRest[1..].SequenceEqual(meantRest[1..]),
            1 => typedRest[1..].SequenceEqual(meantRest),
            -1 => typedRest.SequenceEqual(meantRest[1..]),
            _ => false,
        };
    }
}
