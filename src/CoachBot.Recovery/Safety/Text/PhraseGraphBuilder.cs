namespace CoachBot.Recovery.Safety.Text;

/// <summary>Lays the phrases of one language into a graph; alternatives part and meet again, so it grows with the text of the lists only.</summary>
internal sealed class PhraseGraphBuilder(Vocabulary vocabulary, Func<string, IReadOnlyList<PhrasePattern>> lists)
{
    private readonly List<Node> _nodes = [new Node()];

    private sealed class Node
    {
        public List<(int Symbol, int Next)> Words { get; } = [];

        public List<(PhrasePattern.Number Range, int Next)> Numbers { get; } = [];

        public List<int> Any { get; } = [];

        /// <summary>Reached where a segment ends.</summary>
        public List<int> Ends { get; } = [];

        /// <summary>Reached without a word.</summary>
        public List<int> Free { get; } = [];

        public List<int> Lists { get; } = [];
    }

    /// <exception cref="FormatException">The phrase matches the empty text.</exception>
    public void Add(PhrasePattern phrase, int list)
    {
        if (CanBeEmpty(phrase))
            throw new FormatException("has a phrase that matches the empty text");
        _nodes[Lay(phrase, 0)].Lists.Add(list);
    }

    public PhraseGraph Build(Dictionary<int, double> numberWords)
    {
        var edges = new Dictionary<long, int[]>();
        var nodes = new PhraseGraph.Node[_nodes.Count];
        for (var index = 0; index < nodes.Length; index++)
        {
            if (_nodes[index].Free.Count == 0)
            {
                nodes[index] = Alone(index, edges);
                continue;
            }

            var reachable = FreelyReachable(index);
            foreach (var group in reachable.SelectMany(node => _nodes[node].Words).GroupBy(edge => edge.Symbol))
                edges[PhraseGraph.Edge(index, group.Key)] = [.. group.Select(edge => edge.Next).Distinct()];

            nodes[index] = new PhraseGraph.Node(
                [.. reachable.SelectMany(node => _nodes[node].Lists).Distinct()],
                [.. reachable.SelectMany(node => _nodes[node].Any).Distinct()],
                [.. reachable.SelectMany(node => _nodes[node].Numbers).Select(edge => (edge.Range.Low, edge.Range.High, edge.Next))],
                [.. reachable.SelectMany(node => _nodes[node].Ends).Distinct()]);
        }

        return new PhraseGraph(nodes, edges, numberWords);
    }

    /// <summary>Most nodes lead nowhere without a word: their lists are taken as they are.</summary>
    private PhraseGraph.Node Alone(int index, Dictionary<long, int[]> edges)
    {
        var node = _nodes[index];
        if (node.Words.Count == 1)
            edges[PhraseGraph.Edge(index, node.Words[0].Symbol)] = [node.Words[0].Next];
        else if (node.Words.Count > 1)
        {
            foreach (var group in node.Words.GroupBy(edge => edge.Symbol))
                edges[PhraseGraph.Edge(index, group.Key)] = [.. group.Select(edge => edge.Next)];
        }

        return new PhraseGraph.Node([.. node.Lists], [.. node.Any], [.. node.Numbers.Select(edge => (edge.Range.Low, edge.Range.High, edge.Next))], [.. node.Ends]);
    }

    private int Lay(PhrasePattern pattern, int from)
    {
        switch (pattern)
        {
            case PhrasePattern.Word word:
                return LayWord(from, vocabulary.Word(word.Text));
            case PhrasePattern.Stem stem:
                return LayWord(from, vocabulary.Stem(stem.Text));
            case PhrasePattern.Number range:
                _nodes[from].Numbers.Add((range, NewNode()));
                return _nodes.Count - 1;
            case PhrasePattern.End:
                _nodes[from].Ends.Add(NewNode());
                return _nodes.Count - 1;
            case PhrasePattern.Gap gap:
                return LayGap(from, gap);
            case PhrasePattern.Sequence sequence:
                return sequence.Items.Aggregate(from, (at, item) => Lay(item, at));
            case PhrasePattern.Optional optional:
                return Meet([from, Lay(optional.Item, from)]);
            case PhrasePattern.Choice choice:
                return Meet(choice.Options.Select(option => Lay(option, from)));
            case PhrasePattern.Reference reference:
                return Meet(lists(reference.List).Select(option => Lay(option, from)));
            default:
                throw new NotSupportedException(pattern.GetType().Name);
        }
    }

    private int LayWord(int from, int symbol)
    {
        var next = NewNode();
        _nodes[from].Words.Add((symbol, next));
        return next;
    }

    private int LayGap(int from, PhrasePattern.Gap gap)
    {
        var ends = new List<int>();
        if (!gap.AtLeastOne)
            ends.Add(from);
        for (var count = 0; count < gap.Most; count++)
        {
            var next = NewNode();
            _nodes[from].Any.Add(next);
            ends.Add(from = next);
        }

        return Meet(ends);
    }

    private int Meet(IEnumerable<int> ends)
    {
        var all = ends.ToArray();
        var meeting = NewNode();
        foreach (var end in all)
            _nodes[end].Free.Add(meeting);
        return meeting;
    }

    private int NewNode()
    {
        _nodes.Add(new Node());
        return _nodes.Count - 1;
    }

    private bool CanBeEmpty(PhrasePattern pattern) => pattern switch
    {
        PhrasePattern.Gap gap => !gap.AtLeastOne,
        PhrasePattern.Optional or PhrasePattern.End => true,
        PhrasePattern.Sequence sequence => sequence.Items.All(CanBeEmpty),
        PhrasePattern.Choice choice => choice.Options.Any(CanBeEmpty),
        PhrasePattern.Reference reference => lists(reference.List).Any(CanBeEmpty),
        _ => false,
    };

    private List<int> FreelyReachable(int start)
    {
        var reached = new List<int> { start };
        var seen = new HashSet<int> { start };
        for (var index = 0; index < reached.Count; index++)
        {
            foreach (var next in _nodes[reached[index]].Free)
            {
                if (seen.Add(next))
                    reached.Add(next);
            }
        }

        return reached;
    }
}
