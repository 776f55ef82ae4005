using System.Diagnostics;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;

namespace CoachBot.Health.Checks;

/// <summary>Writes, reads, loses a race on purpose, and deletes: what a turn needs of a storage.</summary>
internal sealed class StorageCheck(IStorage storage, TimeProvider time) : ISelfCheck
{
    public string Name => "storage";

    public async Task<SelfCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        var startedAt = Stopwatch.GetTimestamp();
        var key = $"doctor/{Environment.MachineName}-{Environment.ProcessId}";
        await WriteAsync(key, "*", cancellationToken);
        try
        {
            var found = await storage.ReadAsync([key], cancellationToken);
            if (!found.ContainsKey(key))
                return SelfCheckResult.Fail("What was written is not there.", "Look whether something deletes in this storage.");
            if (!await RefusesAsync(key, cancellationToken))
                return SelfCheckResult.Fail("It lets two writers overwrite each other.", "Use one of the storages in README, Settings.");
        }
        finally
        {
            await storage.DeleteAsync([key], CancellationToken.None);
        }

        return SelfCheckResult.Ok($"Written, read and deleted in {Stopwatch.GetElapsedTime(startedAt).TotalMilliseconds:0} ms; a second writer is refused.");
    }

    private async Task<bool> RefusesAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            await WriteAsync(key, null, cancellationToken);
            return false;
        }
        catch (StorageConflictException)
        {
            return true;
        }
    }

    private Task WriteAsync(string key, string? etag, CancellationToken cancellationToken)
    {
        var item = new StoredItem(new JsonObject { ["at"] = time.GetUtcNow().ToString("O") }, etag);
        return storage.WriteAsync(new Dictionary<string, object> { [key] = item }, cancellationToken);
    }
}
