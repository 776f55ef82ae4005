namespace CoachBot.Recovery;

/// <summary>Answers for one runner: their conditions apply to what is said here as to the plan itself.</summary>
internal static class Answering
{
    public static PlanAnswer Of(AnswerEntry answer, RunnerCautions cautions, IReadOnlyList<PlanAction> actions, KnowledgeBase knowledge, Language language)
    {
        var (level, condition) = cautions.For(answer.Owner);
        if (level >= CautionLevel.Ask)
        {
            var closed = answer.Owner.Actions[$"{answer.Owner.Id}-not-for-you"];
            var name = new KeyValuePair<string, string>("condition", knowledge.Conditions.NameOf(condition, language));
            var (text, rest) = (closed.Text.In(language, [name]), answer.Plain?.In(language) ?? closed.Why.In(language, [name]));
            return new PlanAnswer(answer.Id, answer.About, $"{text} {rest}", [.. closed.Sources.Union(answer.Sources)]);
        }

        if (level == CautionLevel.General)
        {
            var name = knowledge.Conditions.NameOf(condition, language);
            var words = answer.Plain?.In(language) ?? knowledge.Words.Fill("answer.general", language, new KeyValuePair<string, string>("condition", name));
            return new PlanAnswer(answer.Id, answer.About, words, answer.Sources);
        }

        // What the plan says about it today belongs to the answer, or the two might seem to differ.
        var today = actions.FirstOrDefault(action => action.Stance != Stance.Optional && action.Strategy == answer.Owner.Strategy && answer.Owner.Actions.ContainsKey(action.Id));
        var general = answer.Text.In(language);
        return new PlanAnswer(answer.Id, answer.About, today is null || !answer.Owner.IsModality ? general : $"{general} {today.Text}", answer.Sources);
    }
}
