using System.Security.Cryptography;
using System.Text.Json;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Channels.BotFramework.Incoming;

/// <summary>The activity in a request.</summary>
/// <param name="Hash">Of the bytes, for activities that come without an id.</param>
internal sealed record ActivityBody(Activity Activity, string Hash)
{
    /// <summary>Teams allows about 100 KB; the rest is room for other channels.</summary>
    public const int LimitBytes = 256 * 1024;

    /// <summary>The body, or the answer that says what is wrong with it.</summary>
    public static async Task<(ActivityBody? Body, IResult? Refusal)> ReadAsync(HttpRequest request)
    {
        if (!request.HasJsonContentType())
            return (null, BotFrameworkErrors.NotJson());
        if (await ReadBytesAsync(request) is not { } bytes)
            return (null, BotFrameworkErrors.TooLarge(LimitBytes));

        try
        {
            // Two properties of one name would be read differently by different readers.
            StrictJson.Check(bytes);
            var activity = ActivityJson.Parse(bytes);
            return Fault(activity) is { } fault
                ? (null, BotFrameworkErrors.BadArgument(fault))
                : (new ActivityBody(activity, Convert.ToHexStringLower(SHA256.HashData(bytes))), null);
        }
        catch (JsonException e)
        {
            var where = e.LineNumber is { } line ? $" (line {line + 1}, byte {e.BytePositionInLine + 1})" : "";
            return (null, BotFrameworkErrors.BadArgument($"The body is not the JSON of an activity{where}."));
        }
    }

    private static string? Fault(Activity activity)
    {
        if (string.IsNullOrWhiteSpace(activity.Type))
            return "The activity has no type.";
        if (string.IsNullOrWhiteSpace(activity.Conversation?.Id))
            return "The activity has no conversation.id.";
        return string.IsNullOrWhiteSpace(activity.From?.Id) ? "The activity has no from.id." : null;
    }

    private static async Task<byte[]?> ReadBytesAsync(HttpRequest request)
    {
        if (request.ContentLength > LimitBytes)
            return null;

        using var bytes = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > LimitBytes)
                return null;
        }

        return bytes.ToArray();
    }
}
