namespace CoachBot.Recovery.Safety.Text;

/// <summary>All phrases of one language, found by walking on from each token: linear in the text, as no phrase is long.</summary>
internal sealed class PhraseGraph(PhraseGraph.Node[] nodes, Dictionary<long, int[]> edges, Dictionary<int, double> numberWords)
{
    /// <param name="Lists">The lists that have a phrase which ends here.</param>
    /// <param name="Any">Where any word at all leads.</param>
    /// <param name="Numbers">Where a number in a range leads.</param>
    /// <param name="Ends">Where the end of a segment leads.</param>
    internal sealed record Node(int[] Lists, int[] Any, (double Low, double High, int Next)[] Numbers, int[] Ends);

    public static long Edge(int node, int symbol) => ((long)node << 32) | (uint)symbol;

    /// <summary>Phrases never run over the end of a sentence.</summary>
    public void Find(ReadOnlySpan<Token> tokens, List<Hit> into)
    {
        for (var start = 0; start < tokens.Length; start++)
            Walk(tokens, start, start, 0, into, into.Count);
    }

    private void Walk(ReadOnlySpan<Token> tokens, int start, int at, int from, List<Hit> into, int firstOfStart)
    {
        var node = nodes[from];
        foreach (var list in node.Lists)
            AddOnce(new Hit(list, start, at), into, firstOfStart);
        if (node.Ends.Length > 0 && (at == tokens.Length || tokens[at].Segment != tokens[at - 1].Segment))
        {
            foreach (var next in node.Ends)
                Walk(tokens, start, at, next, into, firstOfStart);
        }

        if (at == tokens.Length || tokens[at].Sentence != tokens[start].Sentence)
            return;

        ref readonly var token = ref tokens[at];
        for (var index = 0; index < token.SymbolCount; index++)
        {
            if (!edges.TryGetValue(Edge(from, token.Symbols[index]), out var targets))
                continue;
            foreach (var next in targets)
                Walk(tokens, start, at + 1, next, into, firstOfStart);
        }

        // A gap does not reach over a comma: "after curry, not running".
        if (at == start || token.Segment == tokens[at - 1].Segment)
        {
            foreach (var next in node.Any)
                Walk(tokens, start, at + 1, next, into, firstOfStart);
        }

        if (node.Numbers.Length == 0 || NumberOf(token) is not { } number)
            return;

        foreach (var (low, high, next) in node.Numbers)
        {
            if (number >= low && number <= high)
                Walk(tokens, start, at + 1, next, into, firstOfStart);
        }
    }

    private static void AddOnce(Hit hit, List<Hit> into, int from)
    {
        for (var index = into.Count - 1; index >= from; index--)
        {
            if (into[index] == hit)
                return;
        }

        into.Add(hit);
    }

    private double? NumberOf(in Token token)
    {
        if (!double.IsNaN(token.Number))
            return token.Number;

        for (var index = 0; index < token.SymbolCount; index++)
        {
            if (numberWords.TryGetValue(token.Symbols[index], out var number))
                return number;
        }

        return null;
    }
}
