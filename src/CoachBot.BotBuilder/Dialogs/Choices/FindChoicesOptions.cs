namespace CoachBot.BotBuilder.Dialogs.Choices;

public class FindChoicesOptions : FindValuesOptions
{
    /// <summary>Leaves <see cref="Choice.Value"/> out of the search.</summary>
    public bool NoValue { get; set; }

    /// <summary>Leaves the title of <see cref="Choice.Action"/> out of the search.</summary>
    public bool NoAction { get; set; }

    public bool RecognizeOrdinals { get; set; } = true;

    public bool RecognizeNumbers { get; set; } = true;
}
