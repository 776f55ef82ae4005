using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Dialogs.Choices;

/// <summary>The words and marks between the choices of a written list; null means English.</summary>
public class ChoiceFactoryOptions
{
    public ChoiceFactoryOptions()
    {
    }

    public ChoiceFactoryOptions(string? inlineSeparator, string? inlineOr, string? inlineOrMore, bool? includeNumbers = null)
    {
        InlineSeparator = inlineSeparator;
        InlineOr = inlineOr;
        InlineOrMore = inlineOrMore;
        IncludeNumbers = includeNumbers;
    }

    [JsonPropertyName("inlineSeparator")]
    public string? InlineSeparator { get; set; }

    /// <summary>Between two choices.</summary>
    [JsonPropertyName("inlineOr")]
    public string? InlineOr { get; set; }

    /// <summary>Before the last of three or more.</summary>
    [JsonPropertyName("inlineOrMore")]
    public string? InlineOrMore { get; set; }

    /// <summary>Null counts as true.</summary>
    [JsonPropertyName("includeNumbers")]
    public bool? IncludeNumbers { get; set; }
}
