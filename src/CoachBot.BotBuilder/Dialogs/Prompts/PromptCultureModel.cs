namespace CoachBot.BotBuilder.Dialogs.Prompts;

/// <summary>The few words a prompt needs in one language.</summary>
public class PromptCultureModel
{
    /// <summary>Lower case, "en-us".</summary>
    public string Locale { get; set; } = "";

    public string Separator { get; set; } = "";

    public string InlineOr { get; set; } = "";

    public string InlineOrMore { get; set; } = "";

    public string YesInLanguage { get; set; } = "";

    public string NoInLanguage { get; set; } = "";
}
