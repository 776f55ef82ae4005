namespace CoachBot.BotBuilder.Dialogs.Choices;

/// <summary>One word of an utterance; both ends count in.</summary>
public class Token
{
    public int Start { get; set; }

    public int End { get; set; }

    public string Text { get; set; } = "";

    /// <summary>What is compared.</summary>
    public string Normalized { get; set; } = "";
}
