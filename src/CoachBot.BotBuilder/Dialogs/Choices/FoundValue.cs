using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Dialogs.Choices;

public class FoundValue
{
    [JsonPropertyName("value")]
    public string Value { get; set; } = "";

    [JsonPropertyName("index")]
    public int Index { get; set; }

    /// <summary>0 to 1: the part of the value's words that was found, less the words between them.</summary>
    [JsonPropertyName("score")]
    public float Score { get; set; }
}
