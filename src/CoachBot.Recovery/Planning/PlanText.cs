using System.Text;

namespace CoachBot.Recovery;

/// <summary>The plan as a person reads it: the band with its two reasons, the lines by time, the next hard session, answers, sources.</summary>
internal static class PlanText
{
    public static string Of(RecoveryPlan plan, PlanFacts facts, KnowledgeBase knowledge)
    {
        var (text, words, language) = (new StringBuilder(1024), knowledge.Words, facts.Language);
        text.Append(words[BandKey(plan, facts, words), language]).Append(' ').Append(words[$"confidence.{JsonNames.Of(plan.Confidence)}", language]).Append('\n');
        if (plan.ChosenBand is { } chosen)
            text.Append(words[$"chosen.{JsonNames.Of(chosen)}", language]).Append('\n');
        if (plan.Fit is { } fit)
            text.Append(fit.Text).Append('\n');
        // Where a line of the plan says whom to ask, the gate's message would say it twice.
        if (plan.Safety.Message is { Length: > 0 } message && !plan.Actions.Any(action => action is { Strategy: Strategy.Safety, Rule: "C16" or "C18" }))
            text.Append(message).Append('\n');
        text.AppendJoin(' ', plan.Reasons.Take(2).Select(reason => reason.Text)).Append('\n');

        AppendActions(text, plan, knowledge, language);
        AppendNextHard(text, plan, facts, words);
        foreach (var answer in plan.Answers)
            text.Append('\n').Append(answer.Text).Append('\n');
        AppendSources(text, plan, knowledge, language);
        return text.ToString().TrimEnd();
    }

    /// <summary>Too few answers, race week and a session already done ask for other words: "train as planned" fits before a run, not after one.</summary>
    private static string BandKey(RecoveryPlan plan, PlanFacts facts, PlanWords words)
    {
        var band = $"band.{JsonNames.Of(plan.Band)}";
        if (plan.Reasons.Any(reason => reason.Measure == JsonNames.Of(Measure.Missing)) && words.Has($"{band}.missing"))
            return $"{band}.missing";

        if (facts.IsRaceWeek && words.Has($"{band}.raceWeek"))
            return $"{band}.raceWeek";

        return facts.Situation.IsHard && words.Has($"{band}.done") ? $"{band}.done" : band;
    }

    private static void AppendActions(StringBuilder text, RecoveryPlan plan, KnowledgeBase knowledge, Language language)
    {
        When? under = null;
        foreach (var action in plan.Actions)
        {
            if (action.When != under)
                text.Append('\n').Append(knowledge.Words[$"when.{JsonNames.Of(action.When)}", language]).Append('\n');
            under = action.When;
            text.Append("- ").Append(action.Text).Append(" [").Append(knowledge.Words[$"evidence.{JsonNames.Of(action.Evidence)}", language]);
            if (action.DoseBasis is DoseBasis.Rule or DoseBasis.Practice)
                text.Append("; ").Append(knowledge.Words[$"basis.{JsonNames.Of(action.DoseBasis.Value)}", language]);
            text.Append("]\n");
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
