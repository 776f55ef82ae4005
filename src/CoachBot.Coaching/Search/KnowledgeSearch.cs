using System.Text.Json;
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
            var otherWords = Read(files, language, topics);
            indexes[language] = new Lazy<LanguageIndex>(() => new LanguageIndex(language, topics, otherWords));
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

    private static Dictionary<string, IReadOnlyList<string>> Read(IContentFiles files, string language, IReadOnlyList<AnswerTopic> topics)
    {
        var path = $"search/{language}.json";
        try
        {
            using var stream = files.Open(path);
            var words = JsonSerializer.Deserialize<Dictionary<string, IReadOnlyList<string>>>(stream) ?? [];
            return words.Keys.FirstOrDefault(id => topics.All(topic => topic.Id != id)) is { } unknown
                ? throw new ContentException(path, unknown, language, "is no answer of a strategy")
                : words;
        }
        catch (JsonException broken)
        {
            throw new ContentException(path, null, language, $"must be lists of phrases by answer (line {broken.LineNumber + 1})", broken);
        }
        catch (IOException missing)
        {
            throw new ContentException(path, null, language, "cannot be read", missing);
        }
    }
}
