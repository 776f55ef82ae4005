using System.Text.Json.Nodes;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>What Slack sends.</summary>
internal static class SlackPayloads
{
    private static int _presses;

    public static JsonObject Event(JsonObject happened, string eventId) => new()
    {
        ["type"] = "event_callback",
        ["team_id"] = "T1",
        ["api_app_id"] = "A1",
        ["event_id"] = eventId,
        ["event_time"] = 1764000000,
        ["authorizations"] = new JsonArray(new JsonObject { ["team_id"] = "T1", ["user_id"] = "UCOACH", ["is_bot"] = true, ["is_enterprise_install"] = false }),
        ["event"] = happened,
    };

    public static JsonObject Message(string text, string? thread = null, string channel = "D1", string user = "U1")
    {
        var message = new JsonObject
        {
            ["type"] = "message",
            ["channel"] = channel,
            ["channel_type"] = channel[0] == 'D' ? "im" : "channel",
            ["user"] = user,
            ["text"] = text,
            ["ts"] = "1764000000.000100",
        };
        if (thread is not null)
            message["thread_ts"] = thread;
        return message;
    }

    public static JsonObject Mention(string text, string? thread = null)
    {
        var mention = Message(text, thread, channel: "C1");
        mention["type"] = "app_mention";
        mention.Remove("channel_type");
        return mention;
    }

    public static JsonObject HomeOpened(string tab = "home") => new()
    {
        ["type"] = "app_home_opened",
        ["user"] = "U1",
        ["channel"] = "D1",
        ["tab"] = tab,
        ["event_ts"] = "1764000000.000200",
    };

    public static JsonObject Press(SlackApiCall shown, string label)
    {
        var isView = shown.Form.ContainsKey("view");
        var blocks = isView ? shown.View["blocks"]!.AsArray() : shown.Blocks;
        var (block, element, option) = Find(blocks, label);
        var action = new JsonObject
        {
            ["type"] = element["type"]!.DeepClone(),
            ["action_id"] = element["action_id"]!.DeepClone(),
            ["block_id"] = block["block_id"]!.DeepClone(),
            ["action_ts"] = $"1764000001.{Interlocked.Increment(ref _presses):D6}",
        };
        if (option is null)
        {
            action["text"] = element["text"]!.DeepClone();
            action["value"] = element["value"]!.DeepClone();
        }
        else
        {
            action["selected_option"] = option.DeepClone();
        }

        var payload = Interaction("block_actions");
        payload["actions"] = new JsonArray(action);
        payload["trigger_id"] = $"trigger-{action["action_ts"]}";
        if (isView)
        {
            payload["view"] = shown.View;
            payload["container"] = new JsonObject { ["type"] = "view" };
            return payload;
        }

        payload["channel"] = new JsonObject { ["id"] = shown.Channel };
        payload["message"] = new JsonObject { ["ts"] = "1764000000.000001", ["text"] = shown.Text, ["blocks"] = shown.Blocks };
        payload["container"] = new JsonObject { ["type"] = "message", ["message_ts"] = "1764000000.000001", ["channel_id"] = shown.Channel };
        return payload;
    }

    /// <summary>A window that was shown, filled in and sent.</summary>
    public static JsonObject Submit(JsonObject view, params (string Field, string? Value)[] filled)
    {
        var values = new JsonObject();
        foreach (var (field, value) in filled)
        {
            var element = view["blocks"]!.AsArray().Single(block => (string)block!["block_id"]! == field)!["element"]!;
            values[field] = new JsonObject { ["value"] = Filled((string)element["type"]!, value) };
        }

        var sent = view.DeepClone().AsObject();
        sent["id"] = "V1";
        sent["hash"] = "1764000000.abc";
        sent["state"] = new JsonObject { ["values"] = values };
        var payload = Interaction("view_submission");
        payload["view"] = sent;
        return payload;
    }

    private static JsonObject Interaction(string type) => new()
    {
        ["type"] = type,
        ["team"] = new JsonObject { ["id"] = "T1", ["domain"] = "runners" },
        ["user"] = new JsonObject { ["id"] = "U1", ["username"] = "ana", ["team_id"] = "T1" },
        ["is_enterprise_install"] = false,
    };

    private static JsonObject Filled(string type, string? value) => type == "static_select"
        ? new JsonObject { ["type"] = type, ["selected_option"] = value is null ? null : new JsonObject { ["value"] = value } }
        : new JsonObject { ["type"] = type, ["value"] = value };

    private static (JsonObject Block, JsonObject Element, JsonObject? Option) Find(JsonArray blocks, string label)
    {
        foreach (var block in blocks.OfType<JsonObject>().Where(block => (string)block["type"]! == "actions"))
        {
            foreach (var element in block["elements"]!.AsArray().OfType<JsonObject>())
            {
                if (TextOf(element) == label)
                    return (block, element, null);
                if (element["options"]?.AsArray().OfType<JsonObject>().FirstOrDefault(option => TextOf(option) == label) is { } option)
                    return (block, element, option);
            }
        }

        throw new InvalidOperationException($"There is no button '{label}' in {blocks.ToJsonString()}");
    }

    private static string? TextOf(JsonObject element) => (string?)element["text"]?["text"];
}
