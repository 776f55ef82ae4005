using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>An Adaptive Card with inputs as a window, and a card without as a Home tab.</summary>
internal static class CardView
{
    public const string ValueAction = "value";
    private const int TitleLimit = 24;
    private const int MetadataLimit = 3000;
    private const int LabelLimit = 2000;

    /// <summary>A range with no more steps is a menu, which needs no keyboard.</summary>
    private const int MostSteps = 11;

    /// <param name="card">Its first action's data is sent together with what is filled in.</param>
    /// <param name="place">The direct message channel that the window belongs to.</param>
    public static JsonObject Modal(JsonObject card, string place)
    {
        var submit = Json.Objects(card, "actions").FirstOrDefault();
        var blocks = new BlockList();
        foreach (var input in CardBlocks.Inputs(card))
            blocks.Add(InputBlock(input));
        return new JsonObject
        {
            ["type"] = "modal",
            ["callback_id"] = Buttons.Form,
            ["title"] = Title(CardBlocks.Heading(card) ?? "CoachBot"),
            ["submit"] = Title(Json.Text(submit, "title") ?? "OK"),
            ["private_metadata"] = Metadata(place, Json.Object(submit, "data")),
            ["blocks"] = blocks.ToView(),
        };
    }

    public static JsonObject Home(IEnumerable<JsonObject> cards, string place)
    {
        var blocks = new BlockList();
        var view = new CardBlocks(blocks, "home");
        foreach (var card in cards)
            view.Add(card);
        return new JsonObject { ["type"] = "home", ["private_metadata"] = Metadata(place, null), ["blocks"] = blocks.ToView() };
    }

    private static string Metadata(string place, JsonObject? data)
    {
        var metadata = new JsonObject { ["channel"] = place, ["data"] = data?.DeepClone() };
        var written = JsonSerializer.Serialize(metadata);
        return written.Length <= MetadataLimit ? written : throw new InvalidOperationException("The data of a card's button is too long for a window of Slack.");
    }

    private static JsonObject InputBlock(JsonObject input)
    {
        var block = new JsonObject
        {
            ["type"] = "input",
            ["block_id"] = Json.Text(input, "id") ?? "",
            ["optional"] = !Json.IsTrue(input, "isRequired"),
            ["label"] = Block.Plain(Mrkdwn.Escape(Json.Text(input, "label") ?? Json.Text(input, "title") ?? Json.Text(input, "id") ?? "…"), LabelLimit),
            ["element"] = Element(input),
        };
        if (Json.Text(input, "errorMessage") is { } hint)
            block["hint"] = Block.Plain(Mrkdwn.Escape(hint), LabelLimit);
        return block;
    }

    private static JsonObject Element(JsonObject input)
    {
        var element = Json.Text(input, "type") switch
        {
            "Input.Number" when Steps(input) is { } steps => Block.Select(ValueAction, steps.Select(step => Block.Option(step, step))),
            "Input.Number" => Number(input),
            "Input.ChoiceSet" => Choices(input),
            "Input.Date" => new JsonObject { ["type"] = "datepicker", ["action_id"] = ValueAction },
            "Input.Time" => new JsonObject { ["type"] = "timepicker", ["action_id"] = ValueAction },
            _ => Typed(input),
        };
        if (Json.Text(input, "placeholder") is { } placeholder && !element.ContainsKey("placeholder") && Json.Text(element, "type") != "timepicker")
            element["placeholder"] = Block.Plain(Mrkdwn.Escape(placeholder), Block.HeaderLimit);
        return element;
    }

    private static JsonObject Typed(JsonObject input)
    {
        var element = new JsonObject { ["type"] = "plain_text_input", ["action_id"] = ValueAction };
        if (Json.IsTrue(input, "isMultiline"))
            element["multiline"] = true;
        if (Int(input["maxLength"]) is { } most)
            element["max_length"] = Math.Clamp(most, 1, 3000);
        return element;
    }

    private static JsonObject Number(JsonObject input)
    {
        var element = new JsonObject { ["type"] = "number_input", ["action_id"] = ValueAction, ["is_decimal_allowed"] = true };
        if (input["min"] is { } min)
            element["min_value"] = min.ToString();
        if (input["max"] is { } max)
            element["max_value"] = max.ToString();
        return element;
    }

    private static JsonObject Choices(JsonObject input)
    {
        var options = Json.Objects(input, "choices").Select(choice => Block.Option(Mrkdwn.Escape(Json.Text(choice, "title") ?? "…"), Json.Text(choice, "value") ?? ""));
        var select = Block.Select(ValueAction, options);
        if (Json.IsTrue(input, "isMultiSelect"))
            select["type"] = "multi_static_select";
        return select;
    }

    /// <summary>Null where the range is long, or has no whole ends.</summary>
    private static IReadOnlyList<string>? Steps(JsonObject input) =>
        Int(input["min"]) is { } min && Int(input["max"]) is { } max && max - min is >= 0 and < MostSteps
            ? [.. Enumerable.Range(min, max - min + 1).Select(step => step.ToString(CultureInfo.InvariantCulture))]
            : null;

    private static int? Int(JsonNode? node) => int.TryParse(node?.ToString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    private static JsonObject Title(string text) => Block.Plain(Mrkdwn.Escape(text), TitleLimit);
}
