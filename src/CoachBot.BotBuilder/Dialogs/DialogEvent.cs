namespace CoachBot.BotBuilder.Dialogs;

public class DialogEvent
{
    /// <summary>Whether the parents get it when the dialog does not handle it.</summary>
    public bool Bubble { get; set; }

    public string Name { get; set; } = "";

    public object? Value { get; set; }
}
