using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.De;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Es;
using Lucene.Net.Analysis.Fr;
using Lucene.Net.Analysis.Miscellaneous;
using Lucene.Net.Analysis.Pt;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.Util;
using Lucene.Net.Util;

namespace CoachBot.Coaching.Search;

/// <summary>
/// The words of a text as they are compared: without endings, accents and the small words of the language. Accents go before
/// the endings, since runners leave them out.
/// </summary>
internal sealed class QuestionAnalyzer(string language, string smallWords) : Analyzer
{
    private readonly CharArraySet _smallWords = new(Version, smallWords.Split(' ', StringSplitOptions.RemoveEmptyEntries), ignoreCase: false);

    public const LuceneVersion Version = LuceneVersion.LUCENE_48;

    protected override TokenStreamComponents CreateComponents(string fieldName, TextReader reader)
    {
        var tokens = new StandardTokenizer(Version, reader);
        TokenStream words = new LowerCaseFilter(Version, tokens);
        if (language == "fr")
            words = new ElisionFilter(words, FrenchAnalyzer.DEFAULT_ARTICLES);
        words = new ASCIIFoldingFilter(new StopFilter(Version, words, StopWords(language)));
        return new TokenStreamComponents(tokens, Stem(new StopFilter(Version, words, _smallWords), language));
    }

    private static CharArraySet StopWords(string language) => language switch
    {
        "es" => SpanishAnalyzer.DefaultStopSet,
        "fr" => FrenchAnalyzer.DefaultStopSet,
        "de" => GermanAnalyzer.DefaultStopSet,
        "pt" => PortugueseAnalyzer.DefaultStopSet,
        _ => EnglishAnalyzer.DefaultStopSet,
    };

    private static TokenStream Stem(TokenStream words, string language) => language switch
    {
        "es" => new SpanishLightStemFilter(words),
        "fr" => new FrenchLightStemFilter(words),
        "de" => new GermanLightStemFilter(words),
        "pt" => new PortugueseLightStemFilter(words),
        _ => new PorterStemFilter(words),
    };
}
