using System.Globalization;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>What a user said, typed or by a button: a card that is submitted has data in its value and no text.</summary>
public static class UserInput
{
    /// <summary>Never null, so that it can be compared at once; empty when the activity says nothing.</summary>
    public static string UserText(this ITurnContext turnContext)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        return TextOf(turnContext.Activity) ?? "";
    }

    /// <summary>The text; else the value, when that is a plain one; else the "text" in it.</summary>
    internal static string? TextOf(Activity activity) => activity.Text ?? PlainText(activity.Value, mayLookInside: true);

    private static string? PlainText(object? value, bool mayLookInside) => value switch
    {
        string text => text,
        JsonNode or IDictionary<string, object> when mayLookInside && AsObject(value) is { } data =>
            PlainText(data["text"], mayLookInside: false),
        JsonValue json => PlainText(StateJson.Convert<object>(json), mayLookInside: false),
        IConvertible plain => plain.ToString(CultureInfo.InvariantCulture),
        _ => null,
    };

    private static JsonObject? AsObject(object value) => StateJson.ToNode(value) as JsonObject;
}
