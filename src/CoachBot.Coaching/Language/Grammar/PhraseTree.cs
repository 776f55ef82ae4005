using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Grammar;

/// <summary>All phrases of a language, token by token, so that the longest one at a place is found at once.</summary>
internal sealed class PhraseTree
{
    private readonly Node _root = new();

    public void Add(IReadOnlyList<string> phrase, Sense sense)
    {
        var node = _root;
        foreach (var word in phrase)
        {
            node.Next ??= new Dictionary<string, Node>(StringComparer.Ordinal);
            if (!node.Next.TryGetValue(word, out var next))
                node.Next[word] = next = new Node();

            node = next;
        }

        if (!node.Senses.Contains(sense))
            node.Senses = [.. node.Senses, sense];
    }

    /// <summary>The longest phrase that begins at <paramref name="start"/>; a count of 0 where none does.</summary>
    public (int Count, Sense[] Senses) Longest(IReadOnlyList<Token> tokens, int start)
    {
        var best = (Count: 0, Senses: Array.Empty<Sense>());
        var node = _root;
        for (var i = start; i < tokens.Count; i++)
        {
            if (node.Next is null || !node.Next.TryGetValue(tokens[i].Text, out node!))
                break;

            if (node.Senses.Length > 0)
                best = (i - start + 1, node.Senses);
        }

        return best;
    }

    public bool HasUnit(string word) => HasSense(word, sense => sense.Class == WordClass.Unit);

    /// <summary>Whether the word alone has such a sense.</summary>
    public bool HasSense(string word, Func<Sense, bool> which) =>
        _root.Next is { } next && next.TryGetValue(word, out var node) && node.Senses.Any(which);

    /// <summary>A word that wants a mark on a scale: "rpe", "soreness".</summary>
    public bool IsMarkKey(string word) =>
        HasSense(word, sense => sense is { Class: WordClass.Key, Value: "effort" or "soreness" or "quality" or "energy" or "stress" });

    private sealed class Node
    {
        public Dictionary<string, Node>? Next { get; set; }

        public Sense[] Senses { get; set; } = [];
    }
}
