using CoachBot.Coaching.Reminders;
using CoachBot.Scheduling;
using CoachBot.Scheduling.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Scheduling;

public sealed class CheckInWorkerTests : IDisposable
{
    private static readonly CancellationToken Never = CancellationToken.None;
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 25, 5, 45, 30, TimeSpan.Zero));
    private readonly ScheduleDatabase _database = new(null);
    private readonly CheckInMetrics _metrics = new();
    private readonly CheckInOptions _options = new() { Workers = 1, WorkspaceRate = 1 };
    private readonly TestSender _sender = new();
    private readonly SqliteCheckInStore _store;
    private readonly SqliteDispatchQueue _queue;
    private readonly CheckInSweeper _sweeper;
    private readonly CheckInWorker _worker;

    public CheckInWorkerTests()
    {
        _store = new SqliteCheckInStore(_database);
        _queue = new SqliteDispatchQueue(_database, "host", _time);
        _sweeper = new CheckInSweeper(_store, _queue, CheckInClock.Default, _options, _metrics, _time);
        _worker = new CheckInWorker(_store, _queue, _sender, new SendBudgets(_options, _time), _options, _metrics, _time, NullLogger<CheckInWorker>.Instance);
    }

    public void Dispose()
    {
        _database.Dispose();
        _metrics.Dispose();
    }

    [Fact]
    public async Task What_is_due_is_sent_and_the_lateness_known()
    {
        var id = await DueAsync("ana");

        await RoundAsync();

        Assert.Equal([(id, 0)], _sender.Tries);
        Assert.Equal(LedgerState.Sent, await StateAsync(id));
        Assert.Equal(30, _metrics.LatenessS(0.5));
    }

    [Fact]
    public async Task Who_is_busy_is_asked_again_with_a_new_attempt_until_it_is_too_late()
    {
        var id = await DueAsync("ana");
        _sender.Answer = _ => new SendResult(SendOutcome.Busy);

        await RoundAsync();
        await RoundAsync();
        Assert.Equal([(id, 0)], _sender.Tries);
        for (var i = 0; i < 60; i++)
        {
            _time.Advance(TimeSpan.FromMinutes(5.1));
            await RoundAsync();
        }

        Assert.Equal(Enumerable.Range(0, 36), _sender.Tries.Select(tried => tried.Attempt));
        Assert.Equal((LedgerState.Skipped, SkipReasons.Late), ((await EntryAsync(id)).State, (await EntryAsync(id)).Reason));
    }

    [Theory]
    [InlineData("Skipped", "answered", "Skipped", "answered")]
    [InlineData("Unknown", null, "Unknown", null)]
    [InlineData("Refused", null, "Failed", "refused")]
    public async Task Every_end_is_in_the_ledger(string outcome, string? reason, string state, string? expected)
    {
        var id = await DueAsync("ana");
        _sender.Answer = _ => new SendResult(Enum.Parse<SendOutcome>(outcome), reason);

        await RoundAsync();

        Assert.Equal((Enum.Parse<LedgerState>(state), expected), ((await EntryAsync(id)).State, (await EntryAsync(id)).Reason));
        Assert.Equal(0, await _queue.CountAsync(Never));
    }

    [Fact]
    public async Task A_channel_that_says_later_makes_its_whole_workspace_wait_and_no_other()
    {
        await DueAsync("ana", "slack", "T1");
        await DueAsync("ben", "slack", "T1");
        var other = await DueAsync("cem", "slack", "T2");
        _sender.Answer = entry => new SendResult(entry.Id == other ? SendOutcome.Sent : SendOutcome.Later);

        await RoundAsync();

        Assert.Equal(2, _sender.Tries.Count); // one of T1, and T2
        Assert.Equal(LedgerState.Sent, await StateAsync(other));
        _sender.Answer = _ => new SendResult(SendOutcome.Sent);
        for (var i = 0; i < 4; i++)
        {
            _time.Advance(TimeSpan.FromSeconds(31));
            await RoundAsync();
        }

        Assert.Equal(3, (await _store.CountAsync(Never)).Sent);
    }

    [Fact]
    public async Task A_fault_leaves_the_check_in_for_the_next_who_comes()
    {
        var id = await DueAsync("ana");
        _sender.Answer = _ => throw new IOException("away");
        await RoundAsync();
        Assert.Equal(LedgerState.Claimed, await StateAsync(id));

        _sender.Answer = _ => new SendResult(SendOutcome.Sent);
        _time.Advance(TimeSpan.FromMinutes(3));
        await RoundAsync();

        Assert.Equal([(id, 0), (id, 0)], _sender.Tries);
        Assert.Equal(LedgerState.Sent, await StateAsync(id));
    }

    [Fact]
    public async Task A_channel_that_this_process_lacks_is_left_to_others_until_it_is_too_late()
    {
        var id = await DueAsync("ana", "terminal");

        await _sweeper.SweepAsync(0, channel => channel != "terminal", Never);
        Assert.Null(await _store.ReadEntryAsync(id, Never));
        _time.Advance(TimeSpan.FromHours(4));
        await _sweeper.SweepAsync(0, channel => channel != "terminal", Never);

        Assert.Equal(LedgerState.Skipped, await StateAsync(id));
    }

    [Fact]
    public async Task A_runner_who_deleted_everything_in_between_hears_nothing()
    {
        await DueAsync("ana");
        await _sweeper.SweepAsync(0, _ => true, Never);
        await _store.DeleteAsync(Schedules.KeyOf("ana"), Never);

        await _worker.WorkAsync(Never);

        Assert.Empty(_sender.Tries);
        Assert.Equal(0, await _queue.CountAsync(Never));
    }

    private async Task RoundAsync()
    {
        await _sweeper.SweepAsync(0, _ => true, Never);
        var work = _worker.WorkAsync(Never);
        while (!work.IsCompleted)
        {
            // It waits for its place in a budget.
            await Task.WhenAny(work, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System));
            if (!work.IsCompleted)
                _time.Advance(TimeSpan.FromSeconds(1));
        }

        await work;
    }

    private async Task<LedgerKey> DueAsync(string runner, string channel = "directline", string tenant = null)
    {
        var schedule = Schedules.Schedule(Schedules.Times(), runner, channel);
        schedule.Reference.Conversation!.TenantId = tenant;
        var record = new CheckInRecord(Schedules.KeyOf(runner, channel), System.Text.Encoding.UTF8.GetBytes(schedule.ToJson().ToJsonString()), null);
        await _store.WriteAsync(record.Plan(CheckInClock.Default, _time.GetUtcNow().AddHours(-5)), Never);
        return new LedgerKey(record.Key, new DateOnly(2026, 11, 25), DueCheckIn.Morning);
    }

    private async Task<LedgerEntry> EntryAsync(LedgerKey id) => (await _store.ReadEntryAsync(id, Never))!;

    private async Task<LedgerState> StateAsync(LedgerKey id) => (await EntryAsync(id)).State;

    private sealed class TestSender : ICheckInSender
    {
        public List<(LedgerKey Id, int Attempt)> Tries { get; } = [];

        public Func<LedgerEntry, SendResult> Answer { get; set; } = _ => new SendResult(SendOutcome.Sent);

        public Task<SendResult> SendAsync(LedgerEntry entry, CheckInSchedule schedule, int attempt, CancellationToken cancellationToken)
        {
            Tries.Add((entry.Id, attempt));
            return Task.FromResult(Answer(entry));
        }
    }
}
