using System.Collections.Concurrent;

namespace CoachBot.Channels.BotFramework.Outgoing;

/// <summary>
/// Keeps calls within what the service allows: per conversation, and for all of this app's calls into one tenant. Who is told
/// to slow down makes everyone of the same budget wait. Each process counts for itself.
/// </summary>
internal sealed class RateBudgets(BotFrameworkOptions options, TimeProvider time)
{
    private const int CountBeforeSweep = 1000;
    private readonly ConcurrentDictionary<string, RateBudget> _conversations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RateBudget> _tenants = new(StringComparer.Ordinal);
    private int _nextSweep = CountBeforeSweep;

    /// <summary>Waits for a place in both budgets.</summary>
    public async Task WaitAsync(string conversationId, string? tenantId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var free = Conversation(conversationId).Reserve(now);
        free = Tenant(tenantId).Reserve(free);
        if (free > now)
            await Task.Delay(free - now, time, cancellationToken);
    }

    /// <summary>The service asked this conversation to pause.</summary>
    public void Pause(string conversationId, TimeSpan duration) => Conversation(conversationId).PauseUntil(time.GetUtcNow() + duration);

    private RateBudget Conversation(string id)
    {
        var budget = _conversations.GetOrAdd(id, _ => new RateBudget(options.ConversationRates));
        if (_conversations.Count > _nextSweep)
            Sweep();
        return budget;
    }

    private RateBudget Tenant(string? id) => _tenants.GetOrAdd(id ?? "", _ => new RateBudget(options.TenantRates));

    private void Sweep()
    {
        foreach (var (id, budget) in _conversations)
        {
            if (budget.IsIdle(time.GetUtcNow()))
                _conversations.TryRemove(new KeyValuePair<string, RateBudget>(id, budget));
        }

        _nextSweep = Math.Max(CountBeforeSweep, _conversations.Count * 2);
    }
}

/// <summary>Several limits at once over one stream of calls. Exact: it remembers when the last calls were.</summary>
internal sealed class RateBudget(IReadOnlyList<RateLimit> limits)
{
    private readonly Lock _lock = new();
    private readonly List<DateTimeOffset> _calls = [];
    private readonly int _most = limits.Max(limit => limit.Count);
    private readonly TimeSpan _longest = TimeSpan.FromSeconds(limits.Max(limit => limit.Seconds));
    private DateTimeOffset _pausedUntil;

    /// <summary>Takes the first free place at or after a time, in order of asking, and says when it is.</summary>
    public DateTimeOffset Reserve(DateTimeOffset from)
    {
        lock (_lock)
        {
            var free = Max(from, _pausedUntil);
            if (_calls.Count > 0)
                free = Max(free, _calls[^1]);
            foreach (var limit in limits.Where(limit => _calls.Count >= limit.Count))
                free = Max(free, _calls[^limit.Count].AddSeconds(limit.Seconds));

            _calls.Add(free);
            var old = _calls.FindIndex(call => call > from - _longest);
            _calls.RemoveRange(0, Math.Max(old, _calls.Count - _most));
            return free;
        }
    }

    public void PauseUntil(DateTimeOffset time)
    {
        lock (_lock)
            _pausedUntil = Max(_pausedUntil, time);
    }

    public bool IsIdle(DateTimeOffset now)
    {
        lock (_lock)
            return now > _pausedUntil && (_calls.Count == 0 || _calls[^1] + _longest < now);
    }

    private static DateTimeOffset Max(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
