using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

/// <summary>A user or bot on a channel. The id is opaque and unique on that channel only.</summary>
public class ChannelAccount : WireObject
{
    public ChannelAccount()
    {
    }

    public ChannelAccount(string? id = default, string? name = default, string? role = default, string? aadObjectId = default)
    {
        Id = id;
        Name = name;
        Role = role;
        AadObjectId = aadObjectId;
    }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("role")]
    public string? Role { get; set; }

    [JsonPropertyName("aadObjectId")]
    public string? AadObjectId { get; set; }
}
