using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels.BotFramework.Incoming;

/// <summary>
/// Files that came with an activity, read before the turn. They are fetched from the channel's own hosts alone, without a token and
/// without following redirects: an address that a user writes must not reach what the host reaches.
/// </summary>
internal sealed class IncomingFiles(TrustedServices services, IHttpClientFactory http, IFileReader? reader = null)
{
    public const string HttpClientName = "BotFramework.Files";
    private const string TeamsFile = "application/vnd.microsoft.teams.file.download.info";
    private const int MostFiles = 4;

    /// <summary>A file that a turn waits for takes at most this long.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(6);

    public async Task ReadIntoAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (reader is null || activity.Attachments is not { Count: > 0 } attachments)
            return;

        var read = new List<Attachment>();
        foreach (var attachment in attachments.Take(MostFiles))
            read.Add(AddressOf(attachment) is { } address && services.MayFetch(address) ? await FetchAsync(address, reader, cancellationToken) : attachment);
        activity.Attachments = read;
        ReceivedFiles.ReadInto(activity, reader);
    }

    /// <summary>Teams gives an address that is good for some minutes; other channels keep files themselves.</summary>
    private static Uri? AddressOf(Attachment attachment)
    {
        var written = attachment.ContentType == TeamsFile
            ? (StateJson.ToNode(attachment.Content) as JsonObject)?["downloadUrl"]?.ToString()
            : attachment.ContentUrl;
        return Uri.TryCreate(written, UriKind.Absolute, out var address) ? address : null;
    }

    private async Task<Attachment> FetchAsync(Uri address, IFileReader files, CancellationToken cancellationToken)
    {
        try
        {
            using var client = http.CreateClient(HttpClientName);
            client.MaxResponseContentBufferSize = files.LimitBytes;
            using var response = await client.GetAsync(address, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode)
                return files.Refuse(FileRefusal.NotFetched);
            if (response.Content.Headers.ContentLength > files.LimitBytes)
                return files.Refuse(FileRefusal.TooLarge);

            await response.Content.LoadIntoBufferAsync(files.LimitBytes, cancellationToken);
            return files.Read(await response.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (HttpRequestException e)
        {
            return files.Refuse(e.HttpRequestError == HttpRequestError.ConfigurationLimitExceeded ? FileRefusal.TooLarge : FileRefusal.NotFetched);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return files.Refuse(FileRefusal.NotFetched);
        }
    }
}
