using System.Text.Json;
using CoachBot.Coaching.Content;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Search;

/// <summary>One file of <c>dialogs/search/</c>: how else runners ask, by answer, and words that say nothing about what is asked.</summary>
/// <param name="SmallWords">With blanks between, without accents: "how", "should", "worth".</param>
internal sealed record SearchFile(string SmallWords, IReadOnlyDictionary<string, IReadOnlyList<string>> Answers)
{
    /// <exception cref="ContentException">The file is missing or faulty, or names an answer that there is not.</exception>
    public static SearchFile Read(IContentFiles files, string language, IReadOnlyList<AnswerTopic> topics)
    {
        var path = $"search/{language}.json";
        try
        {
            using var stream = files.Open(path);
            if (JsonSerializer.Deserialize<SearchFile>(stream, JsonSerializerOptions.Web) is not { SmallWords: not null, Answers: not null } file)
                throw new ContentException(path, null, language, "must hold smallWords and answers");
            return file.Answers.Keys.FirstOrDefault(id => topics.All(topic => topic.Id != id)) is { } unknown
                ? throw new ContentException(path, unknown, language, "is no answer of a strategy")
                : file;
        }
        catch (JsonException broken)
        {
            throw new ContentException(path, null, language, $"must hold smallWords and, by answer, lists of phrases (line {broken.LineNumber + 1})", broken);
        }
        catch (IOException missing)
        {
            throw new ContentException(path, null, language, "cannot be read", missing);
        }
    }
}
