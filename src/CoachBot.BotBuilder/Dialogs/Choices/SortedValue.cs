namespace CoachBot.BotBuilder.Dialogs.Choices;

/// <summary>A text to look for, and the index to report for it; several texts may share one index.</summary>
public class SortedValue
{
    public string? Value { get; set; }

    public int Index { get; set; }
}
