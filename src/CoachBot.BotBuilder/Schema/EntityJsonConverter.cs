using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

/// <summary>Entities come in as plain entities and go out as what they are, so that a Mention keeps its properties.</summary>
internal sealed class EntityJsonConverter : JsonConverter<Entity>
{
    public override Entity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (JsonNode.Parse(ref reader) is not JsonObject properties)
            throw new JsonException("An entity must be a JSON object.");

        var type = properties["type"] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        if (type is not null)
            properties.Remove("type");
        return new Entity(type) { Properties = properties };
    }

    public override void Write(Utf8JsonWriter writer, Entity value, JsonSerializerOptions options)
    {
        if (value.GetType() != typeof(Entity))
        {
            WireJson.Write(writer, value);
            return;
        }

        writer.WriteStartObject();
        if (value.Type is not null)
            writer.WriteString("type", value.Type);
        foreach (var (name, property) in value.Properties)
        {
            writer.WritePropertyName(name);
            if (property is null)
                writer.WriteNullValue();
            else
                property.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
