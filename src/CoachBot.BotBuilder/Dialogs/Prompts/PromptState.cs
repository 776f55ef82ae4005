using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>What a prompt keeps in its instance: its options, and a dictionary with the count of attempts.</summary>
internal readonly struct PromptState(IDictionary<string, object> state)
{
    public const string AttemptCountKey = "AttemptCount";
    private const string OptionsKey = "options";
    private const string StateKey = "state";

    public PromptOptions Options => state.GetValue<PromptOptions>(OptionsKey) ?? new PromptOptions();

    public IDictionary<string, object> Inner
    {
        get
        {
            if (state.GetValue<IDictionary<string, object>>(StateKey) is not { } inner)
            {
                state[StateKey] = inner = new Dictionary<string, object>();
            }

            return inner;
        }
    }

    /// <exception cref="ArgumentOutOfRangeException">Not begun with prompt options.</exception>
    public static PromptState Begin(DialogContext dc, object? options)
    {
        ArgumentNullException.ThrowIfNull(dc);
        DialogErrors.ThrowIfToken(options, nameof(options));
        if (options is not PromptOptions promptOptions)
        {
            throw new ArgumentOutOfRangeException(nameof(options), "Prompt options are required for Prompt dialogs");
        }

        ExpectInput(promptOptions);
        var state = dc.ActiveDialog!.State;
        state[OptionsKey] = promptOptions;
        state[StateKey] = new Dictionary<string, object> { [AttemptCountKey] = 0 };
        return new PromptState(state);
    }

    /// <summary>The options themselves, or what the renderer makes of their key.</summary>
    public PromptOptions Rendered(ITurnContext turnContext)
    {
        var options = Options;
        if (options.Key == null)
        {
            return options;
        }

        var renderer = turnContext.TurnState.Get<IPromptRenderer>()
            ?? throw new InvalidOperationException($"Prompt '{options.Key}' needs an {nameof(IPromptRenderer)} in the TurnState.");
        var rendered = renderer.Render(turnContext, options.Key, options.Arguments ?? new Dictionary<string, string>());
        rendered.Style ??= options.Style;
        rendered.Validations ??= options.Validations;
        rendered.RecognizeLanguage ??= options.RecognizeLanguage;
        ExpectInput(rendered);
        return rendered;
    }

    public void CountAttempt() => Inner[AttemptCountKey] = Inner.GetValue<int>(AttemptCountKey) + 1;

    private static void ExpectInput(PromptOptions options)
    {
        foreach (var prompt in new[] { options.Prompt, options.RetryPrompt })
        {
            if (prompt != null && string.IsNullOrEmpty(prompt.InputHint))
            {
                prompt.InputHint = InputHints.ExpectingInput;
            }
        }
    }
}
