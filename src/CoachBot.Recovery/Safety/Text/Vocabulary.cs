namespace CoachBot.Recovery.Safety.Text;

/// <summary>Every word and word beginning of the phrase lists, interned. Filled while loading, read-only afterwards.</summary>
internal sealed class Vocabulary
{
    private const int ShortestStem = 3;
    private const int LongestWord = 40;

    private readonly Dictionary<ulong, Entry> _entries = [];
    private readonly List<int> _languagesOf = [];
    private readonly List<string> _compoundEnds = [];
    private Mending[] _mending = [];

    /// <summary>One spelling, as a word, as a beginning, or both.</summary>
    private sealed class Entry(string text)
    {
        public string Text { get; } = text;

        public int Word { get; set; } = -1;

        public int Stem { get; set; } = -1;

        /// <summary>In bits, the languages where it is an ordinary word.</summary>
        public int PlainIn { get; set; }
    }

    /// <summary>The symbol of a word, whatever language it is in.</summary>
    public int Word(string word)
    {
        var entry = EntryFor(word);
        if (entry.Word < 0)
            entry.Word = NewSymbol();
        return entry.Word;
    }

    public int Word(string word, int language)
    {
        var symbol = Word(word);
        _languagesOf[symbol] |= 1 << language;
        return symbol;
    }

    public int Stem(string stem, int language)
    {
        var entry = EntryFor(stem);
        if (entry.Stem < 0)
            entry.Stem = NewSymbol();
        _languagesOf[entry.Stem] |= 1 << language;
        return entry.Stem;
    }

    /// <summary>An ordinary word that must never be taken for a misspelt danger word or cut in two.</summary>
    public void AddPlain(string word, int language) => EntryFor(word).PlainIn |= 1 << language;

    /// <summary>German "schmerzen": a word that ends so falls apart into what hurts and the pain.</summary>
    public void AddCompoundEnd(string end) => _compoundEnds.Add(end);

    public Mending MendingOf(int language)
    {
        while (_mending.Length <= language)
            _mending = [.. _mending, new Mending()];
        return _mending[language];
    }

    /// <summary>Adds to the token the symbols that <paramref name="word"/> stands for; false when it is unknown.</summary>
    public bool Resolve(ReadOnlySpan<char> word, ref Token token)
    {
        var hash = LetterHash.Start;
        for (var length = 1; length <= word.Length && length <= LongestWord; length++)
        {
            hash = LetterHash.Add(hash, word[length - 1]);
            if ((length < ShortestStem && length < word.Length) || Find(hash, word[..length]) is not { } entry)
                continue;
            if (length == word.Length && entry.Word >= 0)
                token.AddTyped(entry.Word, _languagesOf[entry.Word], isWhole: true);
            if (entry.Stem >= 0)
                token.AddTyped(entry.Stem, _languagesOf[entry.Stem], isWhole: false);
        }

        return token.TypedCount > 0;
    }

    /// <summary>Understands a slip, if that language does not know the word as typed.</summary>
    public void Mend(ReadOnlySpan<char> word, int language, ref Token token)
    {
        if ((token.KnownIn & (1 << language)) == 0 && ((Find(LetterHash.Of(word), word)?.PlainIn ?? 0) & (1 << language)) == 0)
            _mending[language].Add(word, ref token);
    }

    /// <summary>Where a run-together word falls apart ("chestpain", "Wadenschmerz"): the length of its first half, or 0.</summary>
    public int FindSplit(ReadOnlySpan<char> word)
    {
        if (word.Length is < 2 * ShortestStem or > LongestWord)
            return 0;

        var (isWhole, stem) = LongestKnown(word);
        if (isWhole)
            return 0;

        foreach (var end in _compoundEnds)
        {
            if (word.Length - end.Length >= ShortestStem && stem <= word.Length - end.Length && word.EndsWith(end))
                return word.Length - end.Length;
        }

        if (stem > 0)
            return 0;

        for (var at = word.Length - ShortestStem; at >= ShortestStem; at--)
        {
            if (IsWord(word[..at]) && LongestKnown(word[at..]) is var rest && (rest.IsWhole || rest.Stem > ShortestStem))
                return at;
        }

        return 0;
    }

    private bool IsWord(ReadOnlySpan<char> word) => Find(LetterHash.Of(word), word) is { Word: >= 0 };

    private (bool IsWhole, int Stem) LongestKnown(ReadOnlySpan<char> word)
    {
        var stem = 0;
        var hash = LetterHash.Start;
        for (var length = 1; length <= word.Length; length++)
        {
            hash = LetterHash.Add(hash, word[length - 1]);
            if (length < ShortestStem || Find(hash, word[..length]) is not { } entry)
                continue;
            if (entry.Stem >= 0)
                stem = length;
            if (length == word.Length && (entry.Word >= 0 || entry.PlainIn != 0))
                return (true, stem);
        }

        return (false, stem);
    }

    private Entry? Find(ulong hash, ReadOnlySpan<char> text) =>
        _entries.TryGetValue(hash, out var entry) && text.SequenceEqual(entry.Text) ? entry : null;

    private Entry EntryFor(string text)
    {
        var hash = LetterHash.Of(text);
        if (!_entries.TryGetValue(hash, out var entry))
            _entries[hash] = entry = new Entry(text);
        return entry.Text == text ? entry : throw new InvalidDataException($"'{text}' and '{entry.Text}' have the same hash; change one of them.");
    }

    private int NewSymbol()
    {
        _languagesOf.Add(0);
        return _languagesOf.Count - 1;
    }
}
