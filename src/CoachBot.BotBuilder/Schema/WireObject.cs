using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

/// <summary>A part of the protocol with a loose schema: what has no name here is kept, and written back as it came.</summary>
public abstract class WireObject
{
    [JsonIgnore]
    public JsonObject Properties { get; set; } = [];

    // System.Text.Json writes a JsonObject as extension data with braces of its own, which is not JSON; hence the view.
    [JsonExtensionData]
    [JsonInclude]
    internal IDictionary<string, JsonElement> Unnamed
    {
        get => new UnnamedProperties(Properties);
        set => throw new NotSupportedException();
    }
}
