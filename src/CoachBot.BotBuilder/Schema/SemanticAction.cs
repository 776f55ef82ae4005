using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

/// <summary>A programmatic action that goes with a message, see SemanticActionStates.</summary>
public class SemanticAction : WireObject
{
    public SemanticAction()
    {
    }

    public SemanticAction(string? id = default, IDictionary<string, Entity>? entities = default, string? state = default)
    {
        Id = id;
        Entities = entities;
        State = state;
    }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("entities")]
    public IDictionary<string, Entity>? Entities { get; set; }

    [JsonPropertyName("state")]
    public string? State { get; set; }
}

public static class SemanticActionStates
{
    public const string Start = "start";
    public const string Continue = "continue";
    public const string Done = "done";
}
