using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

/// <summary>Metadata about an activity. All but the type stands in Properties; GetAs and SetAs give it a shape.</summary>
[JsonConverter(typeof(EntityJsonConverter))]
public class Entity : WireObject, IEquatable<Entity>
{
    public Entity()
    {
    }

    public Entity(string? type = default)
    {
        Type = type;
    }

    [JsonPropertyName("type")]
    [JsonPropertyOrder(-1)]
    public string? Type { get; set; }

    public T? GetAs<T>() => WireJson.Convert<T>(this);

    public void SetAs<T>(T obj)
    {
        var entity = WireJson.Convert<Entity>(obj);
        Type = entity?.Type;
        Properties = entity?.Properties ?? [];
    }

    public bool Equals(Entity? other) =>
        other is not null && (ReferenceEquals(this, other) || JsonNode.DeepEquals(WireJson.ToNode(this), WireJson.ToNode(other)));

    public override bool Equals(object? obj) => obj is Entity other && other.GetType() == GetType() && Equals(other);

    public override int GetHashCode() => Type?.GetHashCode(StringComparison.Ordinal) ?? 0;
}
