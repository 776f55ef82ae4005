using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Dialogs;
using CoachBot.BotBuilder.Schema;
using CoachBot.Coaching.Language;

namespace CoachBot.Coaching.Dialogs;

/// <summary>
/// Asks one question until the answer says something. Only the question's name is stored: its words are made when it is
/// sent, in the language of that moment.
/// </summary>
internal sealed class QuestionPrompt(Question question) : Prompt<Understanding>(question.Name)
{
    /// <summary>A card's button and an edit answer as a message does.</summary>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var turn = CoachTurn.Of(dc.Context);
        if (turn.Activity.Type == ActivityTypes.Message || !turn.Speaks)
            return await base.ContinueDialogAsync(dc, cancellationToken);
        if (Accepts(turn))
            return await dc.EndDialogAsync(turn.Said, cancellationToken);

        await OnPromptAsync(dc.Context, dc.ActiveDialog!.State, new PromptOptions(), isRetry: true, cancellationToken);
        return EndOfTurn;
    }

    protected override Task OnPromptAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, bool isRetry, CancellationToken cancellationToken = default)
    {
        var turn = CoachTurn.Of(turnContext);
        if (isRetry)
        {
            turn.Memory = turn.Memory with { Misses = turn.Memory.Misses + 1 };
            turn.Preface(Say.NotUnderstood(question, turn));
        }
        else if (turn.Memory.Asked != question.Name)
        {
            turn.Memory = turn.Memory with { Asked = question.Name, Misses = 0 };
        }

        return turn.SendAsync(Say.Question(question, turn), QuestionButtons.For(question, turn.Voice, turn.Memory.Misses, Cards.ShownIn(turn.Activity.ChannelId)), cancellationToken);
    }

    protected override Task<PromptRecognizerResult<Understanding>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        var turn = CoachTurn.Of(turnContext);
        return Task.FromResult(new PromptRecognizerResult<Understanding> { Succeeded = Accepts(turn), Value = turn.Said });
    }

    private bool Accepts(CoachTurn turn) => question.Name switch
    {
        "delete" or "language" or "units" => SettingsDialog.Answers(question, turn) || turn.Memory.Misses > 0,
        "reminder" => turn.Said.PromptTime is not null,
        "place" => ReminderDialog.ZoneSaid(turn) is not null,
        _ when Question.FirstMeeting.Contains(question) => OnboardingAnswers.Accepts(question, turn),
        _ => CheckInAnswering.Accepts(question, turn),
    };
}
