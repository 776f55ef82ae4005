using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

/// <summary>A list of activities that happened elsewhere, to be added to a conversation.</summary>
public class Transcript
{
    public Transcript()
    {
    }

    public Transcript(IList<Activity>? activities = default)
    {
        Activities = activities;
    }

    [JsonPropertyName("activities")]
    public IList<Activity>? Activities { get; set; }

    [JsonExtensionData]
    public JsonObject Properties { get; set; } = [];
}
