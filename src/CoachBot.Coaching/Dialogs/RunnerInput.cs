using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Coaching.Dialogs;

/// <summary>What came in with one message: text, the button of a card, or a filled-in form.</summary>
/// <param name="Raw">Every word of it, for the safety gate: the text and all fields of a card.</param>
/// <param name="Text">What was typed, without control characters.</param>
/// <param name="Command">A button of a card: why, more or sources.</param>
/// <param name="Form">The fields of the check-in card.</param>
/// <param name="HasFiles">Files or pictures and no words.</param>
/// <param name="IsCard">A card sent it, known or not.</param>
internal sealed record RunnerInput(string Raw, string Text, string? Command, JsonObject? Form, bool HasFiles, bool IsCard)
{
    /// <summary>Longer messages are not read for answers; the safety gate reads them whole.</summary>
    public const int LongestRead = 4000;

    private static readonly string[] Commands = ["why", "more", "sources"];

    public bool IsLong => Text.Length > LongestRead;

    public bool IsEmpty => Text.Length == 0 && Command is null && Form is null && !HasFiles && !IsCard;

    public bool HasLetters => Text.Any(char.IsLetter);

    /// <summary>Signs and pictures only: nothing that a word or a number is made of.</summary>
    public bool IsEmojiOnly => Text.Length > 0 && !Text.Any(char.IsLetterOrDigit);

    /// <summary>Letters, and none of them Latin.</summary>
    public bool IsOtherScript => HasLetters && !Text.Any(letter => char.IsLetter(letter) && letter < '\u0250');

    public static RunnerInput OfText(string text) => new(text, Clean(text), null, null, false, false);

    public static RunnerInput Read(Activity activity) => Read(activity.Text, activity.Value, activity.Attachments is { Count: > 0 });

    /// <summary>The data of a card's button together with the card's fields.</summary>
    public static RunnerInput OfCard(object? data) => Read(null, data, hasFiles: false);

    private static RunnerInput Read(string? typed, object? data, bool hasFiles)
    {
        var text = Clean(typed ?? "");
        var value = ToNode(data);
        var fields = value as JsonObject;
        var command = text.Length == 0 ? Commands.FirstOrDefault(name => name == TextOf(fields, "say")) : null;
        var form = text.Length == 0 && TextOf(fields, "form") == "check-in" ? fields : null;
        return new RunnerInput(
            string.Join('\n', Words(value).Prepend(text)),
            text,
            command,
            form,
            text.Length == 0 && hasFiles,
            text.Length == 0 && value is not null);
    }

    /// <summary>A field of a card as text; numbers come as text or as numbers, by channel.</summary>
    public static string? TextOf(JsonObject? fields, string name) => (fields?[name] as JsonValue)?.GetValueKind() switch
    {
        JsonValueKind.String => Clean(fields![name]!.GetValue<string>()),
        JsonValueKind.Number => fields![name]!.ToJsonString(),
        _ => null,
    };

    private static JsonNode? ToNode(object? value)
    {
        try
        {
            return StateJson.ToNode(value);
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            return JsonValue.Create("");
        }
    }

    private static IEnumerable<string> Words(JsonNode? node) => node switch
    {
        JsonObject fields => fields.SelectMany(field => Words(field.Value)),
        JsonArray items => items.SelectMany(Words),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => [value.GetValue<string>()],
        _ => [],
    };

    private static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!char.IsControl(letter) || letter == '\n')
                clean.Append(letter);
            else if (letter is '\t' or '\r')
                clean.Append(' ');
        }

        return clean.ToString().Trim();
    }
}
