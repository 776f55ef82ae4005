using System.Text.Json;
using System.Text.Json.Serialization;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>Dialog state as plain JSON: values written as what they are, read back as plain values and JSON nodes.</summary>
internal sealed class StateDictionaryConverter : JsonConverter<IDictionary<string, object>>
{
    private static readonly WireValueConverter Values = new();

    public override IDictionary<string, object> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("The state of a dialog must be a JSON object.");
        }

        var state = new Dictionary<string, object>();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var key = reader.GetString()!;
            reader.Read();
            state[key] = Values.Read(ref reader, typeof(object), options)!;
        }

        return state;
    }

    public override void Write(Utf8JsonWriter writer, IDictionary<string, object> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (key, entry) in value)
        {
            writer.WritePropertyName(key);
            if (entry == null)
            {
                writer.WriteNullValue();
            }
            else
            {
                Values.Write(writer, entry, options);
            }
        }

        writer.WriteEndObject();
    }
}
