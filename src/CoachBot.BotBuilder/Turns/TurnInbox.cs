using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;
using Microsoft.Extensions.Logging;

namespace CoachBot.BotBuilder.Turns;

/// <summary>
/// Takes activities in from channels that do not wait for ever. A turn past the caller's patience goes on, and its activity is
/// stored before the caller is told so: if this process dies, another takes the turn. The engine's dedupe makes that safe.
/// </summary>
public sealed class TurnInbox(TurnEngine engine, IStorage storage, TimeProvider time, ILogger<TurnInbox> log)
{
    private const string Prefix = "inbox/";
    private readonly ConcurrentDictionary<string, Task> _underWay = new(StringComparer.Ordinal);
    private readonly LastingKeys _promised = new(storage, Prefix, waitingOnly: false);

    /// <returns>The outcome; null when the turn takes longer than <paramref name="patience"/>, and surely takes place.</returns>
    /// <inheritdoc cref="TurnEngine.ProcessAsync"/>
    public async Task<TurnOutcome?> ProcessAsync(Activity activity, string? dedupeKey, TimeSpan patience)
    {
        ArgumentNullException.ThrowIfNull(activity);
        dedupeKey ??= activity.Id;

        // As it came: the turn may change it.
        var arrived = ActivityJson.Write(activity);
        var key = $"{Prefix}{activity.ChannelId}/{activity.Conversation?.Id}/{dedupeKey}";
        var turn = engine.ProcessAsync(activity, dedupeKey);
        try
        {
            return await turn.WaitAsync(patience, time);
        }
        catch (TimeoutException) when (!turn.IsCompleted)
        {
            Log.TurnTakesLong(log, key);
            var kept = new JsonObject { ["dedupeKey"] = dedupeKey, ["activity"] = JsonNode.Parse(arrived) };
            await storage.WriteAsync(new Dictionary<string, object> { [key] = new StoredItem(kept, "*") });
            GoOn(key, turn);
            return null;
        }
    }

    /// <summary>Begins a turn that nobody waits for and that need not outlive this process.</summary>
    public void Post(Activity activity, string dedupeKey) => GoOn(null, engine.ProcessAsync(activity, dedupeKey));

    /// <summary>Takes the turns that processes which died had promised. To be called now and then, by every process.</summary>
    public async Task RecoverAsync(CancellationToken cancellationToken = default)
    {
        // If its process is only slow, the engine knows the repetition.
        foreach (var key in (await _promised.StillThereAsync(cancellationToken)).Where(key => !_underWay.ContainsKey(key)))
            await RecoverAsync(key);
    }

    /// <summary>Ends when all turns that were begun are done, or when the time for it is over: what was promised is stored.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        foreach (var turn in _underWay.Values)
            await turn.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private async Task RecoverAsync(string key)
    {
        var found = await storage.ReadAsync([key]);
        if (!found.TryGetValue(key, out var value))
            return;
        var kept = ((StoredItem)value).Value;
        var activity = ActivityJson.Parse(JsonSerializer.SerializeToUtf8Bytes(kept["activity"]));
        GoOn(key, engine.ProcessAsync(activity, (string?)kept["dedupeKey"]));
    }

    private void GoOn(string? key, Task turn)
    {
        var name = key ?? $"turn-{turn.Id}";
        var finish = FinishAsync(name, key, turn);
        _underWay[name] = finish;
        _ = finish.ContinueWith(_ => _underWay.TryRemove(name, out var _), TaskScheduler.Default);
    }

    private async Task FinishAsync(string name, string? key, Task turn)
    {
        try
        {
            await turn;
            if (key is not null)
                await storage.DeleteAsync([key]);
        }
        catch (Exception e)
        {
            Log.TurnFailedLate(log, name, e);
        }
    }
}
