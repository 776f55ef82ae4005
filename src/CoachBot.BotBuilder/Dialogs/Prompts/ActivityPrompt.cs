using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>Takes an activity of any type; the validator decides.</summary>
public abstract class ActivityPrompt : Dialog
{
    private readonly PromptValidator<Activity> _validator;

    protected ActivityPrompt(string dialogId, PromptValidator<Activity> validator)
        : base(dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
        {
            throw new ArgumentNullException(nameof(dialogId));
        }

        ArgumentNullException.ThrowIfNull(validator);
        _validator = validator;
    }

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var state = PromptState.Begin(dc, options);
        await OnPromptAsync(dc.Context, state.Inner, state.Rendered(dc.Context), isRetry: false, cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        var state = new PromptState(dc.ActiveDialog!.State);
        var options = state.Rendered(dc.Context);
        var recognized = await OnRecognizeAsync(dc.Context, state.Inner, options, cancellationToken);
        state.CountAttempt();
        var promptContext = new PromptValidatorContext<Activity>(dc.Context, recognized, state.Inner, options);
        if (await _validator(promptContext, cancellationToken))
        {
            return await dc.EndDialogAsync(recognized.Value, cancellationToken);
        }

        await OnPromptAsync(dc.Context, state.Inner, options, isRetry: true, cancellationToken);
        return EndOfTurn;
    }

    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        DialogErrors.ThrowIfToken(result, nameof(result));
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog!, cancellationToken);
        return EndOfTurn;
    }

    public override Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        var state = new PromptState(instance.State);
        return OnPromptAsync(turnContext, state.Inner, state.Rendered(turnContext), isRetry: false, cancellationToken);
    }

    protected virtual Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        CancellationToken cancellationToken = default) =>
        OnPromptAsync(turnContext, state, options, isRetry: false, cancellationToken);

    protected virtual async Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        if (PromptMessage.Choose(options, isRetry) is { } prompt)
        {
            await turnContext.SendActivityAsync(prompt.Copy(), cancellationToken);
        }
    }

    protected virtual Task<PromptRecognizerResult<Activity>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return Task.FromResult(new PromptRecognizerResult<Activity> { Succeeded = true, Value = turnContext.Activity });
    }
}
