namespace CoachBot.Channels;

/// <summary>The body of a request as it came, where it is not too large.</summary>
internal static class RequestBytes
{
    /// <returns>Null when there are more than the limit.</returns>
    public static async Task<byte[]?> ReadAsync(HttpRequest request, int limitBytes)
    {
        if (request.ContentLength > limitBytes)
            return null;

        using var bytes = new MemoryStream((int)(request.ContentLength ?? 0));
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > limitBytes)
                return null;
        }

        return bytes.ToArray();
    }
}
