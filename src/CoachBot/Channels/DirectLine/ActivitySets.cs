using System.Buffers;
using System.Globalization;
using System.Text.Json;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels.DirectLine;

/// <summary>
/// <c>{"activities":[…],"watermark":"N"}</c>, as clients poll for it and as it comes over sockets. The watermark is the sequence
/// number of the last entry that was looked at.
/// </summary>
internal static class ActivitySets
{
    /// <summary>The entries after the watermark. One from a log that is no more (the storage was emptied) means all.</summary>
    public static IReadOnlyList<LoggedActivity> After(this ConversationLog? log, long watermark) =>
        log is null ? [] : log.Since(watermark > log.LastSequence ? 0 : watermark);

    /// <summary>Watermarks that we did not write mean "from the start": seeing an activity twice does no harm, missing one does.</summary>
    public static long ReadWatermark(string? written) =>
        long.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var watermark) ? watermark : 0;

    public static ReadOnlyMemory<byte> Write(IEnumerable<LoggedActivity> entries, long watermark)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteStartArray("activities");
        foreach (var entry in entries)
        {
            if (IsForClients(entry))
                writer.WriteRawValue(entry.Utf8Json.Span, skipInputValidation: true);
        }

        writer.WriteEndArray();
        writer.WriteString("watermark", watermark.ToString(CultureInfo.InvariantCulture));
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>The news that someone joined is for the bot alone.</summary>
    private static bool IsForClients(LoggedActivity entry)
    {
        var reader = new Utf8JsonReader(entry.Utf8Json.Span);
        while (reader.Read())
        {
            if (reader.TokenType is not JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                continue;
            if (!reader.ValueTextEquals("type"u8))
            {
                reader.Skip();
                continue;
            }

            reader.Read();
            return !reader.ValueTextEquals(ActivityTypes.ConversationUpdate) && !reader.ValueTextEquals(ActivityTypes.Trace);
        }

        return true;
    }
}
