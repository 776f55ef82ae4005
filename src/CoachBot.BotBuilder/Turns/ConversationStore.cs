namespace CoachBot.BotBuilder.Turns;

/// <summary>Loads and commits conversation documents: one read, one conditional write.</summary>
internal sealed class ConversationStore(IStorage storage, Quarantine quarantine)
{
    public const string Prefix = "turns/";

    public static string Key(string channelId, string conversationId) => $"{Prefix}{channelId}/{conversationId}";

    public static string ChannelOf(string key) => key[Prefix.Length..key.IndexOf('/', Prefix.Length)];

    /// <summary>A document that cannot be read is put aside, and an empty one that knows the damage stands for it.</summary>
    /// <exception cref="NewerFormatException">A newer program wrote it.</exception>
    public async Task<(ConversationDocument Document, string? ETag)> LoadAsync(string key, CancellationToken cancellationToken)
    {
        var found = await storage.ReadAsync([key], cancellationToken);
        if (!found.TryGetValue(key, out var value))
            return (ConversationDocument.Empty, null);
        var item = (StoredItem)value;
        try
        {
            return (ConversationDocumentJson.Read(item.Utf8Json, key), item.ETag);
        }
        catch (InvalidDataException damage)
        {
            await quarantine.KeepAsync(key, item, damage, cancellationToken);
            return (ConversationDocument.Empty with { Damage = damage, LastSequence = AfterDamage }, item.ETag);
        }
    }

    /// <summary>Above every number that a client may have seen in the damaged document, so that it takes what follows as new.</summary>
    private const long AfterDamage = 1_000_000;

    /// <returns>The new ETag.</returns>
    /// <exception cref="StorageConflictException">Another process wrote since <paramref name="etag"/>.</exception>
    public async Task<(string? ETag, int Bytes)> CommitAsync(
        string key, ConversationDocument document, string? etag, CancellationToken cancellationToken)
    {
        var item = new StoredItem(ConversationDocumentJson.Write(document)) { ETag = etag, IsWaiting = document.HasPending };
        await storage.WriteAsync(new Dictionary<string, object> { [key] = item }, cancellationToken);
        return (item.ETag, item.Utf8Json.Length);
    }

    public Task DeleteAsync(string key, CancellationToken cancellationToken) => storage.DeleteAsync([key], cancellationToken);
}
