using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Channels.BotFramework.Incoming;

/// <summary>What a repetition of an activity is known by.</summary>
internal static class DedupeKey
{
    /// <summary>
    /// A press on a card by the card's nonce, since a repeated one may come with a new id and time; what was typed into the card
    /// counts, so that a corrected form is a new press. All else by its id, edits also by their time, since they carry the
    /// id of the message that was edited.
    /// </summary>
    public static string Of(ActivityBody body)
    {
        var activity = body.Activity;
        if (CardData(activity) is { } data && data[CardNonce.Name] is JsonValue nonce)
            return $"card:{Hash($"{activity.From!.Id}\n{nonce}\n{Verb(activity)}\n{data.ToJsonString()}")}";
        if (string.IsNullOrEmpty(activity.Id))
            return $"body:{body.Hash}";
        return activity.Type is ActivityTypes.MessageUpdate or ActivityTypes.MessageDelete
            ? $"{activity.Type}:{activity.Id}:{activity.Timestamp:O}"
            : $"{activity.Type}:{activity.Id}";
    }

    private static JsonObject? CardData(Activity activity) => activity switch
    {
        { Type: ActivityTypes.Invoke, Value: JsonObject invoke } => invoke["action"]?["data"] as JsonObject,
        { Type: ActivityTypes.Message, Value: JsonObject submitted } => submitted,
        _ => null,
    };

    private static JsonNode? Verb(Activity activity) =>
        activity is { Type: ActivityTypes.Invoke, Value: JsonObject invoke } ? invoke["action"]?["verb"] : null;

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
