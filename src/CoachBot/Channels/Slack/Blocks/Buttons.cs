using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>
/// What a button does stands in its action id: an answer is said for the runner and takes the place of the question's buttons; a
/// command carries the data of its card and goes alone; a form opens a window.
/// </summary>
internal static class Buttons
{
    private const string AnswersBlock = "answers:";
    private const string CommandsBlock = "commands:";
    public const string Answer = "answer";
    public const string Command = "command";
    public const string Form = "form";
    private const string Link = "link";

    /// <summary>The type of a card action that asks for a form, as Teams has it.</summary>
    private const string OpensForm = "invoke";

    /// <summary>More answers than fit beside each other become one menu.</summary>
    private const int MostBeside = 6;

    /// <summary>The buttons of a reply or of a simple card.</summary>
    /// <param name="actions">The buttons.</param>
    /// <param name="id">Belongs to this row of buttons alone within the conversation.</param>
    public static JsonObject? Of(IReadOnlyList<CardAction> actions, string id)
    {
        var elements = actions.Select(Element).OfType<JsonObject>().ToList();
        if (elements.Count > MostBeside && elements.All(FitsMenu))
            elements = [Menu(elements)];
        return elements.Count == 0 ? null : Block.Actions(AnswersBlock + id, elements);
    }

    /// <summary>The actions of an Adaptive Card.</summary>
    public static JsonObject? OfCard(IEnumerable<JsonObject> actions, string id)
    {
        var elements = actions.Select(CardElement).OfType<JsonObject>().ToList();
        return elements.Count == 0 ? null : Block.Actions(CommandsBlock + id, elements);
    }

    public static JsonObject? OpenForm(string title, JsonObject data) =>
        Value(data) is { } value ? Block.Button(Form, Mrkdwn.Escape(title), value) : null;

    public static bool IsOwnBlock(string? blockId) => blockId is not null
        && (blockId.StartsWith(AnswersBlock, StringComparison.Ordinal) || blockId.StartsWith(CommandsBlock, StringComparison.Ordinal));

    public static bool IsAnswer(string? actionId) => Is(actionId, Answer);

    public static bool IsCommand(string? actionId) => Is(actionId, Command);

    public static bool IsForm(string? actionId) => Is(actionId, Form);

    private static JsonObject? Element(CardAction action, int index)
    {
        var title = Mrkdwn.Escape((string.IsNullOrEmpty(action.Title) ? action.Value?.ToString() : action.Title) ?? "");
        if (title.Length == 0)
            return null;

        return action.Type switch
        {
            ActionTypes.OpenUrl => ToLink(title, action.Value as string, index),
            OpensForm when DataOf(action) is { } data => OpenForm(Mrkdwn.Unescape(title), data),
            _ when DataOf(action) is { } data => Value(data) is { } written ? Block.Button($"{Command}:{index}", title, written) : null,
            _ => Block.Button($"{Answer}:{index}", title, Block.Cut(action.Value?.ToString() is { Length: > 0 } value ? value : action.Title!, Block.ValueLimit)),
        };
    }

    private static JsonObject? CardElement(JsonObject action, int index)
    {
        var title = Mrkdwn.Escape(Json.Text(action, "title") ?? "");
        if (title.Length == 0)
            return null;

        var data = Json.Object(action, "data") ?? [];
        var said = Json.Text(data, "msteams", "type") is ActionTypes.ImBack or ActionTypes.MessageBack ? Json.Text(data, "msteams", "value") : null;
        return Json.Text(action, "type") switch
        {
            "Action.OpenUrl" => ToLink(title, Json.Text(action, "url"), index),
            "Action.Submit" or "Action.Execute" when said is not null => Block.Button($"{Answer}:{index}", title, Block.Cut(said, Block.ValueLimit)),
            "Action.Submit" or "Action.Execute" when Json.Text(data, "msteams", "type") == "task/fetch" => OpenForm(Json.Text(action, "title")!, WithoutTeams(data)),
            "Action.Submit" or "Action.Execute" => Value(data) is { } value ? Block.Button($"{Command}:{index}", title, value) : null,
            _ => null,
        };
    }

    /// <summary>An object, in whatever form it came out of the storage.</summary>
    private static JsonObject? DataOf(CardAction action) => action.Value is null or string ? null : StateJson.ToNode(action.Value) as JsonObject;

    private static JsonObject WithoutTeams(JsonObject data)
    {
        var copy = (JsonObject)data.DeepClone();
        copy.Remove("msteams");
        return copy;
    }

    private static JsonObject? ToLink(string title, string? url, int index) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && url!.Length <= Block.UrlLimit
            ? Block.Link($"{Link}:{index}", title, url)
            : null;

    private static bool FitsMenu(JsonObject button) =>
        IsAnswer(Json.Text(button, "action_id")) && Json.Text(button, "value") is { Length: <= Block.OptionValueLimit };

    private static JsonObject Menu(IEnumerable<JsonObject> buttons) =>
        Block.Select(Answer, buttons.Select(button => Block.Option(Json.Text(button, "text", "text")!, Json.Text(button, "value")!)));

    private static string? Value(JsonObject data) => JsonSerializer.Serialize(data) is { Length: <= Block.ValueLimit } value ? value : null;

    private static bool Is(string? actionId, string kind) => actionId is not null && (actionId == kind || actionId.StartsWith($"{kind}:", StringComparison.Ordinal));
}
