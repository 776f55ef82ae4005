using System.Text.Json.Nodes;

namespace CoachBot.Channels.BotFramework;

/// <summary>
/// Numbers the cards that go out, in the data of their buttons, so that one press that arrives twice counts once.
/// Buttons with Action.Execute get it, since Teams repeats those as new activities, and forms, which people send twice.
/// </summary>
internal static class CardNonce
{
    public const string Name = "nonce";

    /// <param name="card">An Adaptive Card; changed in place.</param>
    /// <param name="nonce">Belongs to this card alone within its conversation.</param>
    public static void Stamp(JsonNode? card, string nonce) => Stamp(card, nonce, isForm: HasInput(card));

    private static void Stamp(JsonNode? node, string nonce, bool isForm)
    {
        if (node is JsonArray items)
        {
            foreach (var item in items)
                Stamp(item, nonce, isForm);
        }
        else if (node is JsonObject element)
        {
            var type = TypeOf(element);
            if (type == "Action.Execute" || (type == "Action.Submit" && isForm))
                StampAction(element, nonce);

            // The Submit that stands in for an Execute is the same button.
            foreach (var (name, child) in element.Where(pair => pair.Key != "data"))
                Stamp(child, nonce, isForm || (type == "Action.Execute" && name == "fallback"));
        }
    }

    private static void StampAction(JsonObject action, string nonce)
    {
        if (action["data"] is null)
            action["data"] = new JsonObject();
        if (action["data"] is JsonObject data && !data.ContainsKey(Name))
            data[Name] = nonce;
    }

    private static bool HasInput(JsonNode? node) => node switch
    {
        JsonArray items => items.Any(HasInput),
        JsonObject element => TypeOf(element)?.StartsWith("Input.", StringComparison.Ordinal) == true || element.Any(pair => HasInput(pair.Value)),
        _ => false,
    };

    private static string? TypeOf(JsonObject element) =>
        element["type"] is JsonValue value && value.TryGetValue(out string? type) ? type : null;
}
