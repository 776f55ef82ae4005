using System.Globalization;
using System.Text.Json.Nodes;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>What someone filled into a window.</summary>
internal static class FilledView
{
    /// <summary>The data of the card's button and every field that is not empty, as a card would submit them.</summary>
    public static JsonObject Values(JsonObject view)
    {
        var values = Json.Object(Json.Parse(Json.Text(view, "private_metadata")), "data")?.DeepClone() as JsonObject ?? [];
        foreach (var (field, elements) in Json.Object(view, "state", "values") ?? [])
        {
            if (elements is JsonObject { Count: > 0 } actions && ValueOf(actions.First().Value as JsonObject) is { } value)
                values[field] = value;
        }

        return values;
    }

    /// <summary>A sentence per field that holds no number, or one out of its range; Slack's own clients check that too. Null if all are good.</summary>
    public static JsonObject? Faults(JsonObject view)
    {
        var values = Values(view);
        var faults = new JsonObject();
        foreach (var block in Json.Objects(view, "blocks"))
        {
            if (Json.Text(block, "block_id") is { } field && Json.Object(block, "element") is { } element && Json.Text(element, "type") == "number_input"
                && Json.Text(values, field) is { } written && !Fits(written, element))
                faults[field] = Json.Text(block, "hint", "text") ?? Json.Text(block, "label", "text") ?? field;
        }

        return faults.Count == 0 ? null : faults;
    }

    private static bool Fits(string written, JsonObject element) =>
        double.TryParse(written.Replace(',', '.'), CultureInfo.InvariantCulture, out var value)
        && !(double.TryParse(Json.Text(element, "min_value"), CultureInfo.InvariantCulture, out var min) && value < min)
        && !(double.TryParse(Json.Text(element, "max_value"), CultureInfo.InvariantCulture, out var max) && value > max);

    private static string? ValueOf(JsonObject? element) => Json.Text(element, "type") switch
    {
        null => null,
        "static_select" or "radio_buttons" => Json.Text(element, "selected_option", "value"),
        "multi_static_select" or "checkboxes" => Join(Json.Objects(element, "selected_options").Select(option => Json.Text(option, "value"))),
        "datepicker" => Json.Text(element, "selected_date"),
        "timepicker" => Json.Text(element, "selected_time"),
        _ => Json.Text(element, "value"),
    };

    private static string? Join(IEnumerable<string?> values) => string.Join(',', values.OfType<string>()) is { Length: > 0 } joined ? joined : null;
}
