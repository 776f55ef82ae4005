namespace CoachBot.BotBuilder.Dialogs;

/// <summary>What a step sees of its waterfall.</summary>
public class WaterfallStepContext : DialogContext
{
    private readonly WaterfallDialog _waterfall;
    private bool _wentOn;

    internal WaterfallStepContext(
        WaterfallDialog waterfall, DialogContext dc, WaterfallState state, int index, DialogReason reason, object? result)
        : base(dc.Dialogs, dc.Context, new DialogState(dc.Stack))
    {
        _waterfall = waterfall;
        Parent = dc.Parent;
        foreach (var (key, service) in dc.Services)
        {
            Services[key] = service;
        }

        Index = index;
        StepName = waterfall.NameOf(index);
        Options = state.Options;
        Values = state.Values;
        Reason = reason;
        Result = result;
    }

    /// <summary>From 0.</summary>
    public int Index { get; }

    /// <summary>Null when the step was added without a name.</summary>
    public string? StepName { get; }

    /// <summary>What the waterfall was begun with. After a trip through storage see <see cref="GetOptions{T}"/>.</summary>
    public object? Options { get; }

    public DialogReason Reason { get; }

    /// <summary>What the prompt or dialog of the step before returned, or the user's text.</summary>
    public object? Result { get; }

    /// <summary>Kept over all steps. After a trip through storage see <see cref="DialogStateExtensions.GetValue{T}"/>.</summary>
    public IDictionary<string, object> Values { get; }

    /// <summary>The options as T, also after they were stored as JSON.</summary>
    public T? GetOptions<T>() => DialogStateExtensions.As<T>(Options);

    /// <summary>Runs the next step now. A step may go on once.</summary>
    public Task<DialogTurnResult> NextAsync(object? result = null, CancellationToken cancellationToken = default)
    {
        DialogErrors.ThrowIfToken(result, nameof(result));
        GoOn("WaterfallStepContext.NextAsync()");
        return _waterfall.ResumeDialogAsync(this, DialogReason.NextCalled, result, cancellationToken);
    }

    /// <summary>Runs a named step now, an earlier one or a later one; the values stay. A step may go on once.</summary>
    public Task<DialogTurnResult> GoToStepAsync(string name, object? result = null, CancellationToken cancellationToken = default)
    {
        DialogErrors.ThrowIfToken(result, nameof(result));
        GoOn("WaterfallStepContext.GoToStepAsync()");
        return _waterfall.GoToStepAsync(this, name, result, cancellationToken);
    }

    private void GoOn(string method)
    {
        if (_wentOn)
        {
            throw DialogErrors.CalledTwice(method, _waterfall.Id, Index);
        }

        _wentOn = true;
    }
}
