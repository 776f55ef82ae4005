namespace CoachBot.Recovery.Safety.Text;

/// <summary>Every word and word beginning of the phrase lists, interned. Filled while loading, read-only afterwards.</summary>
internal sealed class Vocabulary
{
    private const int ShortestStem = 3;
    private const int LongestWord = 40;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _stems = new(StringComparer.Ordinal);
    private readonly List<int> _languagesOf = [];
    private readonly HashSet<string> _plain = new(StringComparer.Ordinal);
    private readonly List<string> _compoundEnds = [];

    public Mending Mending { get; } = new();

    /// <summary>The symbol of a word as such, whatever language it is in.</summary>
    public int Word(string word)
    {
        if (!_words.TryGetValue(word, out var symbol))
            _words[word] = symbol = NewSymbol();
        return symbol;
    }

    public int Word(string word, int language)
    {
        var symbol = Word(word);
        _languagesOf[symbol] |= 1 << language;
        return symbol;
    }

    public int Stem(string stem, int language)
    {
        if (!_stems.TryGetValue(stem, out var symbol))
            _stems[stem] = symbol = NewSymbol();
        _languagesOf[symbol] |= 1 << language;
        return symbol;
    }

    /// <summary>In bits, the languages whose lists have this word or beginning.</summary>
    public int LanguagesOf(int symbol) => _languagesOf[symbol];

    /// <summary>An ordinary word that must never be taken for a misspelt danger word or cut in two.</summary>
    public void AddPlain(string word) => _plain.Add(word);

    /// <summary>German "schmerzen": a word that ends so falls apart into what hurts and the pain.</summary>
    public void AddCompoundEnd(string end) => _compoundEnds.Add(end);

    /// <summary>Adds to the token the symbols that <paramref name="word"/> stands for; false when it is unknown and stays so.</summary>
    public bool Resolve(ReadOnlySpan<char> word, ref Token token)
    {
        if (word.Length > LongestWord)
            return false;

        var languages = AddExact(word, ref token);
        var known = AddStems(word, ref token) > 0 || languages != 0;
        if (languages == -1 || IsPlain(word))
            return known;

        return Mending.Add(word, ~languages, ref token) || known;
    }

    /// <summary>Where a run-together word falls apart ("chestpain", "Wadenschmerz"): the length of its first half, or 0.</summary>
    public int FindSplit(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord || IsPlain(word))
            return 0;

        var words = _words.GetAlternateLookup<ReadOnlySpan<char>>();
        if (words.ContainsKey(word))
            return 0;

        var ignored = default(Token);
        var stem = AddStems(word, ref ignored);
        foreach (var end in _compoundEnds)
        {
            if (word.Length - end.Length >= ShortestStem && word.EndsWith(end) && stem <= word.Length - end.Length)
                return word.Length - end.Length;
        }

        for (var at = word.Length - ShortestStem; stem == 0 && at >= ShortestStem; at--)
        {
            if (words.ContainsKey(word[..at]) && (words.ContainsKey(word[at..]) || AddStems(word[at..], ref ignored) > ShortestStem))
                return at;
        }

        return 0;
    }

    private bool IsPlain(ReadOnlySpan<char> word) => _plain.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <returns>The languages that have the word, in bits.</returns>
    private int AddExact(ReadOnlySpan<char> word, ref Token token)
    {
        if (!_words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var symbol))
            return 0;

        token.Add(symbol);
        return _languagesOf[symbol];
    }

    /// <returns>The length of the longest known beginning, or 0.</returns>
    private int AddStems(ReadOnlySpan<char> word, ref Token token)
    {
        var longest = 0;
        var stems = _stems.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var length = ShortestStem; length <= word.Length; length++)
        {
            if (!stems.TryGetValue(word[..length], out var symbol))
                continue;
            token.Add(symbol);
            longest = length;
        }

        return longest;
    }

    private int NewSymbol()
    {
        _languagesOf.Add(0);
        return _languagesOf.Count - 1;
    }
}
