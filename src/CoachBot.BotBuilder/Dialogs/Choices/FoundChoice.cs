using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Dialogs.Choices;

/// <summary>The choice a user made: the result of a <see cref="ChoicePrompt"/>.</summary>
public class FoundChoice
{
    [JsonPropertyName("value")]
    public string? Value { get; set; }

    /// <summary>Its place in the list, from 0.</summary>
    [JsonPropertyName("index")]
    public int Index { get; set; }

    /// <summary>0 to 1; ordinals and numbers count as 1.</summary>
    [JsonPropertyName("score")]
    public float Score { get; set; }

    /// <summary>The value, title or synonym that matched; null when found by its number.</summary>
    [JsonPropertyName("synonym")]
    public string? Synonym { get; set; }
}
