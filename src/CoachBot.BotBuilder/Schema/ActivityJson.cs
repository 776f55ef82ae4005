using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

/// <summary>The wire: camel case, nothing that is null, unknown properties kept.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    Converters = [typeof(WireValueConverter)])]
[JsonSerializable(typeof(Activity))]
[JsonSerializable(typeof(IList<Activity>))]
[JsonSerializable(typeof(Activity[]))]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(Mention))]
[JsonSerializable(typeof(Thing))]
[JsonSerializable(typeof(Place))]
[JsonSerializable(typeof(GeoCoordinates))]
[JsonSerializable(typeof(ExpectedReplies))]
[JsonSerializable(typeof(Transcript))]
[JsonSerializable(typeof(ResourceResponse))]
[JsonSerializable(typeof(ConversationParameters))]
[JsonSerializable(typeof(ConversationResourceResponse))]
[JsonSerializable(typeof(PagedMembersResult))]
[JsonSerializable(typeof(ErrorResponse))]
[JsonSerializable(typeof(HeroCard))]
[JsonSerializable(typeof(ThumbnailCard))]
[JsonSerializable(typeof(AnimationCard))]
[JsonSerializable(typeof(AudioCard))]
[JsonSerializable(typeof(VideoCard))]
[JsonSerializable(typeof(ReceiptCard))]
[JsonSerializable(typeof(SigninCard))]
[JsonSerializable(typeof(AdaptiveCardInvokeValue))]
[JsonSerializable(typeof(AdaptiveCardInvokeResponse))]
[JsonSerializable(typeof(SearchInvokeValue))]
[JsonSerializable(typeof(SearchInvokeResponse))]
[JsonSerializable(typeof(TokenResponse))]
[JsonSerializable(typeof(CommandValue<object>))]
[JsonSerializable(typeof(CommandResultValue<object>))]
public sealed partial class ActivityJson : JsonSerializerContext
{
    /// <exception cref="JsonException">Not JSON, not an object, or a known property of the wrong kind.</exception>
    public static Activity Parse(ReadOnlySpan<byte> utf8Json)
    {
        try
        {
            return JsonSerializer.Deserialize(utf8Json, Default.Activity) ?? throw new JsonException("An activity must be a JSON object, not null.");
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            // From the reader: a property of no name of ours comes twice, or a text is not UTF-8.
            throw new JsonException(e.Message, e);
        }
    }

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte})"/>
    public static Activity Parse(Stream utf8Json)
    {
        ArgumentNullException.ThrowIfNull(utf8Json);
        using var bytes = new MemoryStream();
        utf8Json.CopyTo(bytes);
        return Parse(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
    }

    public static byte[] Write(Activity activity) => JsonSerializer.SerializeToUtf8Bytes(activity, Default.Activity);
}
