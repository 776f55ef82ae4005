using System.Text.Json;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Channels.DirectLine;

/// <summary>Reads a JSON body under the limits of the channel.</summary>
internal static class RequestBody
{
    public const int LimitBytes = 256 * 1024;

    /// <summary>The value, or the answer that says why there is none.</summary>
    /// <param name="request">The request.</param>
    /// <param name="parse">Throws <see cref="JsonException"/> for what it cannot read.</param>
    /// <param name="whenEmpty">What an empty body stands for; without it an empty body is an error.</param>
    public static async Task<(T? Value, IResult? Refusal)> ReadAsync<T>(
        HttpRequest request, Func<ReadOnlyMemory<byte>, T> parse, T? whenEmpty = null)
        where T : class
    {
        if (await ReadBytesAsync(request) is not { } bytes)
            return (null, DirectLineErrors.TooLarge(LimitBytes));
        if (bytes.Length == 0)
            return whenEmpty is null ? (null, DirectLineErrors.BadArgument("The body is empty.")) : (whenEmpty, null);
        if (!request.HasJsonContentType())
            return (null, DirectLineErrors.NotJson());

        try
        {
            // Two properties of one name would be read differently by different readers.
            StrictJson.Check(bytes);
            return (parse(bytes), null);
        }
        catch (JsonException e)
        {
            var where = e.LineNumber is { } line ? $" (line {line + 1}, byte {e.BytePositionInLine + 1})" : "";
            return (null, DirectLineErrors.BadArgument($"The body is not JSON of the expected shape{where}."));
        }
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
