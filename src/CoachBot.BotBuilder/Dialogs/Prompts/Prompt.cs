using CoachBot.BotBuilder.Dialogs.Choices;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>Asks until the answer is accepted, and ends with it.</summary>
public abstract class Prompt<T> : Dialog
{
    public const string AttemptCountKey = PromptState.AttemptCountKey;

    private readonly PromptValidator<T>? _validator;

    protected Prompt(string dialogId, PromptValidator<T>? validator = null)
        : base(dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
        {
            throw new ArgumentNullException(nameof(dialogId));
        }

        _validator = validator;
    }

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        var state = PromptState.Begin(dc, options);
        await OnPromptAsync(dc.Context, state.Inner, state.Rendered(dc.Context), isRetry: false, cancellationToken);
        return EndOfTurn;
    }

    /// <summary>Only a message can be an answer.</summary>
    public override async Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (dc.Context.Activity.Type != ActivityTypes.Message)
        {
            return EndOfTurn;
        }

        var state = new PromptState(dc.ActiveDialog!.State);
        var options = state.Rendered(dc.Context);
        var recognized = RecognizedOnce<T>.Take(dc) ?? await OnRecognizeAsync(dc.Context, state.Inner, options, cancellationToken);
        state.CountAttempt();
        var isValid = _validator == null
            ? recognized.Succeeded
            : await _validator(
                new PromptValidatorContext<T>(dc.Context, recognized, state.Inner, options), cancellationToken);
        if (isValid)
        {
            return await dc.EndDialogAsync(recognized.Value, cancellationToken);
        }

        if (!dc.Context.Responded)
        {
            await OnPromptAsync(dc.Context, state.Inner, options, isRetry: true, cancellationToken);
        }

        return EndOfTurn;
    }

    /// <summary>A dialog pushed above the prompt, to interrupt it, has ended: the question is asked again.</summary>
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

    /// <summary>An activity that answers the prompt is handled: parents need not take it for an interruption.</summary>
    protected override async Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        if (e.Name != DialogEvents.ActivityReceived || dc.Context.Activity.Type != ActivityTypes.Message)
        {
            return false;
        }

        var state = new PromptState(dc.ActiveDialog!.State);
        var recognized = await OnRecognizeAsync(dc.Context, state.Inner, state.Rendered(dc.Context), cancellationToken);
        RecognizedOnce<T>.Keep(dc, recognized);
        return recognized.Succeeded;
    }

    protected abstract Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default);

    protected abstract Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default);

    /// <summary>As the longer form, for everyone in the conversation.</summary>
    protected virtual IMessageActivity AppendChoices(
        IMessageActivity? prompt,
        string? channelId,
        IList<Choice>? choices,
        ListStyle style,
        ChoiceFactoryOptions? options = null,
        CancellationToken cancellationToken = default) =>
        AppendChoices(prompt, channelId, choices, style, options, null, null, cancellationToken);

    /// <summary>A copy of the prompt with the choices in it.</summary>
    protected virtual IMessageActivity AppendChoices(
        IMessageActivity? prompt,
        string? channelId,
        IList<Choice>? choices,
        ListStyle style,
        ChoiceFactoryOptions? options,
        string? conversationType,
        IList<string>? toList,
        CancellationToken cancellationToken = default) =>
        PromptMessage.WithChoices(prompt, channelId, choices, style, options, conversationType, toList);

    /// <summary>Sends a copy of the prompt, or of the retry prompt if there is one and this is a retry.</summary>
    private protected static async Task SendPromptAsync(
        ITurnContext turnContext, PromptOptions options, bool isRetry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        if (PromptMessage.Choose(options, isRetry) is { } prompt)
        {
            await turnContext.SendActivityAsync(prompt.Copy(), cancellationToken);
        }
    }
}
