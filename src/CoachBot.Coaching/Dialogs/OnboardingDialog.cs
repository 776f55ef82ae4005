using CoachBot.BotBuilder.Dialogs;
using CoachBot.Coaching.Language;

namespace CoachBot.Coaching.Dialogs;

/// <summary>
/// The first meeting after consent: language, units and clock in one question, then what about the runner changes a plan.
/// Each is asked once and can be passed over; who tells a run or wants the plan goes there at once.
/// </summary>
internal sealed class OnboardingDialog : ComponentDialog
{
    public const string Name = "onboarding";

    /// <summary>Where the morning check-in is arranged, if the coach has such a dialog; begun with the runner's answer.</summary>
    public const string ReminderDialog = "ReminderDialog";

    private const string ReminderStep = "reminder";
    private const string EndStep = "end";

    public OnboardingDialog()
        : base(Name)
    {
        var meeting = new WaterfallDialog("meeting") { Version = "1" };
        foreach (var question in Question.FirstMeeting)
        {
            meeting.AddStep(question.Name, (step, cancellationToken) => AskAsync(question, step, cancellationToken));
            AddDialog(new QuestionPrompt(question));
        }

        AddDialog(meeting.AddStep(ReminderStep, RemindAsync).AddStep(EndStep, (step, cancellationToken) => step.EndDialogAsync(null, cancellationToken)));
        InitialDialogId = meeting.Id;
    }

    /// <summary>Null when all has been asked.</summary>
    public static Question? Next(CoachTurn turn) => Question.FirstMeeting.FirstOrDefault(question =>
        !turn.Runner.Met.Contains(question.Name) && OnboardingAnswers.IsOpen(question, turn));

    private static async Task<DialogTurnResult> AskAsync(Question question, WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(step.Context);
        if (step.Result is Understanding && turn.Asked is { } asked && !OnboardingAnswers.Take(asked, turn))
            return await step.GoToStepAsync(EndStep, cancellationToken: cancellationToken);

        turn.Memory = turn.Memory with { Asked = null, Misses = 0 };
        var next = Next(turn);
        if (next == Question.Morning && step.FindDialog(ReminderDialog) is null)
            next = null;
        if (next != question)
            return await step.GoToStepAsync(next?.Name ?? EndStep, cancellationToken: cancellationToken);
        return await step.PromptAsync(question.Name, new PromptOptions(), cancellationToken);
    }

    private static async Task<DialogTurnResult> RemindAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(step.Context);
        if (step.Result is not Understanding || turn.Asked is not { } asked || !OnboardingAnswers.Take(asked, turn))
            return await step.NextAsync(null, cancellationToken);

        turn.Memory = turn.Memory with { Asked = null, Misses = 0 };
        return turn.Said.Intent is Intent.No or Intent.Skip
            ? await step.NextAsync(null, cancellationToken)
            : await step.BeginDialogAsync(ReminderDialog, turn.Text, cancellationToken);
    }
}
