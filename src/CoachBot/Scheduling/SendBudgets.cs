using System.Collections.Concurrent;
using CoachBot.BotBuilder.Schema;
using ChannelNames = CoachBot.BotBuilder.Connector.Channels;

namespace CoachBot.Scheduling;

/// <summary>
/// How fast check-ins may leave: per channel and tenant, or Slack workspace. The processes share a budget by dividing it. A channel
/// that says "later" makes everyone of the same budget wait.
/// </summary>
internal sealed class SendBudgets(CheckInOptions options, TimeProvider time)
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestSpread = TimeSpan.FromMinutes(10);
    private readonly ConcurrentDictionary<string, Budget> _budgets = new(StringComparer.Ordinal);
    private volatile int _processes = 1;
    private long _backlog;

    /// <summary>What the last look at the leases and the queue showed.</summary>
    public void Share(int processes, long backlog)
    {
        _processes = Math.Max(1, processes);
        Volatile.Write(ref _backlog, backlog);
    }

    /// <summary>
    /// Takes a place, and says how long to wait for it. More than <see cref="Soon"/> means that no place was taken: come back after
    /// that time, which is spread so that a long queue does not come back at once.
    /// </summary>
    /// <param name="reference">Where to.</param>
    /// <param name="id">Of the check-in, for its place in the spread.</param>
    public TimeSpan Reserve(ConversationReference reference, string id)
    {
        if (Rate(reference.ChannelId) is not { } rate)
            return TimeSpan.Zero;

        var wait = _budgets.GetOrAdd(NameOf(reference), _ => new Budget()).Reserve(time.GetUtcNow(), TimeSpan.FromSeconds(_processes / rate), Soon);
        if (wait <= Soon)
            return wait;

        var spread = Math.Min(Volatile.Read(ref _backlog) * _processes / rate, LongestSpread.TotalSeconds);
        return wait + TimeSpan.FromSeconds(spread * (Coaching.Reminders.StableHash.Of("spread", id) % 1000 / 1000.0));
    }

    public void Pause(ConversationReference reference, TimeSpan duration)
    {
        if (Rate(reference.ChannelId) is not null)
            _budgets.GetOrAdd(NameOf(reference), _ => new Budget()).Pause(time.GetUtcNow() + duration);
    }

    /// <summary>Per second; null where clients fetch from us and nothing has to be called.</summary>
    private double? Rate(string? channelId) => channelId switch
    {
        ChannelNames.Directline or ChannelNames.Webchat or "terminal" => null,
        ChannelNames.Slack => options.WorkspaceRate,
        _ => options.TenantRate,
    };

    private static string NameOf(ConversationReference reference) =>
        $"{reference.ChannelId}/{reference.Conversation?.TenantId ?? reference.Conversation?.Id?.Split(':', '/')[0]}";

    private sealed class Budget
    {
        private readonly Lock _lock = new();
        private DateTimeOffset _free;

        public TimeSpan Reserve(DateTimeOffset now, TimeSpan each, TimeSpan most)
        {
            lock (_lock)
            {
                var wait = _free > now ? _free - now : TimeSpan.Zero;
                if (wait <= most)
                    _free = now + wait + each;
                return wait;
            }
        }

        public void Pause(DateTimeOffset until)
        {
            lock (_lock)
                _free = until > _free ? until : _free;
        }
    }
}
