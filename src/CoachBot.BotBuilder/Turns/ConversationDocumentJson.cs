using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace CoachBot.BotBuilder.Turns;

/// <summary>
/// The stored form of a <see cref="ConversationDocument"/>. Activities and state objects go through as raw JSON: a turn that
/// changes one property neither parses nor formats the others.
/// </summary>
internal static class ConversationDocumentJson
{
    /// <summary>Raised when an older program could misread what a newer one wrote.</summary>
    public const int FormatVersion = 1;

    private static readonly string[] KindNames = ["send", "update", "delete", "change"];

    public static ReadOnlyMemory<byte> Write(ConversationDocument document)
    {
        var buffer = new ArrayBufferWriter<byte>(8 * 1024);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteNumber("format"u8, FormatVersion);
        json.WriteNumber("lastSequence"u8, document.LastSequence);
        if (document.FailuresInARow > 0)
            json.WriteNumber("failuresInARow"u8, document.FailuresInARow);
        WriteRaw(json, "reference"u8, document.Reference);
        json.WriteStartObject("state"u8);
        foreach (var (key, value) in document.State.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(key);
            // Everything raw came out of a JSON writer or parser of ours.
            json.WriteRawValue(value.Span, skipInputValidation: true);
        }

        json.WriteEndObject();
        WriteArray(json, "handled"u8, document.Handled, WriteHandled);
        WriteArray(json, "log"u8, document.Log, WriteLogged);
        WriteArray(json, "outbox"u8, document.Outbox, WriteOutbox);
        WriteArray(json, "sent"u8, document.Sent, WriteSent);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <exception cref="InvalidDataException">Not a conversation document.</exception>
    /// <exception cref="NewerFormatException">A newer program wrote it.</exception>
    public static ConversationDocument Read(ReadOnlyMemory<byte> utf8Json, string key)
    {
        try
        {
            using var parsed = JsonDocument.Parse(utf8Json);
            var root = parsed.RootElement;
            var format = root.GetProperty("format"u8).GetInt32();
            if (format > FormatVersion)
                throw new NewerFormatException($"'{key}' was written in format {format}; this program reads up to {FormatVersion}.");
            return ReadRoot(root);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException or ArgumentException)
        {
            throw new InvalidDataException($"'{key}' is not a conversation document: {e.Message}", e);
        }
    }

    private static ConversationDocument ReadRoot(JsonElement root) => new()
    {
        LastSequence = root.GetProperty("lastSequence"u8).GetInt64(),
        FailuresInARow = root.TryGetProperty("failuresInARow"u8, out var failures) ? failures.GetInt32() : 0,
        Reference = Raw(root, "reference"u8),
        State = root.GetProperty("state"u8).EnumerateObject()
            .ToImmutableDictionary(property => property.Name, property => Raw(property.Value), StringComparer.Ordinal),
        Handled = [.. root.GetProperty("handled"u8).EnumerateArray().Select(ReadHandled)],
        Log = [.. root.GetProperty("log"u8).EnumerateArray().Select(ReadLogged)],
        Outbox = [.. root.GetProperty("outbox"u8).EnumerateArray().Select(ReadOutbox)],
        Sent = root.TryGetProperty("sent"u8, out var sent) ? [.. sent.EnumerateArray().Select(ReadSent)] : [],
    };

    private static void WriteHandled(Utf8JsonWriter json, HandledActivity handled)
    {
        json.WriteString("key"u8, handled.Key);
        if (handled.ActivityId is not null)
            json.WriteString("activityId"u8, handled.ActivityId);
        WriteRaw(json, "invokeResponse"u8, handled.InvokeResponse);
        WriteRaw(json, "replies"u8, handled.Replies);
    }

    private static HandledActivity ReadHandled(JsonElement json) => new(
        json.GetProperty("key"u8).GetString()!,
        json.TryGetProperty("activityId"u8, out var id) ? id.GetString() : null,
        Raw(json, "invokeResponse"u8),
        Raw(json, "replies"u8));

    private static void WriteLogged(Utf8JsonWriter json, LoggedActivity logged)
    {
        json.WriteNumber("sequence"u8, logged.Sequence);
        WriteRaw(json, "activity"u8, logged.Utf8Json);
    }

    private static LoggedActivity ReadLogged(JsonElement json) =>
        new(json.GetProperty("sequence"u8).GetInt64(), Raw(json, "activity"u8));

    private static void WriteOutbox(Utf8JsonWriter json, OutboxEntry entry)
    {
        json.WriteNumber("sequence"u8, entry.Sequence);
        json.WriteString("kind"u8, KindNames[(int)entry.Kind]);
        if (entry.Target is not null)
            json.WriteString("target"u8, entry.Target);
        if (entry.Status != OutboxStatus.Pending)
            json.WriteString("status"u8, entry.Status == OutboxStatus.Unknown ? "unknown"u8 : "refused"u8);
        WriteRaw(json, "payload"u8, entry.Payload);
    }

    private static OutboxEntry ReadOutbox(JsonElement json) => new(
        json.GetProperty("sequence"u8).GetInt64(),
        ReadKind(json.GetProperty("kind"u8).GetString()),
        json.TryGetProperty("target"u8, out var target) ? target.GetString() : null,
        Raw(json, "payload"u8),
        !json.TryGetProperty("status"u8, out var status) ? OutboxStatus.Pending
            : status.ValueEquals("unknown"u8) ? OutboxStatus.Unknown : OutboxStatus.Refused);

    private static OutboxKind ReadKind(string? name) => Array.IndexOf(KindNames, name) is >= 0 and var kind
        ? (OutboxKind)kind
        : throw new FormatException($"'{name}' is no kind of outbox entry.");

    private static void WriteSent(Utf8JsonWriter json, SentActivity sent)
    {
        json.WriteString("id"u8, sent.Id);
        json.WriteString("channelsId"u8, sent.ChannelsId);
    }

    private static SentActivity ReadSent(JsonElement json) =>
        new(json.GetProperty("id"u8).GetString()!, json.GetProperty("channelsId"u8).GetString()!);

    private static void WriteArray<T>(
        Utf8JsonWriter json, ReadOnlySpan<byte> name, ImmutableArray<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteRaw(Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlyMemory<byte> value)
    {
        if (value.IsEmpty)
            return;
        json.WritePropertyName(name);
        json.WriteRawValue(value.Span, skipInputValidation: true);
    }

    private static ReadOnlyMemory<byte> Raw(JsonElement parent, ReadOnlySpan<byte> name) =>
        parent.TryGetProperty(name, out var value) ? Raw(value) : default;

    private static ReadOnlyMemory<byte> Raw(JsonElement element) => JsonMarshal.GetRawUtf8Value(element).ToArray();
}
