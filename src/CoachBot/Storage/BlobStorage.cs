using System.Globalization;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using CoachBot.BotBuilder;

namespace CoachBot.Storage;

/// <summary>
/// One blob per item in the container <c>coachbot</c>, made on first use. Each key is written atomically, several keys one after the other.
/// </summary>
internal sealed class BlobStorage(BlobContainerClient container) : IListingStorage
{
    public const string ContainerName = "coachbot";
    private const int LongestName = 1024;
    private const string WaitingMark = "waiting";
    private const string KeyMark = "key";
    private static readonly BlobHttpHeaders Json = new() { ContentType = "application/json" };

    private volatile bool _created;

    public async Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        var items = await Task.WhenAll(keys.Distinct().Select(async key => (Key: key, Item: await ReadOneAsync(key, cancellationToken))));
        return items.Where(read => read.Item is not null).ToDictionary(read => read.Key, object (read) => read.Item!);
    }

    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var (key, value) in changes)
            await WriteOneAsync(key, value, cancellationToken);
    }

    public async Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        foreach (var key in keys)
        {
            // A container that is not there holds no blobs.
            await IgnoringAbsenceAsync(() => Blob(key).DeleteIfExistsAsync(cancellationToken: cancellationToken));
        }
    }

    /// <summary>Marks are listed with the names, a few thousand in one call: what waits is found without opening any blob.</summary>
    public async IAsyncEnumerable<string> ListAsync(
        string prefix, bool waitingOnly = false, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        await CreateContainerAsync(cancellationToken);
        var options = new GetBlobsOptions { Traits = BlobTraits.Metadata, Prefix = Uri.EscapeDataString(prefix) };
        await foreach (var blob in container.GetBlobsAsync(options, cancellationToken))
        {
            if (!waitingOnly || blob.Metadata.ContainsKey(WaitingMark))
                yield return blob.Metadata.TryGetValue(KeyMark, out var key) ? Uri.UnescapeDataString(key) : Uri.UnescapeDataString(blob.Name);
        }
    }

    private async Task<StoredItem?> ReadOneAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            // Body and ETag come from one answer, so that they belong together.
            var download = await Blob(key).DownloadContentAsync(cancellationToken);
            return new StoredItem(download.Value.Content.ToMemory(), download.Value.Details.ETag.ToString());
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    private async Task WriteOneAsync(string key, object value, CancellationToken cancellationToken)
    {
        await CreateContainerAsync(cancellationToken);
        var item = StoredItem.From(key, value);
        var options = new BlobUploadOptions { HttpHeaders = Json, Conditions = Conditions(item.ETag), Metadata = Marks(key, item) };
        try
        {
            var written = await Blob(key).UploadAsync(BinaryData.FromBytes(item.Utf8Json), options, cancellationToken);
            if (value is IStoreItem versioned)
                versioned.ETag = written.Value.ETag.ToString();
        }
        catch (RequestFailedException e) when (e.Status == 412 || e.ErrorCode == BlobErrorCode.BlobAlreadyExists)
        {
            throw new StorageConflictException(key);
        }
    }

    private static BlobRequestConditions? Conditions(string? etag) => etag switch
    {
        "*" => null,
        null or "" => new BlobRequestConditions { IfNoneMatch = ETag.All },
        _ => new BlobRequestConditions { IfMatch = new ETag(etag) },
    };

    private static Dictionary<string, string> Marks(string key, StoredItem item)
    {
        var marks = new Dictionary<string, string>();
        if (item.IsWaiting)
            marks[WaitingMark] = "1";
        if (Uri.EscapeDataString(key) is { Length: > LongestName } name)
            marks[KeyMark] = name;
        return marks;
    }

    private async Task CreateContainerAsync(CancellationToken cancellationToken)
    {
        if (_created)
            return;

        await container.CreateIfNotExistsAsync(cancellationToken: cancellationToken);
        _created = true;
    }

    private static async Task IgnoringAbsenceAsync(Func<Task> call)
    {
        try
        {
            await call();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
        }
    }

    private BlobClient Blob(string key) => container.GetBlobClient(BlobName(key));

    /// <summary>URL-encoded; a name that would be too long keeps its start and ends in a hash of the whole key.</summary>
    private static string BlobName(string key)
    {
        var name = Uri.EscapeDataString(key);
        if (name.Length <= LongestName)
            return name;

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
        return string.Create(CultureInfo.InvariantCulture, $"{name[..(LongestName - hash.Length - 1)]}-{hash}");
    }
}
