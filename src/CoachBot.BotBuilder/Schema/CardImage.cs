using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

public class CardImage : WireObject
{
    public CardImage()
    {
    }

    public CardImage(string? url = default, string? alt = default, CardAction? tap = default)
    {
        Url = url;
        Alt = alt;
        Tap = tap;
    }

    [JsonPropertyName("url")]
    public string? Url { get; set; }

    [JsonPropertyName("alt")]
    public string? Alt { get; set; }

    [JsonPropertyName("tap")]
    public CardAction? Tap { get; set; }
}
