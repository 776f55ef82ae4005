namespace CoachBot.Recovery.Safety.Text;

/// <summary>
/// Understands danger words with one slip in them. Each danger word is filed under itself and under itself less one letter;
/// what was typed is looked up the same way, which finds all slips without comparing it with every word.
/// </summary>
internal sealed class Mending
{
    private const int ShortestSwapped = 4;
    private const int ShortestMended = 5;
    private const int LongestWord = 24;

    private readonly Dictionary<ulong, List<Danger>> _filed = [];
    private readonly HashSet<(string, int, int)> _known = [];

    private sealed record Danger(string Word, int Symbol, int Language);

    /// <summary>Slips in <paramref name="word"/> are understood as the symbol, by that language only.</summary>
    public void Teach(string word, int symbol, int language)
    {
        if (word.Length is < ShortestSwapped or > LongestWord || !_known.Add((word, symbol, language)))
            return;

        var danger = new Danger(word, symbol, language);
        File(Hash(word, -1), danger);
        for (var skip = 0; skip < word.Length; skip++)
            File(Hash(word, skip), danger);
    }

    /// <param name="languages">In bits, the languages that do not know the word as it was typed.</param>
    public bool Add(ReadOnlySpan<char> word, int languages, ref Token token)
    {
        if (word.Length is < ShortestSwapped or > LongestWord + 1)
            return false;

        var before = token.SymbolCount;
        for (var skip = -1; skip < word.Length; skip++)
        {
            if (!_filed.TryGetValue(Hash(word, skip), out var near))
                continue;
            foreach (var danger in near)
            {
                if ((languages & (1 << danger.Language)) != 0 && IsSlip(word, danger.Word))
                    token.Add(danger.Symbol, 1 << danger.Language);
            }
        }

        return token.SymbolCount > before;
    }

    private void File(ulong key, Danger danger)
    {
        if (!_filed.TryGetValue(key, out var near))
            _filed[key] = near = new List<Danger>(1);
        near.Add(danger);
    }

    /// <summary>FNV-1a over the letters but one.</summary>
    private static ulong Hash(ReadOnlySpan<char> word, int skip)
    {
        var hash = 14695981039346656037UL;
        for (var at = 0; at < word.Length; at++)
        {
            if (at != skip)
                hash = (hash ^ word[at]) * 1099511628211UL;
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
