using System.Text.Json;
using CoachBot.Coaching.Language;

namespace CoachBot.Commands;

/// <summary>One line of <c>understand</c>: a JSON object, or anything else as plain text whose id is its line number.</summary>
internal sealed record UtteranceLine(string Id, string? Locale, DialogStep Step, string Text, string? Error = null)
{
    public static UtteranceLine Parse(string line, int number)
    {
        if (!line.TrimStart('\uFEFF', ' ', '\t').StartsWith('{'))
            return new UtteranceLine(number.ToString(System.Globalization.CultureInfo.InvariantCulture), null, DialogStep.Any, line);

        try
        {
            using var document = JsonDocument.Parse(line.TrimStart('\uFEFF'));
            return Read(document.RootElement, number);
        }
        catch (JsonException fault)
        {
            return Bad($"not JSON: {fault.Message}");
        }
    }

    private static UtteranceLine Read(JsonElement root, int number)
    {
        if (Member(root, "text") is not { } text)
            return Bad("\"text\" must be there, as a text");

        var id = root.TryGetProperty("id", out var given) ? given.ToString() : number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var named = Member(root, "dialog_step") ?? "any";
        return UnderstandingJson.Step(named) is { } step
            ? new UtteranceLine(id, Member(root, "locale"), step, text)
            : Bad($"there is no dialog_step '{named}'; known are {UnderstandingJson.StepNames}");
    }

    private static string? Member(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static UtteranceLine Bad(string fault) => new("", null, DialogStep.Any, "", fault);
}
