using System.Text.Json.Serialization;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Channels.DirectLine;

/// <summary>The body of <c>tokens/generate</c> and of <c>conversations</c>.</summary>
internal sealed record StartRequest(ChannelAccount? User = null, string? Locale = null);

/// <summary>The answer to <c>tokens/…</c> and <c>conversations…</c>.</summary>
internal sealed record ConversationAnswer(
    string ConversationId,
    string Token,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    string? StreamUrl = null);

internal sealed record IdAnswer(string Id);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(StartRequest))]
[JsonSerializable(typeof(ConversationAnswer))]
[JsonSerializable(typeof(IdAnswer))]
internal sealed partial class DirectLineJson : JsonSerializerContext;
