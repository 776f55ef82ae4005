using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace CoachBot.Channels.Slack.Incoming;

/// <summary>A request that Slack signed: a form, or the JSON of an event.</summary>
/// <param name="Form">The fields of a form; null where the body was JSON.</param>
/// <param name="Json">The body, or the JSON in the form's <c>payload</c>; null for a plain form.</param>
internal sealed record SlackRequest(IReadOnlyDictionary<string, string>? Form, JsonObject? Json)
{
    public const int LimitBytes = 1024 * 1024;

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 64 };

    /// <exception cref="JsonException">Neither a form nor a JSON object.</exception>
    public static SlackRequest Parse(byte[] body, string? contentType)
    {
        if (!IsForm(contentType, body))
            return new SlackRequest(null, ParseObject(body));

        var form = ReadForm(Encoding.UTF8.GetString(body));
        return new SlackRequest(form, form.TryGetValue("payload", out var payload) ? ParseObject(Encoding.UTF8.GetBytes(payload)) : null);
    }

    public string? Field(string name) => Form?.GetValueOrDefault(name) is { Length: > 0 } value ? value : null;

    /// <summary>Slack asks now and then whether the certificate is good, without a signature.</summary>
    public static bool IsCertificateCheck(byte[] body, string? contentType) =>
        IsForm(contentType, body) && ReadForm(Encoding.UTF8.GetString(body)).GetValueOrDefault("ssl_check") == "1";

    private static bool IsForm(string? contentType, byte[] body) => contentType is null
        ? body is not [(byte)'{', ..]
        : contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    private static Dictionary<string, string> ReadForm(string body)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = new FormReader(body) { ValueLengthLimit = LimitBytes };
        while (reader.ReadNextPair() is { } pair)
            fields.TryAdd(pair.Key, pair.Value);
        return fields;
    }

    // Two properties of one name would be read differently by different readers.
    private static JsonObject ParseObject(ReadOnlyMemory<byte> json)
    {
        JsonDocument.Parse(json, Strict).Dispose();
        return JsonNode.Parse(json.Span) as JsonObject ?? throw new JsonException("The body is no JSON object.");
    }
}
