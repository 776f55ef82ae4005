using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace CoachBot.BotBuilder.Schema;

/// <summary>Turns values of any shape (a card's content, channel data, an entity) into wire JSON and back.</summary>
internal static class WireJson
{
    /// <summary>The generated metadata where there is one, reflection for the types of others.</summary>
    private static readonly JsonSerializerOptions Options = new(ActivityJson.Default.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(ActivityJson.Default, new DefaultJsonTypeInfoResolver()),
    };

    public static T? Convert<T>(object? value) => ToNode(value).Deserialize<T>(Options);

    public static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        JsonNode node => node,
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), Options),
    };

    public static void Write(Utf8JsonWriter writer, object value) => JsonSerializer.Serialize(writer, value, value.GetType(), Options);
}

/// <summary>
/// Values whose shape the protocol leaves open come in as string, bool, int, long, double, JsonObject or JsonArray,
/// and go out as what they are.
/// </summary>
internal sealed class WireValueConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => PlainNumber.Read(ref reader),
        _ => JsonNode.Parse(ref reader),
    };

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        if (value.GetType() == typeof(object))
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
            return;
        }

        WireJson.Write(writer, value);
    }
}

/// <summary>A number without a declared type: int when it fits, else long, else double.</summary>
internal static class PlainNumber
{
    public static object Read(ref Utf8JsonReader reader)
    {
        if (reader.TryGetInt32(out var small))
            return small;
        if (reader.TryGetInt64(out var large))
            return large;
        return reader.GetDouble();
    }
}
