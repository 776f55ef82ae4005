using System.Text.Json.Nodes;
using CoachBot.BotBuilder;

namespace CoachBot.Storage;

/// <summary>All that is stored about one person: what has their id in its key, and the conversations they take part in.</summary>
internal sealed class PersonalData(IListingStorage storage)
{
    private const string Conversations = "turns/";

    /// <param name="user">The person's id in their channel, alone or as "channel/id".</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public async Task<IReadOnlyList<string>> FindAsync(string user, CancellationToken cancellationToken)
    {
        var (channel, id) = user.Split('/', 2) is [var first, var second] ? (first, second) : (null, user);
        var (found, others) = (new List<string>(), new List<string>());
        await foreach (var key in storage.ListAsync("", cancellationToken: cancellationToken))
        {
            var names = key.Split('/');
            if (names.Contains(id) && (channel is null || names.Contains(channel))
                || key.StartsWith(Conversations, StringComparison.Ordinal) && (channel is null || names[1] == channel) && await IsWithAsync(key, id, cancellationToken))
                found.Add(key);
            else
                others.Add(key);
        }

        // What was put aside as unreadable, or waits to be done, is named after the conversation.
        var conversations = found.Where(key => key.StartsWith(Conversations, StringComparison.Ordinal)).Select(key => key[Conversations.Length..]).ToArray();
        return [.. found, .. others.Where(key => conversations.Any(name => key.Contains($"/{name}/", StringComparison.Ordinal)))];
    }

    public async Task<JsonObject> ReadAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var all = new JsonObject();
        foreach (var (key, item) in await storage.ReadAsync([.. keys], cancellationToken))
            all[key] = ((StoredItem)item).Value.DeepClone();
        return all;
    }

    public Task DeleteAsync(IReadOnlyList<string> keys, CancellationToken cancellationToken) => storage.DeleteAsync([.. keys], cancellationToken);

    private async Task<bool> IsWithAsync(string key, string id, CancellationToken cancellationToken)
    {
        var found = await storage.ReadAsync([key], cancellationToken);
        return found.TryGetValue(key, out var item) && (string?)((StoredItem)item).Value["reference"]?["user"]?["id"] == id;
    }
}
