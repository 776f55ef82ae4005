using CoachBot.Coaching.Reminders;
using CoachBot.Scheduling;
using CoachBot.Scheduling.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoachBot.Tests.Scheduling;

/// <summary>A clock that is put anywhere, backwards too.</summary>
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    public override DateTimeOffset GetUtcNow() => Now;
}

/// <summary>A process died here.</summary>
internal sealed class CrashException : Exception;

/// <summary>Dies before or after a step, now and then.</summary>
internal sealed class Chaos(Random random, double rate)
{
    public bool IsOn { get; set; } = true;

    public int Crashes { get; private set; }

    public async Task<T> StepAsync<T>(Func<Task<T>> step)
    {
        MayDie();
        var result = await step();
        MayDie();
        return result;
    }

    public Task StepAsync(Func<Task> step) => StepAsync(async () =>
    {
        await step();
        return true;
    });

    private void MayDie()
    {
        if (!IsOn || random.NextDouble() >= rate)
            return;
        Crashes++;
        throw new CrashException();
    }
}

/// <summary>The coach's side as the engine gives it: a try that was made is answered as recorded, and a date is said once.</summary>
internal sealed class RecordedSender(Random random, double busyRate) : ICheckInSender
{
    private readonly Dictionary<(LedgerKey, int), SendResult> _recorded = [];

    public Dictionary<LedgerKey, int> Said { get; } = [];

    public Task<SendResult> SendAsync(LedgerEntry entry, CheckInSchedule schedule, int attempt, CancellationToken cancellationToken)
    {
        if (_recorded.TryGetValue((entry.Id, attempt), out var before))
            return Task.FromResult(before);

        var result = new SendResult(attempt < 3 && random.NextDouble() < busyRate ? SendOutcome.Busy : SendOutcome.Sent);
        if (result.Outcome == SendOutcome.Sent)
            Said[entry.Id] = Said.GetValueOrDefault(entry.Id) + 1;
        return Task.FromResult(_recorded[(entry.Id, attempt)] = result);
    }

    /// <summary>The engine too remembers the last ones only; enough where nothing is under way.</summary>
    public void ForgetTries() => _recorded.Clear();
}

/// <summary>The schedule with several rival processes over one store, whose every step may be the last.</summary>
internal sealed class ScheduleWorld : IDisposable
{
    private readonly CheckInMetrics _metrics = new();
    private readonly ScheduleDatabase _database = new(null);
    private readonly CheckInOptions _options = new() { Workers = 1 };

    public ScheduleWorld(DateTimeOffset start, int seed, int rivals, double crashRate)
    {
        Random = new Random(seed);
        Clock = new SetClock(start);
        Chaos = new Chaos(Random, crashRate);
        Sender = new RecordedSender(Random, busyRate: 0.02);
        Store = new SqliteCheckInStore(_database);
        Queue = new SqliteDispatchQueue(_database, "host", Clock);
        var (store, queue) = (new DyingStore(Store, Chaos), new DyingQueue(Queue, Chaos));
        Sweepers = [.. Enumerable.Range(0, rivals).Select(_ => new CheckInSweeper(store, queue, CheckInClock.Default, _options, _metrics, Clock))];
        Worker = new CheckInWorker(
            store, queue, new DyingSender(Sender, Chaos), new SendBudgets(_options, Clock), _options, _metrics, Clock, NullLogger<CheckInWorker>.Instance);
    }

    public Random Random { get; }

    public SetClock Clock { get; }

    public Chaos Chaos { get; }

    public RecordedSender Sender { get; }

    public ICheckInStore Store { get; }

    public IDispatchQueue Queue { get; }

    public IReadOnlyList<CheckInSweeper> Sweepers { get; }

    public CheckInWorker Worker { get; }

    public async Task SweepAsync(CheckInSweeper sweeper)
    {
        try
        {
            await sweeper.SweepAsync(0, _ => true, CancellationToken.None);
        }
        catch (CrashException)
        {
            // Another process goes on.
        }
    }

    /// <summary>Until nothing comes any more.</summary>
    public async Task WorkAsync()
    {
        try
        {
            while (await Worker.WorkAsync(CancellationToken.None) > 0)
            {
            }
        }
        catch (CrashException)
        {
        }
    }

    /// <summary>Every entry of the ledger: runner, date, kind and state.</summary>
    public Task<List<(string Key, DateOnly On, string Kind, LedgerState State, string? Reason)>> LedgerAsync() => _database.RunAsync(
        db => db.Query(
            "SELECT key, day, kind, state, reason FROM check_in_ledger",
            row => (row.GetString(0), DateOnly.FromDayNumber(row.GetInt32(1)), row.GetString(2), (LedgerState)row.GetInt32(3), row.IsDBNull(4) ? null : row.GetString(4))),
        CancellationToken.None);

    public void Dispose()
    {
        _database.Dispose();
        _metrics.Dispose();
    }

    private sealed class DyingSender(ICheckInSender inner, Chaos chaos) : ICheckInSender
    {
        public Task<SendResult> SendAsync(LedgerEntry entry, CheckInSchedule schedule, int attempt, CancellationToken cancellationToken) =>
            chaos.StepAsync(() => inner.SendAsync(entry, schedule, attempt, cancellationToken));
    }

    private sealed class DyingQueue(IDispatchQueue inner, Chaos chaos) : IDispatchQueue
    {
        public Task SendAsync(IReadOnlyList<DispatchMessage> messages, CancellationToken cancellationToken) => chaos.StepAsync(() => inner.SendAsync(messages, cancellationToken));

        public Task<IReadOnlyList<ReceivedDispatch>> ReceiveAsync(int max, TimeSpan hidden, CancellationToken cancellationToken) =>
            chaos.StepAsync(() => inner.ReceiveAsync(max, hidden, cancellationToken));

        public Task CompleteAsync(ReceivedDispatch message, CancellationToken cancellationToken) => chaos.StepAsync(() => inner.CompleteAsync(message, cancellationToken));

        public Task PutOffAsync(ReceivedDispatch message, int attempt, TimeSpan time, CancellationToken cancellationToken) =>
            chaos.StepAsync(() => inner.PutOffAsync(message, attempt, time, cancellationToken));

        public Task<long> CountAsync(CancellationToken cancellationToken) => inner.CountAsync(cancellationToken);
    }

    /// <summary>Only the calls of sweepers and workers.</summary>
    private sealed class DyingStore(ICheckInStore inner, Chaos chaos) : ICheckInStore
    {
        public int Shards => inner.Shards;

        public Task<CheckInRecord?> ReadAsync(string key, CancellationToken cancellationToken) => chaos.StepAsync(() => inner.ReadAsync(key, cancellationToken));

        public Task<IReadOnlyList<CheckInRecord>> ReadDueAsync(int shard, DateTimeOffset upTo, int max, CheckInRecord? after, CancellationToken cancellationToken) =>
            chaos.StepAsync(() => inner.ReadDueAsync(shard, upTo, max, after, cancellationToken));

        public Task<IReadOnlyList<LedgerEntry>> ClaimAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken) =>
            chaos.StepAsync(() => inner.ClaimAsync(claims, cancellationToken));

        public Task<IReadOnlyList<LedgerEntry>> ReadUnqueuedAsync(int shard, DateTimeOffset claimedBefore, int max, CancellationToken cancellationToken) =>
            chaos.StepAsync(() => inner.ReadUnqueuedAsync(shard, claimedBefore, max, cancellationToken));

        public Task MarkQueuedAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken) => chaos.StepAsync(() => inner.MarkQueuedAsync(entries, cancellationToken));

        public Task<LedgerEntry?> ReadEntryAsync(LedgerKey id, CancellationToken cancellationToken) => chaos.StepAsync(() => inner.ReadEntryAsync(id, cancellationToken));

        public Task FinishAsync(LedgerEntry entry, CancellationToken cancellationToken) => chaos.StepAsync(() => inner.FinishAsync(entry, cancellationToken));

        public Task<CheckInRecord> WriteAsync(CheckInRecord record, CancellationToken cancellationToken) => inner.WriteAsync(record, cancellationToken);

        public Task DeleteAsync(string key, CancellationToken cancellationToken) => inner.DeleteAsync(key, cancellationToken);

        public Task<IReadOnlyList<IndexedRecord>> ReadForAuditAsync(int shard, string? afterKey, int max, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task RepairAsync(CheckInRecord record, IndexedRecord found, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<int> RemoveStrayRowsAsync(int shard, bool repair, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task PruneAsync(int shard, DateOnly before, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<LedgerCounts> CountAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<DateTimeOffset?> OldestDueAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task<string?> ReadMarkAsync(int shard, CancellationToken cancellationToken) => throw new NotSupportedException();

        public Task WriteMarkAsync(int shard, string mark, CancellationToken cancellationToken) => throw new NotSupportedException();
    }
}
