using System.Globalization;
using CoachBot.Recovery;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;

namespace CoachBot.Coaching.Search;

/// <summary>The answers of one language as a Lucene index in memory. Safe for many threads.</summary>
internal sealed class LanguageIndex : IDisposable
{
    private const string Id = "id";

    /// <summary>What the answer is about, and other ways to ask for it.</summary>
    private const string Asked = "asked";

    /// <summary>The answer itself: its words say less about the question.</summary>
    private const string Said = "said";

    private const float AskedBoost = 3;
    private const int Candidates = 3;

    /// <summary>Of the weight of the question's words, so much must be found in the answer, else it is about something else.</summary>
    private const double LeastCoverage = 0.5;

    /// <summary>Words of the answer's own text count this much.</summary>
    private const double SaidShare = 0.4;

    private readonly QuestionAnalyzer _analyzer;
    private readonly IndexSearcher _searcher;

    public LanguageIndex(string language, IEnumerable<AnswerTopic> topics, SearchFile file)
    {
        _analyzer = new QuestionAnalyzer(language, file.SmallWords);
        var directory = new RAMDirectory();
        using (var writer = new IndexWriter(directory, new IndexWriterConfig(QuestionAnalyzer.Version, _analyzer) { Similarity = new BM25Similarity() }))
        {
            foreach (var topic in topics)
                writer.AddDocument(DocumentOf(topic, file.Answers.GetValueOrDefault(topic.Id, [])));
        }

        _searcher = new IndexSearcher(DirectoryReader.Open(directory)) { Similarity = new BM25Similarity() };
    }

    /// <summary>The id of the answer that fits best; null when none fits well.</summary>
    public string? Find(string question)
    {
        var words = WordsOf(question);
        if (words.Count == 0)
            return null;

        var query = new BooleanQuery();
        foreach (var word in words)
        {
            query.Add(new TermQuery(new Term(Asked, word)) { Boost = AskedBoost }, Occur.SHOULD);
            query.Add(new TermQuery(new Term(Said, word)), Occur.SHOULD);
        }

        var best = _searcher.Search(query, Candidates).ScoreDocs
            .Select(hit => (hit.Doc, hit.Score, Coverage: Coverage(hit.Doc, words)))
            .Where(hit => hit.Coverage >= LeastCoverage)
            .OrderByDescending(hit => hit.Score)
            .FirstOrDefault();
        return best.Score > 0 ? _searcher.Doc(best.Doc).GetField(Id).GetStringValue(CultureInfo.InvariantCulture) : null;
    }

    public void Dispose()
    {
        _searcher.IndexReader.Dispose();
        _analyzer.Dispose();
    }

    /// <summary>0–1: rare words weigh more, and a word that no answer has weighs most.</summary>
    private double Coverage(int document, IReadOnlyCollection<string> words)
    {
        var (found, all) = (0.0, 0.0);
        foreach (var word in words)
        {
            var weight = Weight(word);
            all += weight;
            found += weight * (Has(document, Asked, word) ? 1 : Has(document, Said, word) ? SaidShare : 0);
        }

        return found / all;
    }

    private double Weight(string word)
    {
        var reader = _searcher.IndexReader;
        var frequency = Math.Max(reader.DocFreq(new Term(Asked, word)), reader.DocFreq(new Term(Said, word)));
        return Math.Log(1 + reader.NumDocs / (frequency + 0.5));
    }

    private bool Has(int document, string field, string word)
    {
        var places = MultiFields.GetTermDocsEnum(_searcher.IndexReader, null, field, new Lucene.Net.Util.BytesRef(word));
        return places is not null && places.Advance(document) == document;
    }

    private HashSet<string> WordsOf(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        using var tokens = _analyzer.GetTokenStream(Asked, text);
        var term = tokens.AddAttribute<ICharTermAttribute>();
        tokens.Reset();
        while (tokens.IncrementToken())
            words.Add(term.ToString()!);
        tokens.End();
        return words;
    }

    private static Document DocumentOf(AnswerTopic topic, IReadOnlyList<string> otherWords) =>
    [
        new StringField(Id, topic.Id, Field.Store.YES),
        new TextField(Asked, string.Join("\n", [topic.Strategy, .. topic.Words, .. otherWords]), Field.Store.NO),
        new TextField(Said, topic.Text, Field.Store.NO),
    ];
}
