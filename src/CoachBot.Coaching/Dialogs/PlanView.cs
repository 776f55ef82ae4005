using System.Text;
using CoachBot.Coaching.Content;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>A plan as a phone shows it. The sentences and their numbers are those of the plan itself.</summary>
internal static class PlanView
{
    private const int ReasonsShown = 2;
    private const int ActionsShown = 3;
    private const int AnswersShown = 2;

    /// <summary>Band, the two biggest reasons, what to do first, the next hard session.</summary>
    public static string Short(RecoveryPlan plan, CheckIn checkIn, Voice voice)
    {
        var text = new StringBuilder();
        if (!string.IsNullOrEmpty(plan.Safety.Message))
            Line(text, $"{plan.Safety.Message}\n");
        if (plan.ChosenBand is not null)
            Line(text, $"{voice.Say("plan.chosen")}\n");
        Line(text, Headline(plan, voice));
        foreach (var reason in plan.Reasons.Take(ReasonsShown))
            Line(text, reason.Text);
        Line(text, Confidence(plan, voice));
        text.Append('\n');
        foreach (var action in plan.Actions.Where(action => action.Stance == Stance.Do).Take(ActionsShown))
            Line(text, $"- {voice.Say("plan.line", ("when", WhenOf(action.When, voice)), ("text", action.Text))}");
        // A blank line, or Markdown takes it for a part of the last point.
        if (NextHard(plan, checkIn, voice) is { } next)
            Line(text, $"\n{next}");
        foreach (var answer in plan.Answers.Take(AnswersShown))
            Line(text, $"\n{answer.Text}");
        return text.ToString().TrimEnd();
    }

    /// <summary>The runner trains all the same: that it is noted, what the coach still thinks, and when a hard session fits.</summary>
    public static string Chosen(RecoveryPlan plan, CheckIn checkIn, Voice voice)
    {
        var lines = new List<string> { $"{voice.Say("plan.chosen")}\n", Headline(plan, voice) };
        lines.AddRange(plan.Reasons.Take(ReasonsShown).Select(reason => reason.Text));
        if (NextHard(plan, checkIn, voice) is { } next)
            lines.Add($"\n{next}");
        return string.Join('\n', lines);
    }

    /// <summary>Every reason, then each action with its own.</summary>
    public static string Why(RecoveryPlan plan, Voice voice)
    {
        var text = new StringBuilder();
        Line(text, voice.Say("plan.why-head"));
        foreach (var reason in plan.Reasons)
            Line(text, $"- {reason.Text}");
        Line(text, Confidence(plan, voice));
        text.Append('\n');
        foreach (var action in plan.Actions.Where(action => action.Stance == Stance.Do).Take(ActionsShown))
            Line(text, $"- {action.Text} {action.Why} ({EvidenceOf(action, voice)})");
        return text.ToString().TrimEnd();
    }

    public static string Sources(RecoveryPlan plan, Voice voice)
    {
        if (plan.Sources.Count == 0)
            return voice.Say("plan.sources-none");

        var text = new StringBuilder();
        Line(text, voice.Say("plan.sources-head"));
        foreach (var source in plan.Sources)
            Line(text, source.Doi is null ? $"- {source.Citation}" : $"- {source.Citation} https://doi.org/{source.Doi}");
        return text.ToString().TrimEnd();
    }

    public static string Headline(RecoveryPlan plan, Voice voice) => voice.Say($"band.{JsonNames.Of(plan.Band)}");

    /// <summary>How well the coach knows this runner, and that a band is a judgement (evidence B3, wording).</summary>
    public static string Confidence(RecoveryPlan plan, Voice voice) =>
        $"{voice.Say($"plan.{JsonNames.Of(plan.Confidence)}")} {voice.Say("plan.judgement")}";

    public static string WhenOf(When when, Voice voice) => voice.Say($"when.{JsonNames.Of(when)}");

    public static string EvidenceOf(PlanAction action, Voice voice) => voice.Say($"evidence.{JsonNames.Of(action.Evidence)}");

    /// <summary>On the runner's own clock; with its date where the week does not tell it.</summary>
    public static string? NextHard(RecoveryPlan plan, CheckIn checkIn, Voice voice)
    {
        if (plan.NextHard is not { } next || next.Earliest <= checkIn.Now)
            return null;

        var local = checkIn.Local(next.Earliest);
        var time = local.ToString("t", voice.Culture);
        var day = (local.Date - checkIn.Local(checkIn.Now).Date).Days switch
        {
            0 => voice.Say("day.today", ("time", time)),
            1 => voice.Say("day.tomorrow", ("time", time)),
            < 7 => voice.Say("day.later", ("day", local.ToString("dddd", voice.Culture)), ("time", time)),
            _ => voice.Say("day.later", ("day", local.ToString($"dddd, {voice.Culture.DateTimeFormat.MonthDayPattern}", voice.Culture)), ("time", time)),
        };
        return voice.Say("plan.next-hard", ("day", day));
    }

    private static void Line(StringBuilder text, string line) => text.Append(line).Append('\n');
}
