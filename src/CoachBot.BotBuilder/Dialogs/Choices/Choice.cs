using System.Text.Json.Serialization;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Dialogs.Choices;

/// <summary>One answer a user may give.</summary>
public class Choice
{
    public Choice()
    {
    }

    public Choice(string? value) => Value = value;

    /// <summary>What the prompt returns, and what is shown when there is no <see cref="Action"/>.</summary>
    [JsonPropertyName("value")]
    public string? Value { get; set; }

    /// <summary>The button to show instead of the value; its title is recognised too.</summary>
    [JsonPropertyName("action")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CardAction? Action { get; set; }

    [JsonPropertyName("synonyms")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public List<string>? Synonyms { get; set; }

    /// <summary>What the user sees.</summary>
    [JsonIgnore]
    internal string Title => Action?.Title ?? Value ?? "";
}
