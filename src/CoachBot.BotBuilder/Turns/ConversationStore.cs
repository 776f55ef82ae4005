namespace CoachBot.BotBuilder.Turns;

/// <summary>Loads and commits conversation documents: one read, one conditional write.</summary>
internal sealed class ConversationStore(IStorage storage)
{
    public static string Key(string channelId, string conversationId) => $"turns/{channelId}/{conversationId}";

    public async Task<(ConversationDocument Document, string? ETag)> LoadAsync(string key, CancellationToken cancellationToken)
    {
        var found = await storage.ReadAsync([key], cancellationToken);
        if (!found.TryGetValue(key, out var value))
            return (ConversationDocument.Empty, null);
        var item = (StoredItem)value;
        return (ConversationDocumentJson.Read(item.Utf8Json, key), item.ETag);
    }

    /// <returns>The new ETag.</returns>
    /// <exception cref="StorageConflictException">Another process wrote since <paramref name="etag"/>.</exception>
    public async Task<(string? ETag, int Bytes)> CommitAsync(
        string key, ConversationDocument document, string? etag, CancellationToken cancellationToken)
    {
        var item = new StoredItem(ConversationDocumentJson.Write(document)) { ETag = etag };
        await storage.WriteAsync(new Dictionary<string, object> { [key] = item }, cancellationToken);
        return (item.ETag, item.Utf8Json.Length);
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken) => storage.DeleteAsync([key], cancellationToken);
}
