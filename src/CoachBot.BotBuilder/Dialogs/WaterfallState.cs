namespace CoachBot.BotBuilder.Dialogs;

/// <summary>What a waterfall keeps in its instance.</summary>
internal readonly struct WaterfallState(DialogInstance instance)
{
    private const string OptionsKey = "options";
    private const string ValuesKey = "values";
    private const string InstanceIdKey = "instanceId";
    private const string StepIndexKey = "stepIndex";
    private const string StepNameKey = "stepName";
    private const string VersionKey = "version";
    private const string TrailKey = "trail";

    private IDictionary<string, object> State => instance.State;

    public object? Options
    {
        get => State.TryGetValue(OptionsKey, out var options) ? options : null;
        set => State[OptionsKey] = value!;
    }

    public IDictionary<string, object> Values
    {
        get
        {
            if (State.GetValue<IDictionary<string, object>>(ValuesKey) is not { } values)
            {
                State[ValuesKey] = values = new Dictionary<string, object>();
            }

            return values;
        }
    }

    public string? InstanceId
    {
        get => State.GetValue<string>(InstanceIdKey);
        set => State[InstanceIdKey] = value!;
    }

    public int? StepIndex
    {
        get => State.GetValue<int?>(StepIndexKey);
        set => State[StepIndexKey] = value!;
    }

    /// <summary>Of the step at <see cref="StepIndex"/>; null when that has none.</summary>
    public string? StepName
    {
        get => State.GetValue<string>(StepNameKey);
        set => SetOrRemove(StepNameKey, value);
    }

    /// <summary>What the waterfall declared when the instance last ran.</summary>
    public string? Version
    {
        get => State.GetValue<string>(VersionKey);
        set => SetOrRemove(VersionKey, value);
    }

    /// <summary>The named steps that asked something, oldest first, without the present one.</summary>
    public IReadOnlyList<string> Trail => State.GetValue<List<string>>(TrailKey) ?? [];

    /// <summary>Ready to begin, with the values that are there.</summary>
    public void Clear()
    {
        State[ValuesKey] = Values;
        StepName = null;
        SetOrRemove(TrailKey, null);
    }

    /// <param name="step">The step to run, null when it has no name.</param>
    /// <param name="leftHasAsked">False when the step before passed on at once, without a question to go back to.</param>
    public void Enter(string? step, bool leftHasAsked)
    {
        // Going back to a step forgets what came after it.
        var trail = Trail.TakeWhile(earlier => earlier != step).ToList();
        var isBack = trail.Count < Trail.Count;
        if (StepName is { } left && left != step && leftHasAsked && !isBack)
        {
            trail.Add(left);
        }

        SetOrRemove(TrailKey, trail.Count > 0 ? trail : null);
        StepName = step;
    }

    private void SetOrRemove(string key, object? value)
    {
        if (value == null)
        {
            State.Remove(key);
        }
        else
        {
            State[key] = value;
        }
    }
}
