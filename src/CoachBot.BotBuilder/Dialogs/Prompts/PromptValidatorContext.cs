namespace CoachBot.BotBuilder.Dialogs;

public class PromptValidatorContext<T>
{
    internal PromptValidatorContext(
        ITurnContext turnContext, PromptRecognizerResult<T> recognized, IDictionary<string, object> state, PromptOptions options)
    {
        Context = turnContext;
        Recognized = recognized;
        State = state;
        Options = options;
    }

    public ITurnContext Context { get; }

    public PromptRecognizerResult<T> Recognized { get; }

    public PromptOptions Options { get; }

    /// <summary>Kept until the prompt is answered.</summary>
    public IDictionary<string, object> State { get; }

    /// <summary>1 for the first answer.</summary>
    public int AttemptCount => State.GetValue<int>(PromptState.AttemptCountKey);
}
