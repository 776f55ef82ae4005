namespace CoachBot.BotBuilder.Dialogs;

/// <summary>
/// The result of recognising the user's words, kept from the moment the prompt hears of the activity until it is
/// continued with it, a little later in the same turn.
/// </summary>
internal sealed class RecognizedOnce<T>
{
    private readonly IDictionary<string, object> _state;
    private readonly string? _text;
    private readonly PromptRecognizerResult<T> _result;

    private RecognizedOnce(IDictionary<string, object> state, string? text, PromptRecognizerResult<T> result)
    {
        _state = state;
        _text = text;
        _result = result;
    }

    public static void Keep(DialogContext dc, PromptRecognizerResult<T> result) =>
        dc.Context.TurnState.Set(new RecognizedOnce<T>(dc.ActiveDialog!.State, UserInput.TextOf(dc.Context.Activity), result));

    /// <returns>Null when nothing is kept for this very prompt and text.</returns>
    public static PromptRecognizerResult<T>? Take(DialogContext dc)
    {
        var kept = dc.Context.TurnState.Get<RecognizedOnce<T>>();
        if (kept == null || !ReferenceEquals(kept._state, dc.ActiveDialog!.State) || kept._text != UserInput.TextOf(dc.Context.Activity))
        {
            return null;
        }

        dc.Context.TurnState.Set<RecognizedOnce<T>>(null!);
        return kept._result;
    }
}
