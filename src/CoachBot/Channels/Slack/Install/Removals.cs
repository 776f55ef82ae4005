using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels.Slack.Install;

/// <summary>
/// A workspace removed the app: its token goes, then all that its people told. What is still to be removed is written down first, so
/// that a process that ends in the middle is followed by one that goes on.
/// </summary>
internal sealed class Removals(
    Installations installations, IStorage storage, IServiceProvider services, TimeProvider time, ILogger<Removals> log)
    : BackgroundService
{
    private const string PendingKey = "slack/removals";
    private const int MaxTries = 8;

    /// <summary>Done when nothing of the workspace is left.</summary>
    public async Task RemoveAsync(string workspace, CancellationToken cancellationToken)
    {
        await MarkAsync(workspace, isPending: true, cancellationToken);
        await installations.RemoveAsync(workspace, cancellationToken);

        // Conversations first: a turn that is under way may still change its runner.
        await DeleteConversationsAsync(workspace, cancellationToken);
        var engine = services.GetRequiredService<TurnEngine>();
        await foreach (var user in ListAsync($"{SlackIds.Channel}/users/{workspace}:", cancellationToken))
            await engine.ProcessAsync(Removed(workspace, user), cancellationToken: cancellationToken);
        await DeleteConversationsAsync(workspace, cancellationToken);
        await MarkAsync(workspace, isPending: false, cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            var (pending, _) = await ReadAsync(stoppingToken);
            foreach (var workspace in pending.Select(pair => pair.Key).ToArray())
                await RemoveAsync(workspace, stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            // The next start tries again.
            Log.SlackRemovalWaits(log, e);
        }
    }

    private async Task DeleteConversationsAsync(string workspace, CancellationToken cancellationToken)
    {
        var engine = services.GetRequiredService<TurnEngine>();
        await foreach (var channel in ListAsync($"turns/{SlackIds.Channel}/{workspace}:", cancellationToken))
            await engine.DeleteAsync(SlackIds.Channel, SlackIds.Conversation(workspace, channel), cancellationToken);
    }

    /// <summary>What stands behind a prefix in the keys of the storage.</summary>
    private async IAsyncEnumerable<string> ListAsync(string prefix, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var keys = new List<string>();
        await foreach (var key in ((IListingStorage)storage).ListAsync(prefix, cancellationToken: cancellationToken))
            keys.Add(key);
        foreach (var key in keys)
            yield return key[prefix.Length..];
    }

    /// <summary>What Bot Builder calls it: the bot forgets the runner, with whatever else it planned for them.</summary>
    private Activity Removed(string workspace, string user) => new(ActivityTypes.InstallationUpdate)
    {
        Id = $"removed:{user}:{time.GetUtcNow():O}",
        Action = InstallationUpdateActionTypes.Remove,
        ChannelId = SlackIds.Channel,
        Conversation = new ConversationAccount(id: SlackIds.Conversation(workspace, $"removed-{user}"), tenantId: workspace),
        From = new ChannelAccount(SlackIds.User(workspace, user), role: RoleTypes.User),
        Recipient = SlackActivities.Bot,
    };

    private async Task MarkAsync(string workspace, bool isPending, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (pending, etag) = await ReadAsync(cancellationToken);
            if (pending.ContainsKey(workspace) == isPending)
                return;
            if (isPending)
                pending[workspace] = time.GetUtcNow();
            else
                pending.Remove(workspace);

            try
            {
                await storage.WriteAsync(new Dictionary<string, object> { [PendingKey] = new StoredItem(pending, etag) }, cancellationToken);
                return;
            }
            catch (StorageConflictException) when (attempt < MaxTries)
            {
                // Someone else wrote: look again.
            }
        }
    }

    private async Task<(JsonObject Pending, string? ETag)> ReadAsync(CancellationToken cancellationToken)
    {
        var found = await storage.ReadAsync([PendingKey], cancellationToken);
        return found.TryGetValue(PendingKey, out var item) ? (((StoredItem)item).Value, ((StoredItem)item).ETag) : ([], null);
    }
}
