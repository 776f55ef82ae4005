using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

public class TextHighlight : WireObject
{
    public TextHighlight()
    {
    }

    public TextHighlight(string? text = default, int? occurrence = default)
    {
        Text = text;
        Occurrence = occurrence;
    }

    [JsonPropertyName("text")]
    public string? Text { get; set; }

    /// <summary>Which occurrence of the text is meant, from 1.</summary>
    [JsonPropertyName("occurrence")]
    public int? Occurrence { get; set; }
}
