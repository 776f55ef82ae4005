using System.Text.Json.Nodes;

namespace CoachBot.Channels.Slack.Blocks;

/// <summary>Shows an Adaptive Card as blocks: what is in it in its order, a container as one section.</summary>
/// <param name="blocks">Where they go.</param>
/// <param name="id">Belongs to this card alone within the conversation.</param>
internal sealed class CardBlocks(BlockList blocks, string id)
{
    private const string Bullet = "• ";
    private int _actions;

    public static bool HasInputs(JsonNode? node) => Inputs(node).Any();

    /// <summary>Every input of a card, in order.</summary>
    public static IEnumerable<JsonObject> Inputs(JsonNode? node) => node switch
    {
        JsonArray items => items.SelectMany(Inputs),
        JsonObject item when TypeOf(item).StartsWith("Input.", StringComparison.Ordinal) => [item],
        JsonObject item => Children(item).SelectMany(Inputs),
        _ => [],
    };

    public static string? Heading(JsonObject card) => Json.Objects(card, "body").Where(IsHeading).Select(block => Json.Text(block, "text")).FirstOrDefault();

    /// <summary>A card with inputs becomes a button that opens it, since a message is no form.</summary>
    public void Add(JsonObject card)
    {
        if (HasInputs(card))
        {
            var submit = Json.Objects(card, "actions").FirstOrDefault();
            var title = Heading(card) ?? Json.Text(submit, "title") ?? "…";
            if (Buttons.OpenForm(title, Json.Object(submit, "data") ?? []) is { } open)
                blocks.Add(Block.Actions($"{Buttons.Form}:{NextId()}", [open]));
            return;
        }

        foreach (var element in Json.Objects(card, "body"))
            AddElement(element);
        AddActions(Json.Objects(card, "actions"));
    }

    private void AddElement(JsonObject element)
    {
        if (Json.IsTrue(element, "separator"))
            blocks.Add(Block.Divider());

        switch (TypeOf(element))
        {
            case "TextBlock":
                AddTextBlock(element);
                break;
            case "Image":
                AddImage(element);
                break;
            case "ActionSet":
                AddActions(Json.Objects(element, "actions"));
                break;
            default:
                AddContainer(element);
                break;
        }
    }

    private void AddTextBlock(JsonObject block)
    {
        if (Json.Text(block, "text") is not { } text)
            return;
        if (IsHeading(block) && Mrkdwn.Escape(text).Length <= Block.HeaderLimit)
            blocks.Add(Block.Header(Mrkdwn.Escape(text)));
        else if (Json.IsTrue(block, "isSubtle"))
            blocks.Add(Block.Context(Mrkdwn.FromMarkdown(text)));
        else
            blocks.AddText(Line(block));
    }

    private void AddImage(JsonObject image)
    {
        if (Json.Text(image, "url") is { Length: <= Block.UrlLimit } url && url.StartsWith("http", StringComparison.Ordinal))
            blocks.Add(Block.Image(url, Json.Text(image, "altText") ?? ""));
    }

    /// <summary>Its lines as one text; images and buttons in it follow.</summary>
    private void AddContainer(JsonObject container)
    {
        var lines = string.Join("\n", Lines(container, isFirst: false));
        if (lines.Length > 0)
            blocks.AddText(lines);
        foreach (var below in Below(container))
        {
            if (TypeOf(below) == "Image")
                AddImage(below);
            else if (TypeOf(below) == "ActionSet")
                AddActions(Json.Objects(below, "actions"));
        }
    }

    private void AddActions(IEnumerable<JsonObject> actions)
    {
        if (Buttons.OfCard(actions, NextId()) is { } block)
            blocks.Add(block);
    }

    private string NextId() => $"{id}.{_actions++}";

    /// <param name="element">A container, a column, a fact set or a text.</param>
    /// <param name="isFirst">The first line of a container inside a container: a point of a list.</param>
    private static IEnumerable<string> Lines(JsonObject element, bool isFirst)
    {
        if (TypeOf(element) == "TextBlock")
            return Json.Text(element, "text") is null ? [] : [$"{(isFirst ? Bullet : "")}{Line(element)}"];
        if (TypeOf(element) == "FactSet")
            return Json.Objects(element, "facts").Select(fact => $"*{Mrkdwn.Escape(Json.Text(fact, "title") ?? "")}* {Mrkdwn.FromMarkdown(Json.Text(fact, "value") ?? "")}");

        var items = Children(element).OfType<JsonArray>().SelectMany(children => children.OfType<JsonObject>()).ToList();
        return items.SelectMany((item, i) => Lines(item, isFirst: TypeOf(element) != "Column" && IsPoint(element) && i == 0));
    }

    private static bool IsPoint(JsonObject element) => TypeOf(element) == "Container" && Json.Text(element, "spacing") == "Small";

    private static string Line(JsonObject block)
    {
        var text = Mrkdwn.FromMarkdown(Json.Text(block, "text") ?? "");
        return Json.Text(block, "weight") == "Bolder" || IsHeading(block) ? Emphasise(text, '*')
            : Json.IsTrue(block, "isSubtle") ? Emphasise(text, '_')
            : text;
    }

    private static string Emphasise(string text, char mark) =>
        text.Length == 0 || text.Contains(mark, StringComparison.Ordinal) || text.Contains('\n', StringComparison.Ordinal) ? text : $"{mark}{text}{mark}";

    private static IEnumerable<JsonObject> Below(JsonObject element) =>
        Children(element).OfType<JsonArray>().SelectMany(children => children.OfType<JsonObject>()).SelectMany(child => Below(child).Prepend(child));

    private static IEnumerable<JsonNode?> Children(JsonObject element) => [element["body"], element["items"], element["columns"]];

    private static bool IsHeading(JsonObject block) => Json.Text(block, "style") == "heading";

    private static string TypeOf(JsonObject element) => Json.Text(element, "type") ?? "";
}
