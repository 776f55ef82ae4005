using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

/// <summary>The value of a command activity.</summary>
public class CommandValue<T> : WireObject
{
    [JsonPropertyName("commandId")]
    public string? CommandId { get; set; }

    [JsonPropertyName("data")]
    public T? Data { get; set; }
}

/// <summary>The value of a commandResult activity.</summary>
public class CommandResultValue<T> : WireObject
{
    [JsonPropertyName("commandId")]
    public string? CommandId { get; set; }

    [JsonPropertyName("data")]
    public T? Data { get; set; }

    [JsonPropertyName("error")]
    public Error? Error { get; set; }
}
