using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Coaching.Reminders;

/// <summary>
/// What the schedule keeps of one runner: when, and where to. A turn writes it as a document that conversations share, so it is
/// changed with the turn's own commit and never beside it.
/// </summary>
public sealed record CheckInSchedule(CheckInTimes Times, ConversationReference Reference)
{
    public const string KeyPrefix = "check-ins/";

    public static string Key(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        return $"{KeyPrefix}{activity.ChannelId}/{activity.From?.Id}";
    }

    public JsonObject ToJson() => new()
    {
        ["times"] = JsonSerializer.SerializeToNode(Times, CheckInScheduleJson.Default.CheckInTimes),
        ["reference"] = JsonSerializer.SerializeToNode(Reference, ActivityJson.Default.ConversationReference),
    };

    /// <exception cref="JsonException">It is not such a document.</exception>
    public static CheckInSchedule Parse(ReadOnlySpan<byte> utf8Json)
    {
        var node = JsonNode.Parse(utf8Json);
        return new CheckInSchedule(
            node?["times"].Deserialize(CheckInScheduleJson.Default.CheckInTimes) ?? throw new JsonException("A check-in schedule has \"times\"."),
            node["reference"].Deserialize(ActivityJson.Default.ConversationReference) ?? throw new JsonException("A check-in schedule has a \"reference\"."));
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CheckInTimes))]
internal sealed partial class CheckInScheduleJson : JsonSerializerContext;
