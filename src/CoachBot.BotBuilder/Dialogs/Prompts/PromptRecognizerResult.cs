namespace CoachBot.BotBuilder.Dialogs;

public class PromptRecognizerResult<T>
{
    public bool Succeeded { get; set; }

    public bool AllowInterruption { get; set; }

    public T Value { get; set; } = default!;
}
