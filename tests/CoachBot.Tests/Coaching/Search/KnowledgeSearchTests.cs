using CoachBot.Coaching.Content;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Coaching.Search;

/// <summary>Questions in words that the knowledge does not list: 35 that it can answer and 15 that it cannot, in each language.</summary>
public sealed class KnowledgeSearchTests
{
    private const double LeastRight = 0.8;
    private const int MostWrongOutside = 1;

    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    [InlineData("fr")]
    [InlineData("de")]
    [InlineData("pt")]
    public void Most_questions_find_their_answer_and_questions_about_other_things_find_none(string language)
    {
        var rows = File.ReadLines(Repository.PathOf("tests", "CoachBot.Tests", "Coaching", "Search", $"questions.{language}.tsv"))
            .Select(line => line.Split('\t')).Select(cells => (Expected: cells[0], Question: cells[1])).ToArray();
        var found = rows.Select(row => (row.Expected, row.Question, Found: AnswerTo(row.Question, language))).ToArray();
        var inside = found.Where(row => row.Expected != "-").ToArray();
        var wrong = inside.Where(row => row.Found != row.Expected).ToArray();
        var outside = found.Where(row => row.Expected == "-" && row.Found is not null).ToArray();

        var report = $"{language}: {inside.Length - wrong.Length} of {inside.Length} right, {wrong.Count(row => row.Found is null)} without an answer; "
            + $"{outside.Length} of {found.Length - inside.Length} others answered.\n"
            + string.Join('\n', wrong.Concat(outside).Select(row => $"{row.Expected} <- {row.Found ?? "nothing"}: {row.Question}"));
        if (Environment.GetEnvironmentVariable("COACHBOT_REPORT") is { } folder)
            File.WriteAllText(Path.Combine(folder, $"search.{language}.txt"), report);
        Assert.True(inside.Length - wrong.Length >= LeastRight * inside.Length && outside.Length <= MostWrongOutside, report);
    }

    [Theory]
    [InlineData("")]
    [InlineData("?!")]
    [InlineData("the of and")]
    [InlineData("field:value AND (\"unclosed OR ~*")]
    public void Any_text_is_only_text(string text) => Assert.Null(CoachChat.Words.Search.Find(text, "en"));

    [Fact]
    public void Accents_and_endings_make_no_difference()
    {
        Assert.Equal("boots", CoachChat.Words.Search.Find("jambières gonflables", "fr"));
        Assert.Equal("boots", CoachChat.Words.Search.Find("JAMBIERE GONFLABLE", "fr"));
    }

    [Fact]
    public void An_answer_that_there_is_not_stops_the_start_and_is_named()
    {
        var files = new ContentFiles().Edit("search/de.json", "\"boots\"", "\"boats\"");

        var fault = Assert.Throws<ContentException>(() => DialogContent.Load(files));
        Assert.Contains("boats", fault.Message, StringComparison.Ordinal);
    }

    private static string? AnswerTo(string question, string language) =>
        CoachChat.Words.Planner.Ask(question, language, search: CoachChat.Words.Search.Find).Answers is [var first, ..] ? first.Id : null;
}
