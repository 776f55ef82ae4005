using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

/// <summary>A list of activities that happened elsewhere, to be added to a conversation.</summary>
public class Transcript : WireObject
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
}
