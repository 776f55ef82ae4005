using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CoachBot.BotBuilder.Turns;

/// <summary>
/// What the storage holds about a person: the documents of the user, the conversations and waiting activities that name them, and what
/// of these was put aside. It looks at every document: an operator's work, not a turn's.
/// </summary>
public sealed class StoredPersonalData(IStorage storage) : IPersonalData
{
    /// <summary>A host that runs may write while we delete; it finds the conflict, and we what it wrote.</summary>
    private const int MaxPasses = 3;

    private readonly IListingStorage _storage = storage as IListingStorage
        ?? throw new ArgumentException("The storage cannot list its keys.", nameof(storage));

    public async IAsyncEnumerable<KeyValuePair<string, JsonNode>> ExportAsync(
        string userId, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var person = PersonId.Parse(userId);
        await foreach (var (key, item) in FindAsync(person, cancellationToken))
            yield return new(key, Readable(item));
    }

    public async Task<int> ForgetAsync(string userId, CancellationToken cancellationToken = default)
    {
        var person = PersonId.Parse(userId);
        var count = 0;
        for (var pass = 1; pass <= MaxPasses; pass++)
        {
            var keys = new List<string>();
            await foreach (var (key, _) in FindAsync(person, cancellationToken))
                keys.Add(key);
            if (keys.Count == 0)
                break;

            // Conversations first: what they still owe to the user's document must not make it anew.
            keys.Sort((one, other) => Rank(one).CompareTo(Rank(other)));
            foreach (var key in keys)
                await _storage.DeleteAsync([key], cancellationToken);
            count += keys.Count;
        }

        return count;
    }

    private static int Rank(string key) => key.StartsWith(ConversationStore.Prefix, StringComparison.Ordinal) ? 0 : 1;

    private async IAsyncEnumerable<(string Key, StoredItem Item)> FindAsync(
        PersonId person, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Listed to the end first: a listing that is read slowly may time out.
        var keys = await _storage.ListAsync("", cancellationToken: cancellationToken).ToListAsync(cancellationToken);
        foreach (var key in keys)
        {
            if (!person.MayBeIn(key))
                continue;
            var found = await _storage.ReadAsync([key], cancellationToken);
            if (found.TryGetValue(key, out var value) && value is StoredItem item && person.IsIn(key, item.Utf8Json))
                yield return (key, item);
        }
    }

    private static JsonNode Readable(StoredItem item)
    {
        try
        {
            return item.Value.DeepClone();
        }
        catch (JsonException)
        {
            return JsonValue.Create(Convert.ToBase64String(item.Utf8Json.Span));
        }
    }
}
