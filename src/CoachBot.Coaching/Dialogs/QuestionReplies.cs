using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Answers a question from the knowledge, for this runner; says so where it does not know.</summary>
internal static class QuestionReplies
{
    private const int AnswersShown = 2;

    public static string Answer(CoachTurn turn) => Find(turn) ?? turn.SafetyNote ?? turn.Voice.Say("answer.none");

    /// <summary>Null when the knowledge holds no answer.</summary>
    public static string? Find(CoachTurn turn)
    {
        var found = turn.Content.Planner.Ask(turn.Text, turn.Locale, CheckInDocument.Profile(turn.Answers, turn.Runner), turn.Content.Search.Find);
        if (found.Answers.Count == 0)
            return null;

        var shown = found.Answers.Take(AnswersShown).ToArray();
        return Say.Paragraphs([turn.SafetyNote, .. shown.Select(answer => answer.Text), Sources(shown, found.Sources)]);
    }

    /// <summary>The first source of each answer shown, in short.</summary>
    private static string Sources(IEnumerable<PlanAnswer> answers, IReadOnlyList<PlanSource> sources)
    {
        var cited = answers.SelectMany(answer => answer.Sources.Take(1)).Distinct();
        return string.Join('\n', cited.Select(id => sources.FirstOrDefault(source => source.Id == id)).OfType<PlanSource>().Select(source => $"({source.Citation})"));
    }
}
