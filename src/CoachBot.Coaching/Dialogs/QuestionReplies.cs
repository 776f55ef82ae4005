using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Answers a question from the knowledge, for this runner; says so where it does not know.</summary>
internal static class QuestionReplies
{
    private const int AnswersShown = 2;

    public static string Answer(CoachTurn turn)
    {
        var known = turn.Memory.CheckIn ?? (PlanReplies.HasFresh(turn) ? turn.Runner.Last!.Answers : new CheckInAnswers());
        var checkIn = CheckInDocument.Build(known with { Notes = [turn.Text] }, turn.Runner, turn.Now, turn.Zone, turn.Locale);
        var plan = turn.Content.Planner.Plan(checkIn);
        if (plan.Answers.Count == 0)
            return turn.SafetyNote ?? turn.Voice.Say("answer.none");

        return Say.Paragraphs([turn.SafetyNote, .. plan.Answers.Take(AnswersShown).Select(answer => answer.Text), Sources(plan)]);
    }

    /// <summary>The first source of each answer shown, in short.</summary>
    private static string Sources(RecoveryPlan plan)
    {
        var cited = plan.Answers.Take(AnswersShown).SelectMany(answer => answer.Sources.Take(1)).Distinct();
        return string.Join('\n', cited.Select(id => plan.Sources.FirstOrDefault(source => source.Id == id)).OfType<PlanSource>().Select(source => $"({source.Citation})"));
    }
}
