using CoachBot.Coaching.Content;
using CoachBot.Recovery;
using CoachBot.Recovery.Safety;

namespace CoachBot.Coaching.Dialogs;

/// <summary>The plan and what can be asked about it. It is made again from the kept answers each time: same answers, same plan.</summary>
internal static class PlanReplies
{
    /// <summary>A plan is for the day; after a night it is asked anew.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(18);

    private static readonly TimeSpan Remembered = TimeSpan.FromDays(3);

    private static readonly string[] Wishes = ["why", "more", "sources"];

    public static bool HasFresh(CoachTurn turn) => turn.Runner.Last is { } last && turn.Now - last.At < Fresh;

    /// <summary>The band of a plan that is a few days old at most, which the next check-in asks about; null where there is none.</summary>
    public static string? FollowUp(CoachTurn turn) =>
        turn.Runner.Last is { } last && !HasFresh(turn) && turn.Now - last.At < Remembered
        && turn.Runner.History.LastOrDefault(entry => entry.At == last.At)?.Band is { } band and not Band.Hold ? JsonNames.Of(band) : null;

    /// <summary>Today's plan; null when there is none.</summary>
    public static RecoveryPlan? Current(CoachTurn turn) => HasFresh(turn) ? Again(turn).Plan : null;

    /// <summary>When the day is over, what was typed for its plan is not kept any longer; the numbers are.</summary>
    public static void ForgetWords(CoachTurn turn)
    {
        if (!HasFresh(turn))
            DropWords(turn);
    }

    public static void DropWords(CoachTurn turn)
    {
        if (turn.Runner.Last is { Answers.Notes.Count: > 0 } last)
            turn.Runner = turn.Runner with { Last = last with { Answers = last.Answers with { Notes = [] } } };
    }

    /// <summary>The end of a check-in: plan it, keep it, show it.</summary>
    public static Task FinishAsync(CoachTurn turn, CancellationToken cancellationToken)
    {
        var answers = turn.Answers;
        turn.Memory = turn.Memory with { CheckIn = null, Asked = null };
        if (answers.Corrects is not null)
            turn.Preface(turn.Voice.Say("plan.changed"));
        return KeepAndShowAsync(turn, new FinishedCheckIn(answers.Corrects ?? turn.Now, answers), cancellationToken);
    }

    /// <summary>The answers of the last check-in with a correction in them; they may need another question before the new plan.</summary>
    public static CheckInAnswers Correct(CoachTurn turn)
    {
        var last = turn.Runner.Last!;
        return CheckInAnswering.Merge(null, turn, last.Answers with { Corrects = last.At, Asked = [] });
    }

    /// <summary>What the runner decided about the last plan is kept with it.</summary>
    public static void Decide(CoachTurn turn, Func<CheckInAnswers, CheckInAnswers> decide)
    {
        var last = turn.Runner.Last!;
        turn.Runner = turn.Runner with { Last = last with { Answers = decide(last.Answers) } };
    }

    /// <summary>The plan, where something told since made it another one.</summary>
    public static Task ShowChangedAsync(CoachTurn turn, RunnerRecord before, CancellationToken cancellationToken)
    {
        var (plan, checkIn) = Again(turn, turn.Runner);
        var (earlier, _) = Again(turn, before);
        if (plan.ChosenBand is not null && earlier.ChosenBand is null)
            return turn.SendAsync(PlanView.Chosen(plan, checkIn, turn.Voice), Offer(turn.Voice, Wishes), cancellationToken);
        if (PlanView.Short(plan, checkIn, turn.Voice) != PlanView.Short(earlier, checkIn, turn.Voice))
            return SendAsync(turn, plan, checkIn, cancellationToken);

        var shorter = turn.Runner.Last!.Answers.MinutesAvailable != before.Last!.Answers.MinutesAvailable;
        return turn.SendAsync(turn.Voice.Say(shorter ? "plan.fits" : "plan.same"), Offer(turn.Voice, Wishes), cancellationToken);
    }

    public static Task ShowAsync(CoachTurn turn, CancellationToken cancellationToken)
    {
        var (plan, checkIn) = Again(turn);
        return SendAsync(turn, plan, checkIn, cancellationToken);
    }

    /// <param name="wish">why, more or sources.</param>
    /// <param name="turn">Has a fresh plan.</param>
    public static string About(string wish, CoachTurn turn) => wish switch
    {
        "why" => PlanView.Why(Again(turn).Plan, turn.Voice),
        "sources" => PlanView.Sources(Again(turn).Plan, turn.Voice),
        _ => Again(turn).Plan.Text,
    };

    public static Task TellAsync(string wish, CoachTurn turn, CancellationToken cancellationToken) =>
        turn.SendAsync(About(wish, turn), Offer(turn.Voice, [.. Wishes.Where(other => other != wish)]), cancellationToken);

    /// <summary>One painful spot can end the check-in before all is asked; null when nothing does.</summary>
    public static SafetyAssessment? StopsAlready(CoachTurn turn)
    {
        if (turn.Answers.Sites.All(site => site.Spread != false))
            return null;

        var checkIn = CheckInDocument.Build(turn.Answers, turn.Runner, turn.Now, turn.Zone, turn.Locale);
        return SafetyReplies.FoundIn(turn.Content.Planner.Plan(checkIn));
    }

    private static Task KeepAndShowAsync(CoachTurn turn, FinishedCheckIn finished, CancellationToken cancellationToken)
    {
        var checkIn = CheckInDocument.Build(finished.Answers, turn.Runner, finished.At, turn.Zone, turn.Locale);
        var plan = turn.Content.Planner.Plan(checkIn);
        if (SafetyReplies.FoundIn(plan) is { } found)
            return SafetyReplies.StopAsync(turn, found, cancellationToken);

        turn.Runner = turn.Runner with
        {
            Last = finished,
            History = CheckInHistory.Add(turn.Runner.History, CheckInDocument.Entry(finished.Answers, plan.Band, finished.At)),
        };
        return SendAsync(turn, plan, checkIn, cancellationToken);
    }

    private static Task SendAsync(CoachTurn turn, RecoveryPlan plan, CheckIn checkIn, CancellationToken cancellationToken)
    {
        var text = PlanView.Short(plan, checkIn, turn.Voice);
        var offer = WeightOffer(turn, plan);
        return Cards.ShowsPlanIn(turn.Activity.ChannelId)
            ? turn.SendAsync(Say.Paragraphs(PlanView.Headline(plan, turn.Voice), offer), [], turn.Content.Cards.Plan(plan, checkIn, turn.Voice, text), cancellationToken)
            : turn.SendAsync(Say.Paragraphs(text, offer ?? turn.Voice.Say("plan.hint")), Offer(turn.Voice, Wishes), cancellationToken);
    }

    /// <summary>Once, where a weight would change what the plan says; never to a minor or after a sign about eating (evidence C15, C18).</summary>
    private static string? WeightOffer(CoachTurn turn, RecoveryPlan plan)
    {
        var runner = turn.Runner;
        if (runner.WeightOffered || runner.BodyMassKg is not null || !Profile.MayUseWeight(turn) || plan.Actions.All(action => action.Strategy != Strategy.Nutrition))
            return null;

        turn.Runner = runner with { WeightOffered = true };
        return turn.Voice.Say("profile.offer-weight");
    }

    private static (RecoveryPlan Plan, CheckIn CheckIn) Again(CoachTurn turn) => Again(turn, turn.Runner);

    private static (RecoveryPlan Plan, CheckIn CheckIn) Again(CoachTurn turn, RunnerRecord runner)
    {
        var last = runner.Last!;
        var checkIn = CheckInDocument.Build(last.Answers, runner, last.At, turn.Zone, turn.Locale);
        return (turn.Content.Planner.Plan(checkIn), checkIn);
    }

    private static Button[] Offer(Voice voice, params string[] names) => [.. names.Select(name => QuestionButtons.Plain(voice, $"button.{name}"))];
}
