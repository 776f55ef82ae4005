using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

/// <summary>The value of an adaptiveCard/action invoke.</summary>
public class AdaptiveCardInvokeValue
{
    [JsonPropertyName("action")]
    public AdaptiveCardInvokeAction? Action { get; set; }

    [JsonPropertyName("authentication")]
    public AdaptiveCardAuthentication? Authentication { get; set; }

    [JsonPropertyName("state")]
    public string? State { get; set; }

    [JsonExtensionData]
    public JsonObject Properties { get; set; } = [];
}

public class AdaptiveCardInvokeAction
{
    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("verb")]
    public string? Verb { get; set; }

    [JsonPropertyName("data")]
    public object? Data { get; set; }

    [JsonExtensionData]
    public JsonObject Properties { get; set; } = [];
}

public class AdaptiveCardAuthentication
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("connectionName")]
    public string? ConnectionName { get; set; }

    [JsonPropertyName("token")]
    public string? Token { get; set; }

    [JsonExtensionData]
    public JsonObject Properties { get; set; } = [];
}

/// <summary>The body of the answer to an adaptive card or search invoke.</summary>
public class AdaptiveCardInvokeResponse
{
    [JsonPropertyName("statusCode")]
    public int StatusCode { get; set; }

    [JsonPropertyName("type")]
    public string? Type { get; set; }

    [JsonPropertyName("value")]
    public object? Value { get; set; }

    [JsonExtensionData]
    public JsonObject Properties { get; set; } = [];
}
