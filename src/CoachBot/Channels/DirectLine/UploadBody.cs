using System.Text.Json;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CoachBot.Channels.DirectLine;

/// <summary>
/// The body of <c>upload</c>: a multipart form with an "activity" part and files, or one file alone. Files are read from
/// memory as they come in and nothing of them is written anywhere.
/// </summary>
internal sealed class UploadBody(IFileReader reader)
{
    private const int MostFiles = 4;
    private const int LongestBoundary = 200;
    private const string ActivityType = "application/vnd.microsoft.activity";

    /// <summary>The activity with what was kept of the files as its attachments, or the answer that says why there is none.</summary>
    public async Task<(Activity? Activity, IResult? Refusal)> ReadAsync(HttpRequest request)
    {
        try
        {
            return request.HasFormContentType ? await ReadPartsAsync(request) : (With(null, [await ReadFileAsync(request.Body, request.HttpContext.RequestAborted)]), null);
        }
        catch (JsonException)
        {
            return (null, DirectLineErrors.BadArgument("The part 'activity' is no activity in JSON."));
        }
        catch (Exception e) when (e is InvalidDataException or BadHttpRequestException or IOException)
        {
            return (null, DirectLineErrors.BadArgument("The body is no multipart form with a part 'activity' and one with the file."));
        }
    }

    private async Task<(Activity? Activity, IResult? Refusal)> ReadPartsAsync(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 and <= LongestBoundary } boundary)
            return (null, DirectLineErrors.BadArgument("The multipart form names no boundary."));

        var aborted = request.HttpContext.RequestAborted;
        var parts = new MultipartReader(boundary, request.Body);
        Activity? activity = null;
        var files = new List<Attachment>();
        while (await parts.ReadNextSectionAsync(aborted) is { } part)
        {
            if (part.ContentType?.StartsWith(ActivityType, StringComparison.OrdinalIgnoreCase) == true)
                activity = await ReadActivityAsync(part.Body, aborted);
            else if (files.Count == MostFiles)
                return (null, DirectLineErrors.BadArgument($"The form may have {MostFiles} files."));
            else
                files.Add(ReceivedFiles.Named(await ReadFileAsync(part.Body, aborted), part.AsFileSection()?.FileName));
        }

        return (With(activity, files), null);
    }

    /// <summary>The client lists the files in the activity once more, without what is in them.</summary>
    private static Activity With(Activity? activity, List<Attachment> files)
    {
        activity ??= new Activity(ActivityTypes.Message);
        activity.Attachments = files;
        return activity;
    }

    private async Task<Attachment> ReadFileAsync(Stream body, CancellationToken cancellationToken) =>
        await ReadAsync(body, reader.LimitBytes, cancellationToken) is { } bytes ? reader.Read(bytes) : reader.Refuse(FileRefusal.TooLarge);

    private static async Task<Activity> ReadActivityAsync(Stream body, CancellationToken cancellationToken) =>
        ActivityJson.Parse((await ReadAsync(body, RequestBody.LimitBytes, cancellationToken) ?? throw new JsonException()).Span);

    /// <summary>Null beyond the limit; the rest is read and dropped, so that the client gets an answer.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(Stream body, int limitBytes, CancellationToken cancellationToken)
    {
        using var kept = new MemoryStream();
        var buffer = new byte[16 * 1024];
        var isTooLong = false;
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            isTooLong |= kept.Length + read > limitBytes;
            if (!isTooLong)
                kept.Write(buffer, 0, read);
        }

        // Without its type, null would become an empty file.
        return isTooLong ? (ReadOnlyMemory<byte>?)null : kept.ToArray();
    }
}
