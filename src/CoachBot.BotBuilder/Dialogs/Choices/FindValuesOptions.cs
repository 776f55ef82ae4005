namespace CoachBot.BotBuilder.Dialogs.Choices;

public class FindValuesOptions
{
    /// <summary>Whether some of a value's words are enough.</summary>
    public bool AllowPartialMatches { get; set; }

    public string? Locale { get; set; }

    /// <summary>How many other words may stand between two words of a value; null means 2.</summary>
    public int? MaxTokenDistance { get; set; }

    public TokenizerFunction? Tokenizer { get; set; }
}
