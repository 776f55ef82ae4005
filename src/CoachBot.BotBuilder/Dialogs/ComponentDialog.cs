namespace CoachBot.BotBuilder.Dialogs;

/// <summary>Several dialogs as one, with a stack of their own that is kept in the component's state.</summary>
public class ComponentDialog : DialogContainer
{
    public const string PersistedDialogState = "dialogs";

    private bool _initialized;

    public ComponentDialog(string? dialogId = null)
        : base(dialogId)
    {
    }

    /// <summary>Which dialog begins; the first that was added unless set.</summary>
    public string? InitialDialogId { get; set; }

    public virtual ComponentDialog AddDialog(Dialog dialog)
    {
        Dialogs.Add(dialog);
        InitialDialogId ??= dialog.Id;
        return this;
    }

    public override async Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        DialogErrors.ThrowIfToken(options, nameof(options));
        ArgumentNullException.ThrowIfNull(dc);
        await EnsureInitializedAsync(dc);
        await CheckForVersionChangeAsync(dc, cancellationToken);

        var component = dc.ActiveDialog;
        var innerDc = CreateChildContext(dc);
        var turnResult = await OnBeginDialogAsync(innerDc, options, cancellationToken);
        TelemetryClient.TrackDialogView(Id);
        return await PassOnAsync(dc, component, turnResult, cancellationToken);
    }

    public override async Task<DialogTurnResult> ContinueDialogAsync(
        DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        await EnsureInitializedAsync(dc);
        await CheckForVersionChangeAsync(dc, cancellationToken);

        var component = dc.ActiveDialog;
        var innerDc = CreateChildContext(dc);
        var turnResult = await OnContinueDialogAsync(innerDc, cancellationToken);
        return await PassOnAsync(dc, component, turnResult, cancellationToken);
    }

    /// <summary>A dialog pushed above the component, to interrupt it, has ended: the question inside is asked again.</summary>
    public override async Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        DialogErrors.ThrowIfToken(result, nameof(result));
        await EnsureInitializedAsync(dc);
        await CheckForVersionChangeAsync(dc, cancellationToken);
        dc.ActiveDialog!.Owner = dc;
        await RepromptDialogAsync(dc.Context, dc.ActiveDialog, cancellationToken);
        return EndOfTurn;
    }

    public override async Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        await CreateInnerDc(turnContext, instance).RepromptDialogAsync(cancellationToken);
        await OnRepromptDialogAsync(turnContext, instance, cancellationToken);
    }

    public override async Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        if (reason == DialogReason.CancelCalled)
        {
            await CreateInnerDc(turnContext, instance).CancelAllDialogsAsync(cancellationToken);
        }

        await OnEndDialogAsync(turnContext, instance, reason, cancellationToken);
    }

    public override DialogContext CreateChildContext(DialogContext dc)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return new DialogContext(Dialogs, dc, InnerState(dc.ActiveDialog!));
    }

    protected async Task EnsureInitializedAsync(DialogContext outerDc)
    {
        if (!_initialized)
        {
            _initialized = true;
            await OnInitializeAsync(outerDc);
        }
    }

    /// <summary>Once, before the first turn.</summary>
    protected virtual Task OnInitializeAsync(DialogContext dc)
    {
        InitialDialogId ??= Dialogs.GetDialogs().FirstOrDefault()?.Id;
        return Task.CompletedTask;
    }

    protected virtual Task<DialogTurnResult> OnBeginDialogAsync(
        DialogContext innerDc, object? options, CancellationToken cancellationToken = default) =>
        innerDc.BeginDialogAsync(InitialDialogId!, options, cancellationToken);

    /// <summary>The place to look at the user's words before the dialogs inside do.</summary>
    protected virtual Task<DialogTurnResult> OnContinueDialogAsync(
        DialogContext innerDc, CancellationToken cancellationToken = default) => innerDc.ContinueDialogAsync(cancellationToken);

    protected virtual Task OnEndDialogAsync(
        ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default) =>
        Task.CompletedTask;

    protected virtual Task OnRepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default) => Task.CompletedTask;

    protected virtual Task<DialogTurnResult> EndComponentAsync(
        DialogContext outerDc, object? result, CancellationToken cancellationToken) => outerDc.EndDialogAsync(result, cancellationToken);

    private async Task<DialogTurnResult> PassOnAsync(
        DialogContext outerDc, DialogInstance? component, DialogTurnResult inner, CancellationToken cancellationToken)
    {
        switch (inner.Status)
        {
            case DialogTurnStatus.Waiting:
                return EndOfTurn;
            case DialogTurnStatus.Cancelled:
                return await CancelOuterAsync(outerDc, component, cancellationToken);
            default:
                return await EndComponentAsync(outerDc, inner.Result, cancellationToken);
        }
    }

    /// <summary>
    /// Cancelled inside is cancelled outside: a parent that was waiting for a result must not go on with none. A parent
    /// that handles the cancel event stays, and waits.
    /// </summary>
    private static async Task<DialogTurnResult> CancelOuterAsync(
        DialogContext outerDc, DialogInstance? component, CancellationToken cancellationToken)
    {
        if (component != null && outerDc.ActiveDialog == component)
        {
            await outerDc.CancelAllDialogsAsync(cancellationToken);
        }

        return outerDc.Stack.Count > 0 ? EndOfTurn : new DialogTurnResult(DialogTurnStatus.Cancelled);
    }

    private DialogContext CreateInnerDc(ITurnContext turnContext, DialogInstance instance) =>
        instance.Owner is { } outerDc && outerDc.Context == turnContext
            ? new DialogContext(Dialogs, outerDc, InnerState(instance))
            : new DialogContext(Dialogs, turnContext, InnerState(instance));

    private static DialogState InnerState(DialogInstance component)
    {
        if (component.State.GetValue<DialogState>(PersistedDialogState) is not { } state)
        {
            component.State[PersistedDialogState] = state = new DialogState();
        }

        return state;
    }
}
