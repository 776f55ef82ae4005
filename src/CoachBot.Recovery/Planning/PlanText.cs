using System.Text;

namespace CoachBot.Recovery;

/// <summary>The plan as a person reads it: the band with its two reasons, the lines by time, the next hard session, answers, sources.</summary>
internal static class PlanText
{
    public static string Of(RecoveryPlan plan, PlanFacts facts, KnowledgeBase knowledge)
    {
        var (text, words, language) = (new StringBuilder(1024), knowledge.Words, facts.Language);
        var band = facts.IsRaceWeek && words.Has($"band.{JsonNames.Of(plan.Band)}.raceWeek") ? $"{JsonNames.Of(plan.Band)}.raceWeek" : JsonNames.Of(plan.Band);
        text.Append(words[$"band.{band}", language]).Append(' ').Append(words[$"confidence.{JsonNames.Of(plan.Confidence)}", language]).Append('\n');
        if (plan.ChosenBand is { } chosen)
            text.Append(words[$"chosen.{JsonNames.Of(chosen)}", language]).Append('\n');
        if (plan.Safety.Message is { Length: > 0 } message)
            text.Append(message).Append('\n');
        text.AppendJoin(' ', plan.Reasons.Take(2).Select(reason => reason.Text)).Append('\n');

        AppendActions(text, plan, knowledge, language);
        AppendNextHard(text, plan, facts, words);
        foreach (var answer in plan.Answers)
            text.Append('\n').Append(answer.Text).Append('\n');
        AppendSources(text, plan, knowledge, language);
        return text.ToString().TrimEnd();
    }

    private static void AppendActions(StringBuilder text, RecoveryPlan plan, KnowledgeBase knowledge, Language language)
    {
        When? under = null;
        foreach (var action in plan.Actions)
        {
            if (action.When != under)
                text.Append('\n').Append(knowledge.Words[$"when.{JsonNames.Of(action.When)}", language]).Append('\n');
            under = action.When;
            text.Append("- ").Append(action.Text).Append(" [").Append(knowledge.Words[$"evidence.{JsonNames.Of(action.Evidence)}", language]).Append("]\n");
        }
    }

    private static void AppendNextHard(StringBuilder text, RecoveryPlan plan, PlanFacts facts, PlanWords words)
    {
        if (plan.NextHard is not { } next)
            return;

        var (language, checkIn) = (facts.Language, facts.CheckIn);
        var earliest = checkIn.Local(next.Earliest);
        text.Append('\n').Append(words.Fill(next.Earliest <= checkIn.Now ? "next.open" : "next.hard", language,
            new("day", words.DayFrom(earliest, checkIn.Local(checkIn.Now), language)),
            new("time", PlanWords.Clock(earliest)),
            new("conditions", string.Join(", ", next.Conditions)))).Append('\n');
    }

    private static void AppendSources(StringBuilder text, RecoveryPlan plan, KnowledgeBase knowledge, Language language)
    {
        var cited = plan.Sources.Select(source => knowledge.Sources[source.Id]).Where(source => source.IsCitation).ToArray();
        if (cited.Length > 0)
            text.Append('\n').Append(knowledge.Words["sources", language]).Append(' ').AppendJoin("; ", cited.Select(source => source.Short)).Append('.');
    }
}
