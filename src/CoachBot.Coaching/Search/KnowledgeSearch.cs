using CoachBot.Coaching.Content;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Search;

/// <summary>
/// Finds the answer to a question that the word lists of the knowledge do not know. Other ways to ask stand in
/// <c>dialogs/search/</c>. An index is made when its language is first asked in.
/// </summary>
public sealed class KnowledgeSearch
{
    private const int LongestRead = 400;
    private readonly Dictionary<string, Lazy<LanguageIndex>> _indexes;

    private KnowledgeSearch(Dictionary<string, Lazy<LanguageIndex>> indexes) => _indexes = indexes;

    /// <exception cref="ContentException">A file is missing or faulty, or names an answer that there is not.</exception>
    public static KnowledgeSearch Load(IContentFiles files, KnowledgeBase knowledge)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(knowledge);
        var indexes = new Dictionary<string, Lazy<LanguageIndex>>();
        foreach (var language in Cultures.Languages)
        {
            var topics = knowledge.AnswerTopics(language);
            var file = SearchFile.Read(files, language, topics);
            indexes[language] = new Lazy<LanguageIndex>(() => new LanguageIndex(language, topics, file));
        }

        return new KnowledgeSearch(indexes);
    }

    /// <summary>The id of the answer; null when nothing fits well enough: it is better to say so than to answer another question.</summary>
    /// <param name="locale">The language of the question; English is understood beside it.</param>
    public string? Find(string question, string locale)
    {
        ArgumentNullException.ThrowIfNull(question);
        var text = question.Length > LongestRead ? question[..LongestRead] : question;
        var language = Cultures.LanguageOf(locale) ?? Cultures.Fallback;
        return _indexes[language].Value.Find(text) ?? (language == Cultures.Fallback ? null : _indexes[Cultures.Fallback].Value.Find(text));
    }
}
