using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

public class TokenResponse : WireObject
{
    public TokenResponse()
    {
    }

    public TokenResponse(
        string? channelId = default,
        string? connectionName = default,
        string? token = default,
        string? expiration = default)
    {
        ChannelId = channelId;
        ConnectionName = connectionName;
        Token = token;
        Expiration = expiration;
    }

    [JsonPropertyName("channelId")]
    public string? ChannelId { get; set; }

    [JsonPropertyName("connectionName")]
    public string? ConnectionName { get; set; }

    [JsonPropertyName("token")]
    public string? Token { get; set; }

    [JsonPropertyName("expiration")]
    public string? Expiration { get; set; }
}
