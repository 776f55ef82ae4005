using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Schema;

public class SuggestedActions : WireObject
{
    public SuggestedActions()
    {
    }

    public SuggestedActions(IList<string>? to = default, IList<CardAction>? actions = default)
    {
        To = to;
        Actions = actions;
    }

    /// <summary>Ids of those who see the actions; null or empty means everyone.</summary>
    [JsonPropertyName("to")]
    public IList<string>? To { get; set; }

    [JsonPropertyName("actions")]
    public IList<CardAction>? Actions { get; set; }
}
