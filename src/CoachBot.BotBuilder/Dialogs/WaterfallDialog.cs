using System.Globalization;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>
/// Steps one after another, each usually with one question. Steps with names survive a deployment: a conversation goes
/// on at the step of that name, wherever it now stands.
/// </summary>
public class WaterfallDialog : Dialog
{
    private readonly List<(string? Name, WaterfallStep Step)> _steps = [];

    public WaterfallDialog(string dialogId, IEnumerable<WaterfallStep>? actions = null)
        : base(dialogId)
    {
        foreach (var step in actions ?? [])
        {
            AddStep(step);
        }
    }

    /// <summary>
    /// Declared by whoever changes the steps. Steps without names are only found again while it stays the same.
    /// </summary>
    public string? Version { get; init; }

    /// <summary>
    /// Called before a conversation whose step is gone begins again at the first one, with its values kept; the second
    /// argument is the name that is gone, null for a step without one. The place to say so to the user.
    /// </summary>
    public Func<DialogContext, string?, CancellationToken, Task>? OnRestart { get; init; }

    public WaterfallDialog AddStep(WaterfallStep step)
    {
        ArgumentNullException.ThrowIfNull(step);
        _steps.Add((null, step));
        return this;
    }

    /// <exception cref="ArgumentException">The name is taken.</exception>
    public WaterfallDialog AddStep(string name, WaterfallStep step)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(step);
        if (IndexOf(name) >= 0)
        {
            throw new ArgumentException($"Waterfall '{Id}' already has a step named '{name}'.", nameof(name));
        }

        _steps.Add((name, step));
        return this;
    }

    /// <summary>Changes with the declared version and with the number, the names and the order of the steps.</summary>
    public override string GetVersion()
    {
        var names = string.Join(',', Enumerable.Range(0, _steps.Count).Select(WaterfallStepName));
        return string.Create(CultureInfo.InvariantCulture, $"{Id}:{_steps.Count}:{Version}:{names}");
    }

    public override Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default)
    {
        DialogErrors.ThrowIfToken(options, nameof(options));
        ArgumentNullException.ThrowIfNull(dc);
        var state = new WaterfallState(dc.ActiveDialog!) { Options = options };
        Start(dc, state);
        return RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken);
    }

    /// <summary>Only a message moves a waterfall on.</summary>
    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dc);
        return dc.Context.Activity.Type == ActivityTypes.Message
            ? ResumeDialogAsync(dc, DialogReason.ContinueCalled, UserInput.TextOf(dc.Context.Activity), cancellationToken)
            : Task.FromResult(EndOfTurn);
    }

    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        DialogErrors.ThrowIfToken(result, nameof(result));
        ArgumentNullException.ThrowIfNull(dc);
        return FindStep(new WaterfallState(dc.ActiveDialog!)) is { } index
            ? RunStepAsync(dc, index + 1, reason, result, cancellationToken)
            : RestartLostAsync(dc, cancellationToken);
    }

    public override Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        var state = new WaterfallState(instance);
        if (reason == DialogReason.CancelCalled)
        {
            TelemetryClient.TrackEvent("WaterfallCancel", Properties(state, FindStep(state)));
        }
        else if (reason == DialogReason.EndCalled)
        {
            TelemetryClient.TrackEvent("WaterfallComplete", Properties(state));
        }

        return Task.CompletedTask;
    }

    internal string? NameOf(int index) => _steps[index].Name;

    internal bool HasStep(string name) => IndexOf(name) >= 0;

    /// <summary>Runs a named step; this waterfall must be the active dialog.</summary>
    internal Task<DialogTurnResult> GoToStepAsync(
        DialogContext dc, string name, object? result, CancellationToken cancellationToken)
    {
        var index = IndexOf(name);
        return index >= 0
            ? RunStepAsync(dc, index, DialogReason.NextCalled, result, cancellationToken)
            : throw new ArgumentException($"Waterfall '{Id}' has no step named '{name}'.", nameof(name));
    }

    /// <summary>Begins again with the options and the values it has; this waterfall must be the active dialog.</summary>
    internal Task<DialogTurnResult> RestartAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        Start(dc, new WaterfallState(dc.ActiveDialog!));
        return RunStepAsync(dc, 0, DialogReason.BeginCalled, null, cancellationToken);
    }

    protected virtual Task<DialogTurnResult> OnStepAsync(WaterfallStepContext stepContext, CancellationToken cancellationToken)
    {
        var state = new WaterfallState(stepContext.ActiveDialog!);
        TelemetryClient.TrackEvent("WaterfallStep", Properties(state, stepContext.Index));
        return _steps[stepContext.Index].Step(stepContext, cancellationToken);
    }

    /// <summary>Past the last step the waterfall ends with <paramref name="result"/>.</summary>
    protected Task<DialogTurnResult> RunStepAsync(
        DialogContext dc, int index, DialogReason reason, object? result, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(dc);
        if (index >= _steps.Count)
        {
            return dc.EndDialogAsync(result, cancellationToken);
        }

        var state = new WaterfallState(dc.ActiveDialog!) { StepIndex = index, Version = Version };
        state.Enter(NameOf(index), leftHasAsked: reason != DialogReason.NextCalled);
        return OnStepAsync(new WaterfallStepContext(this, dc, state, index, reason, result), cancellationToken);
    }

    private async Task<DialogTurnResult> RestartLostAsync(DialogContext dc, CancellationToken cancellationToken)
    {
        if (OnRestart != null)
        {
            await OnRestart(dc, new WaterfallState(dc.ActiveDialog!).StepName, cancellationToken);
        }

        return await RestartAsync(dc, cancellationToken);
    }

    private void Start(DialogContext dc, WaterfallState state)
    {
        state.Clear();
        state.InstanceId = DialogInstanceId.Next(dc.Context, Id);
        TelemetryClient.TrackEvent("WaterfallStart", Properties(state));
        TelemetryClient.TrackDialogView(Id);
    }

    /// <returns>Where the instance stands today; null when that cannot be told, and it must begin again.</returns>
    private int? FindStep(WaterfallState state)
    {
        if (state.StepName is { } name)
        {
            var index = IndexOf(name);
            return index >= 0 ? index : null;
        }

        return state.Version == Version && state.StepIndex is { } stored && stored >= 0 && stored < _steps.Count ? stored : null;
    }

    private int IndexOf(string name) => _steps.FindIndex(step => step.Name == name);

    private Dictionary<string, string> Properties(WaterfallState state, int? step = null)
    {
        var properties = new Dictionary<string, string> { ["DialogId"] = Id, ["InstanceId"] = state.InstanceId ?? "" };
        if (step is { } index)
        {
            properties["StepName"] = WaterfallStepName(index);
        }

        return properties;
    }

    /// <summary>The given name, else that of the method; a lambda is known by its place.</summary>
    private string WaterfallStepName(int index)
    {
        var method = _steps[index].Name ?? _steps[index].Step.Method.Name;
        return method.Contains('<', StringComparison.Ordinal) ? $"Step{index + 1}of{_steps.Count}" : method;
    }
}
