using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Grammar;

/// <summary>A message as the intent patterns see it: words and numbers without marks, greetings and fillers cut off both ends.</summary>
internal sealed class PatternText
{
    /// <summary>Nobody hides a command behind more words than these.</summary>
    private const int MaxWords = 60;

    /// <summary>Comparisons of words that one message may cost over all patterns; an ordinary one takes a few hundred.</summary>
    public const int MaxSteps = 100_000;

    private readonly Utterance _utterance;
    private readonly List<int> _words = [];
    private readonly HashSet<string> _texts = new(StringComparer.Ordinal);

    /// <param name="utterance">The message.</param>
    /// <param name="trim">Whether an item at either end may be cut off.</param>
    public PatternText(Utterance utterance, Func<Item, bool> trim)
    {
        _utterance = utterance;
        var first = 0;
        var last = utterance.Items.Count - 1;
        while (first <= last && (utterance.Items[first].IsMark || trim(utterance.Items[first])))
            first++;

        while (last > first && (utterance.Items[last].IsMark || trim(utterance.Items[last])))
            last--;

        for (var i = first; i <= last && _words.Count < MaxWords; i++)
        {
            for (var t = utterance.Items[i].FirstToken; t < utterance.Items[i].EndToken; t++)
            {
                if (utterance.Tokens[t].Kind != TokenKind.Mark)
                    _words.Add(t);
            }
        }

        if (_words.Count == 0)
            AddSymbols();

        foreach (var word in _words)
            _texts.Add(utterance.Tokens[word].Text);
    }

    public int Count => _words.Count;

    /// <summary>Comparisons made so far.</summary>
    public int Steps { get; private set; }

    /// <summary>False once the budget is spent: what was not found by then is not there.</summary>
    public bool TakeStep() => ++Steps <= MaxSteps;

    /// <summary>A message of nothing but "👍" says that.</summary>
    private void AddSymbols() => _words.AddRange(Enumerable.Range(0, _utterance.Tokens.Count).Where(t => _utterance.Tokens[t].Text.Length == 2));

    public bool HasAny(string[] words)
    {
        foreach (var word in words)
        {
            if (_texts.Contains(word))
                return true;
        }

        return false;
    }

    public bool IsNumber(int word) =>
        word < Count && (_utterance.Tokens[_words[word]].Kind != TokenKind.Word || LengthOf(WordClass.Number, word) > 0);

    public bool Says(List<string> phrase, int word)
    {
        if (word + phrase.Count > Count)
            return false;

        for (var i = 0; i < phrase.Count; i++)
        {
            if (_utterance.Tokens[_words[word + i]].Text != phrase[i])
                return false;
        }

        return true;
    }

    /// <summary>How many words a phrase of the class takes here; 0 where none begins.</summary>
    public int LengthOf(WordClass wordClass, int word)
    {
        if (word >= Count)
            return 0;

        var item = _utterance.ItemOf(_words[word]);
        return item.FirstToken == _words[word] && item.Is(wordClass) ? item.EndToken - item.FirstToken : 0;
    }
}
