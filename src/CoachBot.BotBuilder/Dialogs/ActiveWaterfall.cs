namespace CoachBot.BotBuilder.Dialogs;

/// <summary>
/// The topmost waterfall of a stack, seen from outside its steps: how "back", "change my answer" and "start over" are
/// done from <see cref="ComponentDialog.OnContinueDialogAsync"/> while a prompt is open above it.
/// </summary>
public sealed class ActiveWaterfall
{
    private readonly DialogContext _dc;
    private readonly WaterfallDialog _dialog;
    private readonly DialogInstance _instance;

    private ActiveWaterfall(DialogContext dc, WaterfallDialog dialog, DialogInstance instance)
    {
        _dc = dc;
        _dialog = dialog;
        _instance = instance;
    }

    public string DialogId => _dialog.Id;

    public string? StepName => new WaterfallState(_instance).StepName;

    /// <summary>The named step that asked before the present one; null at the first.</summary>
    public string? PreviousStepName => new WaterfallState(_instance).Trail.LastOrDefault(_dialog.HasStep);

    /// <summary>What the waterfall has kept; take out what shall be asked again.</summary>
    public IDictionary<string, object> Values => new WaterfallState(_instance).Values;

    /// <returns>Null when no waterfall is on this stack.</returns>
    public static ActiveWaterfall? Find(DialogContext dc)
    {
        ArgumentNullException.ThrowIfNull(dc);
        foreach (var instance in dc.Stack)
        {
            if (dc.FindDialog(instance.Id) is WaterfallDialog dialog)
            {
                return new ActiveWaterfall(dc, dialog, instance);
            }
        }

        return null;
    }

    /// <summary>Cancels what is above the waterfall and runs a named step of it, with its values kept.</summary>
    /// <exception cref="ArgumentException">It has no such step.</exception>
    public async Task<DialogTurnResult> GoToStepAsync(string name, CancellationToken cancellationToken = default)
    {
        if (!_dialog.HasStep(name))
        {
            throw new ArgumentException($"Waterfall '{_dialog.Id}' has no step named '{name}'.", nameof(name));
        }

        await UncoverAsync(cancellationToken);
        return await _dialog.GoToStepAsync(_dc, name, result: null, cancellationToken);
    }

    /// <summary>Cancels what is above the waterfall and runs it from its first step, with its values kept.</summary>
    public async Task<DialogTurnResult> RestartAsync(CancellationToken cancellationToken = default)
    {
        await UncoverAsync(cancellationToken);
        return await _dialog.RestartAsync(_dc, cancellationToken);
    }

    private async Task UncoverAsync(CancellationToken cancellationToken)
    {
        while (_dc.ActiveDialog != _instance)
        {
            await _dc.EndActiveDialogAsync(DialogReason.CancelCalled, cancellationToken);
        }
    }
}
