using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder;

/// <summary>How state is written: plain JSON, names as declared and read in any case, no type names.</summary>
public static class StateJson
{
    public static JsonSerializerOptions Options { get; } = CreateOptions();

    /// <summary>A value in another shape, by way of its JSON.</summary>
    public static T? Convert<T>(object? value) => ToNode(value).Deserialize<T>(Options);

    public static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        JsonNode node => node,
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), Options),
    };

    private static JsonSerializerOptions CreateOptions()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNameCaseInsensitive = true,
            IncludeFields = true,
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals | JsonNumberHandling.AllowReadingFromString,
            ReadCommentHandling = JsonCommentHandling.Skip,
            Converters = { new StateValueConverter() },
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutWhatTheWireLeavesOut } },
        };
        options.MakeReadOnly();
        return options;
    }

    /// <summary>An activity in state looks as on the wire: nothing that is null. The objects of bots keep their nulls.</summary>
    private static void LeaveOutWhatTheWireLeavesOut(JsonTypeInfo type)
    {
        if (type.Type.Namespace != typeof(Activity).Namespace)
            return;
        foreach (var property in type.Properties.Where(property => !property.IsExtensionData))
            property.ShouldSerialize = static (_, value) => value is not null;
    }
}

/// <summary>
/// Values declared as object come back as string, bool, int, long, double, a list of objects or a dictionary of them;
/// int when the number fits, so that what a dialog put in is what it gets.
/// </summary>
internal sealed class StateValueConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.Null => null,
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        JsonTokenType.String => reader.GetString(),
        JsonTokenType.Number => PlainNumber.Read(ref reader),
        JsonTokenType.StartArray => JsonSerializer.Deserialize<List<object?>>(ref reader, options),
        _ => JsonSerializer.Deserialize<Dictionary<string, object?>>(ref reader, options),
    };

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options)
    {
        if (value.GetType() == typeof(object))
        {
            writer.WriteStartObject();
            writer.WriteEndObject();
            return;
        }

        JsonSerializer.Serialize(writer, value, value.GetType(), options);
    }
}
