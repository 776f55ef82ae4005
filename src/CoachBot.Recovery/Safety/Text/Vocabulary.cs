using System.Runtime.InteropServices;

namespace CoachBot.Recovery.Safety.Text;

/// <summary>
/// Every word and word beginning of the phrase lists, interned. Filled while loading, read-only afterwards.
/// Also mends what is misspelt: one edit away, or two words run together.
/// </summary>
internal sealed class Vocabulary
{
    private const int ShortestMended = 5;
    private const int ShortestStem = 3;
    private const int LongestWord = 40;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly HashSet<(int Language, string Word)> _danger = [];

    // By the hash of a word with one letter left out: the last of its chain. There are hundreds of thousands, hence no strings;
    // two of one hash do no harm, as IsSlip compares the words themselves.
    private readonly Dictionary<ulong, int> _oneDeleted = new(100_000);
    private readonly List<(Danger Danger, int Before)> _chains = new(100_000);
    private readonly HashSet<string> _whole = new(StringComparer.Ordinal);

    /// <summary>A word worth mending towards, and the language that owns it.</summary>
    private sealed record Danger(string Word, int Symbol, int Language);

    public int Count { get; private set; }

    public int Word(string word)
    {
        if (!_words.TryGetValue(word, out var symbol))
            _words[word] = symbol = Count++;
        return symbol;
    }

    public int Stem(string stem)
    {
        if (!_stems.TryGetValue(stem, out var symbol))
            _stems[stem] = symbol = Count++;
        return symbol;
    }

    /// <summary>An ordinary word that must never be taken for a misspelt danger word or cut in two.</summary>
    public void Protect(string word)
    {
        _whole.Add(word);
    }

    /// <summary>Misspellings of this word shall be understood as <paramref name="symbol"/>. Short words are not worth the confusion.</summary>
    public void MendTowards(string word, int symbol, int language)
    {
        if (word.Length < ShortestMended - 1 || !_danger.Add((language, word)))
            return;

        var danger = new Danger(word, symbol, language);
        for (var without = -1; without < word.Length; without++)
            Remember(HashOf(word, without), danger);
    }

    /// <summary>Adds to the token the symbols that <paramref name="word"/> stands for; false when it is unknown and stays so.</summary>
    public bool Resolve(ReadOnlySpan<char> word, ref Token token, int preferredLanguage)
    {
        var exact = AddExact(word, ref token);
        var known = AddStems(word, ref token) || exact;
        if (exact || word.Length is < ShortestMended - 1 or > LongestWord || IsWhole(word))
            return known;

        return AddMended(word, ref token, preferredLanguage) || known;
    }

    public bool IsKnown(ReadOnlySpan<char> word)
    {
        if (_words.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(word))
            return true;

        var stems = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = ShortestStem + 1; length <= word.Length; length++)
        {
            if (stems.ContainsKey(word[..length]))
                return true;
        }

        return false;
    }

    /// <summary>Where a run-together word falls apart ("chestpain", "Wadenschmerz"): the length of its first half, or 0.</summary>
    public int FindSplit(ReadOnlySpan<char> word)
    {
        const int half = 3;
        if (word.Length is < 2 * half or > LongestWord || IsWhole(word))
            return 0;

        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = word.Length - half; at >= half; at--)
        {
            if (words.ContainsKey(word[..at]) && IsKnown(word[at..]))
                return at;
        }

        return 0;
    }

    /// <summary>An ordinary word, to be taken as it is written.</summary>
    public bool IsWhole(ReadOnlySpan<char> word) => _whole.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private bool AddExact(ReadOnlySpan<char> word, ref Token token)
    {
        var known = _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var symbol);
        if (known)
            token.Add(symbol);
        return known;
    }

    private bool AddStems(ReadOnlySpan<char> word, ref Token token)
    {
        var known = false;
        var stems = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = ShortestStem; length <= Math.Min(word.Length, LongestWord); length++)
        {
            if (!stems.TryGetValue(word[..length], out var symbol))
                continue;
            token.Add(symbol);
            known = true;
        }

        return known;
    }

    private bool AddMended(ReadOnlySpan<char> word, ref Token token, int preferredLanguage)
    {
        var before = token.SymbolCount;
        for (var without = -1; without < word.Length; without++)
            Try(HashOf(word, without), word, ref token, preferredLanguage);

        return token.SymbolCount > before;
    }

    private void Try(ulong key, ReadOnlySpan<char> word, ref Token token, int preferredLanguage)
    {
        if (!_oneDeleted.TryGetValue(key, out var last))
            return;

        // The runner's own language decides where a slip may be read in two; without it, both are read.
        var own = false;
        for (var at = last; at >= 0 && preferredLanguage >= 0 && !own; at = _chains[at].Before)
            own = _chains[at].Danger.Language == preferredLanguage;
        for (var at = last; at >= 0; at = _chains[at].Before)
        {
            var danger = _chains[at].Danger;
            if ((!own || danger.Language == preferredLanguage) && IsSlip(word, danger.Word))
                token.Add(danger.Symbol);
        }
    }

    private void Remember(ulong key, Danger danger)
    {
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_oneDeleted, key, out var known);
        _chains.Add((danger, known ? last : -1));
        last = _chains.Count - 1;
    }

    /// <summary>FNV-1a, 64 bits, of the word without its letter at <paramref name="without"/>; -1 leaves none out.</summary>
    private static ulong HashOf(ReadOnlySpan<char> word, int without)
    {
        var hash = 14695981039346656037UL;
        for (var at = 0; at < word.Length; at++)
        {
            if (at != without)
                hash = unchecked((hash ^ word[at]) * 1099511628211UL);
        }

        return hash;
    }

    /// <summary>One letter missing, added, changed or swapped, the first letter kept (or swapped); short words only swapped.</summary>
    private static bool IsSlip(ReadOnlySpan<char> typed, ReadOnlySpan<char> meant)
    {
        var from = typed.CommonPrefixLength(meant);
        var typedRest = typed[from..];
        var meantRest = meant[from..];
        if (typedRest.Length > 1 && meantRest.Length > 1 && typedRest[0] == meantRest[1] && typedRest[1] == meantRest[0]
            && typedRest[2..].SequenceEqual(meantRest[2..]))
            return true;

        if (typedRest.IsEmpty && meantRest.IsEmpty)
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
