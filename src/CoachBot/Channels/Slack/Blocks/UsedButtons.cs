using System.Text.Json.Nodes;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>
/// A message after one of its buttons was used: the answer stands where the question's buttons were, and a command is gone, so that
/// neither is used twice.
/// </summary>
internal static class UsedButtons
{
    /// <returns>Null when the message has no such button (any more).</returns>
    public static JsonArray? Of(JsonObject message, JsonObject action)
    {
        var (blockId, actionId) = (Json.Text(action, "block_id"), Json.Text(action, "action_id"));
        var blocks = Json.Objects(message, "blocks").Select(block => (JsonObject)block.DeepClone()).ToList();
        var at = blocks.FindIndex(block => Json.Text(block, "block_id") == blockId && Json.Text(block, "type") == "actions");
        if (at < 0)
            return null;

        if (!Buttons.IsCommand(actionId))
        {
            blocks[at] = Block.Context($"✓ {Mrkdwn.Escape(Mrkdwn.Unescape(Label(action)))}");
        }
        else
        {
            var left = Json.Objects(blocks[at], "elements").Where(element => Json.Text(element, "action_id") != actionId).Select(element => element.DeepClone()).ToArray();
            if (left.Length == 0)
                blocks.RemoveAt(at);
            else
                blocks[at]["elements"] = new JsonArray(left);
        }

        return new JsonArray([.. blocks]);
    }

    private static string Label(JsonObject action) =>
        Json.Text(action, "selected_option", "text", "text") ?? Json.Text(action, "text", "text") ?? Json.Text(action, "value") ?? "";
}
