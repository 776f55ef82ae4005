using CoachBot.BotBuilder.Dialogs;
using CoachBot.Coaching.Language;

namespace CoachBot.Coaching.Dialogs;

/// <summary>The check-in: one step per question, each asked only while its answer is missing, and the plan at the end.</summary>
internal sealed class CheckInDialog : ComponentDialog
{
    public const string Name = "check-in";

    private const string PlanStep = "plan";

    public CheckInDialog()
        : base(Name)
    {
        var questions = new WaterfallDialog("questions") { Version = "1", OnRestart = SayRestartedAsync };
        foreach (var question in Question.CheckIn)
        {
            questions.AddStep(question.Name, (step, cancellationToken) => AskAsync(question, step, cancellationToken));
            AddDialog(new QuestionPrompt(question));
        }

        AddDialog(questions.AddStep(PlanStep, PlanAsync));
        InitialDialogId = questions.Id;
    }

    private static async Task<DialogTurnResult> AskAsync(Question question, WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(step.Context);
        TakeAnswer(turn, step);
        if (PlanReplies.StopsAlready(turn) is { } found)
        {
            await SafetyReplies.StopAsync(turn, found, cancellationToken);
            return await step.EndDialogAsync(cancellationToken: cancellationToken);
        }

        var next = CheckInQuestions.Next(turn.Answers);
        if (next != question)
            return await step.GoToStepAsync(next?.Name ?? PlanStep, cancellationToken: cancellationToken);

        turn.Answers = turn.Answers.Ask(question.Name);
        return await step.PromptAsync(question.Name, new PromptOptions(), cancellationToken);
    }

    private static async Task<DialogTurnResult> PlanAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(step.Context);
        TakeAnswer(turn, step);
        if (CheckInQuestions.Next(turn.Answers) is { } next)
            return await step.GoToStepAsync(next.Name, cancellationToken: cancellationToken);

        await PlanReplies.FinishAsync(turn, cancellationToken);
        return await step.EndDialogAsync(cancellationToken: cancellationToken);
    }

    private static void TakeAnswer(CoachTurn turn, WaterfallStepContext step)
    {
        if (step.Result is Understanding && turn.Asked is { } asked)
            turn.Answers = CheckInAnswering.Apply(asked, turn);
        turn.Memory = turn.Memory with { Asked = null, Misses = 0 };
    }

    private static Task SayRestartedAsync(DialogContext dc, string? lostStep, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(dc.Context);
        turn.Preface(turn.Voice.Say("updated-dialog"));
        return Task.CompletedTask;
    }
}
