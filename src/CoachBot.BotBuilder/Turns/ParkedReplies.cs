using System.Globalization;
using System.Runtime.CompilerServices;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Turns;

/// <summary>A message that no channel took, or of which nobody knows whether it arrived.</summary>
/// <param name="Key">The conversation's document and the number of the message in it: <c>turns/msteams/a:1#12</c>.</param>
/// <param name="Status"><c>refused</c> or <c>unknown</c>.</param>
/// <param name="Kind"><c>send</c>, <c>update</c> or <c>delete</c>.</param>
/// <param name="At">When its turn was.</param>
public sealed record ParkedReply(string Key, string Channel, string Status, string Kind, DateTimeOffset? At);

/// <summary>The messages that stay in outboxes because repeating them is for a person to decide. What they say is not shown.</summary>
public sealed class ParkedReplies
{
    private const int MaxTries = 8;
    private readonly IListingStorage _storage;
    private readonly ConversationStore _store;

    public ParkedReplies(IStorage storage)
    {
        _storage = storage as IListingStorage ?? throw new ArgumentException("The storage cannot list its keys.", nameof(storage));
        _store = new ConversationStore(storage, new Quarantine(storage, Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance));
    }

    /// <summary>Reads every conversation. One that cannot be read is left out: the next turn puts it aside.</summary>
    public async IAsyncEnumerable<ParkedReply> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var keys = await _storage.ListAsync(ConversationStore.Prefix, cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        foreach (var key in keys)
        {
            var (document, _) = await ReadAsync(key, cancellationToken);
            foreach (var entry in document?.Outbox.Where(IsParked) ?? [])
                yield return Describe(key, entry);
        }
    }

    /// <summary>
    /// Has it sent once more, by the host that runs, within a minute. One whose fate is unknown may then arrive twice, and it
    /// comes after what was sent since.
    /// </summary>
    /// <returns>False when there is no such parked message.</returns>
    /// <exception cref="StorageConflictException">Others kept writing first.</exception>
    public Task<bool> ResendAsync(string key, CancellationToken cancellationToken = default) =>
        ChangeAsync(key, OutboxStatus.Pending, cancellationToken);

    /// <summary>Gives it up for good.</summary>
    /// <inheritdoc cref="ResendAsync"/>
    public Task<bool> DropAsync(string key, CancellationToken cancellationToken = default) => ChangeAsync(key, null, cancellationToken);

    private async Task<bool> ChangeAsync(string key, OutboxStatus? status, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(key);
        var mark = key.LastIndexOf('#');
        if (mark < 0 || !long.TryParse(key.AsSpan(mark + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var sequence))
            return false;

        for (var attempt = 1; ; attempt++)
        {
            var (document, etag) = await ReadAsync(key[..mark], cancellationToken);
            if (document?.Outbox.FirstOrDefault(entry => entry.Sequence == sequence && IsParked(entry)) is not { } parked)
                return false;
            try
            {
                await _store.CommitAsync(key[..mark], document.WithOutbox(parked, status), etag, cancellationToken);
                return true;
            }
            catch (StorageConflictException) when (attempt < MaxTries)
            {
                // A turn came between: look again.
            }
        }
    }

    private async Task<(ConversationDocument? Document, string? ETag)> ReadAsync(string key, CancellationToken cancellationToken)
    {
        var found = await _storage.ReadAsync([key], cancellationToken);
        if (!found.TryGetValue(key, out var value) || value is not StoredItem item)
            return (null, null);
        try
        {
            return (ConversationDocumentJson.Read(item.Utf8Json, key), item.ETag);
        }
        catch (Exception e) when (e is InvalidDataException or NewerFormatException)
        {
            return (null, null);
        }
    }

    private static bool IsParked(OutboxEntry entry) => entry.Status != OutboxStatus.Pending;

    private static ParkedReply Describe(string key, OutboxEntry entry) => new(
        $"{key}#{entry.Sequence}",
        ConversationStore.ChannelOf(key),
        Word(entry.Status),
        Word(entry.Kind),
        entry.Kind == OutboxKind.Change ? null : ActivityJson.Parse(entry.Payload.Span).Timestamp);

    private static string Word<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();
}
