using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Content;

/// <summary>
/// An Adaptive Card with places for values, in the small part of the Adaptive Cards templating language that is needed:
/// <c>${path}</c>, <c>"$data": "${list}"</c> (once per item), <c>"$when": "${flag}"</c>. <c>${words.key}</c> is a sentence of the phrasebook.
/// </summary>
public sealed partial class CardTemplate
{
    private readonly string _file;
    private readonly JsonNode _root;

    private CardTemplate(string file, JsonNode root) => (_file, _root) = (file, root);

    /// <exception cref="ContentException">The file is missing or is no JSON object.</exception>
    public static CardTemplate Load(IContentFiles files, string name)
    {
        ArgumentNullException.ThrowIfNull(files);
        var file = $"cards/{name}.json";
        try
        {
            using var stream = files.Open(file);
            return new CardTemplate(file, JsonNode.Parse(stream) as JsonObject ?? throw new ContentException(file, null, null, "must hold one card"));
        }
        catch (JsonException broken)
        {
            throw new ContentException(file, null, null, $"is not JSON at line {broken.LineNumber + 1}", broken);
        }
        catch (IOException missing)
        {
            throw new ContentException(file, null, null, "cannot be read", missing);
        }
    }

    /// <exception cref="ContentException">The card names a value or a sentence that there is not.</exception>
    public JsonObject Render(JsonObject data, Voice voice) => (JsonObject)RenderNode(_root, data, voice)!;

    private JsonNode? RenderNode(JsonNode? node, JsonNode data, Voice voice) => node switch
    {
        JsonObject item => RenderObject(item, data, voice),
        JsonArray list => new JsonArray([.. list.SelectMany(item => RenderItem(item, data, voice))]),
        JsonValue value when value.GetValueKind() == JsonValueKind.String => RenderText(value.GetValue<string>(), data, voice),
        _ => node?.DeepClone(),
    };

    private JsonObject RenderObject(JsonObject item, JsonNode data, Voice voice)
    {
        var result = new JsonObject();
        foreach (var (name, value) in item)
        {
            if (name is not ("$data" or "$when"))
                result[name] = RenderNode(value, data, voice);
        }

        return result;
    }

    /// <summary>An item of a list is there once, once per entry of its <c>$data</c>, or not at all.</summary>
    private JsonNode?[] RenderItem(JsonNode? item, JsonNode data, Voice voice)
    {
        if (item is not JsonObject template)
            return [RenderNode(item, data, voice)];

        var scopes = template["$data"] is { } list ? Look(list, data, voice) as JsonArray ?? Fail<JsonArray>(list.ToString(), voice, "must be a list") : [data.DeepClone()];
        return [.. scopes.Where(scope => scope is not null && Applies(template, scope, voice)).Select(scope => RenderObject(template, scope!, voice))];
    }

    private bool Applies(JsonObject template, JsonNode scope, Voice voice) =>
        template["$when"] is not { } condition || Look(condition, scope, voice) is JsonValue value && value.GetValueKind() == JsonValueKind.True;

    private JsonNode? RenderText(string text, JsonNode data, Voice voice)
    {
        var whole = Place().Match(text);
        if (whole.Success && whole.Length == text.Length)
            return Find(whole.Groups[1].Value, data, voice).DeepClone();
        return JsonValue.Create(Place().Replace(text, match => Find(match.Groups[1].Value, data, voice).ToString()));
    }

    private JsonNode? Look(JsonNode expression, JsonNode data, Voice voice) => RenderText(expression.GetValue<string>(), data, voice);

    private JsonNode Find(string path, JsonNode data, Voice voice)
    {
        if (path.StartsWith("words.", StringComparison.Ordinal))
        {
            var key = path["words.".Length..];
            return voice.Phrases.Has(key) ? JsonValue.Create(voice.Say(key)) : Fail<JsonNode>(path, voice, "is no sentence of the prompts");
        }

        JsonNode? node = data;
        foreach (var name in path.Split('.'))
            node = (node as JsonObject)?[name];
        return node ?? Fail<JsonNode>(path, voice, "is no value of this card");
    }

    private T Fail<T>(string path, Voice voice, string fault) => throw new ContentException(_file, path, voice.Language, fault);

    [GeneratedRegex(@"\$\{([\w.-]+)\}")]
    private static partial Regex Place();
}
