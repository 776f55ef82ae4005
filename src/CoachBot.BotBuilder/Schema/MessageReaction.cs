using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

/// <summary>A reaction to a message, see MessageReactionTypes.</summary>
public class MessageReaction : WireObject
{
    public MessageReaction()
    {
    }

    public MessageReaction(string? type = default)
    {
        Type = type;
    }

    [JsonPropertyName("type")]
    public string? Type { get; set; }
}

public static class MessageReactionTypes
{
    public const string Like = "like";
    public const string PlusOne = "plusOne";
}
