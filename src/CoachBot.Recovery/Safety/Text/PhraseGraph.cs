namespace CoachBot.Recovery.Safety.Text;

/// <summary>All phrases of one language, found by walking on from each token: linear in the text, as no phrase is long.</summary>
internal sealed class PhraseGraph(int language, PhraseGraph.Node[] nodes, Dictionary<long, int[]> edges, Dictionary<int, double> numberWords)
{
    private readonly int _language = 1 << language;
    private readonly Node[] _nodes = nodes;
    private readonly Dictionary<long, int[]> _edges = edges;

    /// <param name="Lists">The lists that have a phrase which ends here.</param>
    /// <param name="Any">Where any word at all leads.</param>
    /// <param name="Numbers">Where a number in a range leads.</param>
    /// <param name="Ends">Where the end of a segment leads.</param>
    internal sealed record Node(int[] Lists, int[] Any, (double Low, double High, int Next)[] Numbers, int[] Ends);

    public static long Edge(int node, int symbol) => ((long)node << 32) | (uint)symbol;

    /// <summary>Phrases never run over the end of a sentence.</summary>
    /// <param name="mended">Words with a slip count as well.</param>
    public void Find(ReadOnlySpan<Token> tokens, bool mended, List<Hit> into)
    {
        var walk = new Walk(this, tokens, mended, into);
        for (var start = 0; start < tokens.Length; start++)
        {
            if ((tokens[start].KnownIn & _language) != 0 || mended || !double.IsNaN(tokens[start].Number))
                walk.From(start);
        }
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

    private readonly ref struct Walk(PhraseGraph graph, ReadOnlySpan<Token> tokens, bool mended, List<Hit> into)
    {
        private readonly ReadOnlySpan<Token> _tokens = tokens;

        public void From(int start) => Step(start, start, 0, into.Count);

        private void Step(int start, int at, int from, int firstOfStart)
        {
            var node = graph._nodes[from];
            foreach (var list in node.Lists)
                AddOnce(new Hit(list, start, at), firstOfStart);
            if (node.Ends.Length > 0 && (at == _tokens.Length || _tokens[at].Segment != _tokens[at - 1].Segment))
                StepAll(node.Ends, start, at, firstOfStart);
            if (at == _tokens.Length || _tokens[at].Sentence != _tokens[start].Sentence)
                return;

            ref readonly var token = ref _tokens[at];
            var symbols = mended ? token.SymbolCount : token.TypedCount;
            for (var index = 0; index < symbols; index++)
            {
                if (graph._edges.TryGetValue(Edge(from, token.Symbols[index]), out var targets))
                    StepAll(targets, start, at + 1, firstOfStart);
            }

            // A gap does not reach over a comma: "after curry, not running".
            if (node.Any.Length > 0 && (at == start || token.Segment == _tokens[at - 1].Segment))
                StepAll(node.Any, start, at + 1, firstOfStart);
            if (node.Numbers.Length == 0 || graph.NumberOf(token) is not { } number)
                return;

            foreach (var (low, high, next) in node.Numbers)
            {
                if (number >= low && number <= high)
                    Step(start, at + 1, next, firstOfStart);
            }
        }

        private void StepAll(int[] nodes, int start, int at, int firstOfStart)
        {
            foreach (var next in nodes)
                Step(start, at, next, firstOfStart);
        }

        private void AddOnce(Hit hit, int from)
        {
            for (var index = into.Count - 1; index >= from; index--)
            {
                if (into[index] == hit)
                    return;
            }

            into.Add(hit);
        }
    }
}
