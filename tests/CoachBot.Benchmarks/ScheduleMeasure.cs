using System.Diagnostics;
using System.Globalization;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Queues;
using CoachBot.BotBuilder.Schema;
using CoachBot.Coaching.Reminders;
using CoachBot.Scheduling;
using CoachBot.Scheduling.Azure;
using CoachBot.Scheduling.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoachBot.Benchmarks;

/// <summary>
/// <c>schedule sqlite 1000000</c> or <c>schedule "CONNECTION STRING" 100000</c>: lets a hundredth of so many fall due, first with
/// nobody else registered, then among ten and a hundred times as many, so that the cost of a sweep can be compared.
/// </summary>
internal static class ScheduleMeasure
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    public static async Task RunAsync(string[] args)
    {
        var count = int.Parse(args[1], CultureInfo.InvariantCulture);
        var dueCount = count / 100;
        Console.WriteLine("registered | due | write records/s | empty sweep ms | calls of it | sweep rows/s | its CPU µs/row | send prompts/s | calls per prompt");
        foreach (var registered in new[] { dueCount, dueCount * 10, count })
            await MeasureAsync(args[0], registered, dueCount);
    }

    private static async Task MeasureAsync(string where, int registered, int dueCount)
    {
        var folder = Directory.CreateTempSubdirectory("coachbot-schedule").FullName;
        var clock = new Clock { Now = Start };
        using var database = new ScheduleDatabase(Path.Combine(folder, "coach.db"));
        var calls = new CallCount();
        var (store, queue) = where == "sqlite"
            ? ((ICheckInStore)new SqliteCheckInStore(database), (IDispatchQueue)new SqliteDispatchQueue(database, "host", clock))
            : Azure(where, calls);
        using var metrics = new CheckInMetrics();
        var options = new CheckInOptions { Workers = 16 };
        var sweeper = new CheckInSweeper(store, queue, CheckInClock.Default, options, metrics, clock);
        var worker = new CheckInWorker(store, queue, new Silent(), new SendBudgets(options, clock), options, metrics, clock, NullLogger<CheckInWorker>.Instance);

        var written = await TimeAsync(() => Parallel.ForEachAsync(
            Enumerable.Range(0, registered),
            new ParallelOptions { MaxDegreeOfParallelism = where == "sqlite" ? 1 : 32 },
            async (i, stop) => await store.WriteAsync(Record(i, isDue: i < dueCount), stop)));
        clock.Now = Start.AddHours(12);
        await SweepAsync(store, sweeper); // the first opens what it needs
        calls.Count = 0;
        var empty = await TimeAsync(() => SweepAsync(store, sweeper));
        clock.Now = Start.AddDays(1);
        var emptyCalls = calls.Count;
        calls.Count = 0;
        var taken = 0;
        var cpu = Environment.CpuUsage.TotalTime;
        var swept = await TimeAsync(async () => taken = await SweepAsync(store, sweeper));
        cpu = Environment.CpuUsage.TotalTime - cpu; // which a loaded machine does not change
        var sent = await TimeAsync(async () =>
        {
            while (await worker.WorkAsync(CancellationToken.None) > 0)
            {
            }
        });
        if (taken != dueCount)
            throw new InvalidOperationException($"{taken} of {dueCount} were taken.");
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{registered} | {taken} | {registered / written:0} | {empty * 1000:0.0} | {emptyCalls} | {taken / swept:0} | {cpu.TotalMicroseconds / taken:0} | {taken / sent:0} | {(double)calls.Count / taken:0.00}"));
        Directory.Delete(folder, recursive: true);
    }

    private static async Task<int> SweepAsync(ICheckInStore store, CheckInSweeper sweeper)
    {
        var taken = 0;
        for (var shard = 0; shard < store.Shards; shard++)
            taken += (await sweeper.SweepAsync(shard, _ => true, CancellationToken.None)).Taken;
        return taken;
    }

    /// <summary>Due tomorrow at 11:45, or in a month.</summary>
    private static CheckInRecord Record(int i, bool isDue)
    {
        var times = new CheckInTimes { Zone = "UTC", Time = new TimeOnly(11, 45), PausedUntil = isDue ? null : new DateOnly(2026, 12, 24) };
        var reference = new ConversationReference
        {
            ChannelId = "directline",
            Conversation = new ConversationAccount(id: $"conversation-{i}"),
            User = new ChannelAccount($"dl_{i}"),
            Bot = new ChannelAccount("coach"),
        };
        var json = Encoding.UTF8.GetBytes(new CheckInSchedule(times, reference).ToJson().ToJsonString());
        return new CheckInRecord($"{CheckInSchedule.KeyPrefix}directline/dl_{i}", json, null).Plan(CheckInClock.Default, Start);
    }

    private static (ICheckInStore, IDispatchQueue) Azure(string connection, CallCount calls)
    {
        var name = $"measure{Environment.ProcessId}x{Stopwatch.GetTimestamp()}";
        var tables = new TableClientOptions();
        tables.AddPolicy(calls, HttpPipelinePosition.PerCall);
        var queues = new QueueClientOptions();
        queues.AddPolicy(calls, HttpPipelinePosition.PerCall);
        return (new TableCheckInStore(new TableClient(connection, name, tables)), new AzureDispatchQueue(new QueueClient(connection, name, queues)));
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private sealed class CallCount : HttpPipelineSynchronousPolicy
    {
        private int _count;

        public int Count
        {
            get => _count;
            set => _count = value;
        }

        public override void OnSendingRequest(HttpMessage message) => Interlocked.Increment(ref _count);
    }

    private sealed class Silent : ICheckInSender
    {
        public Task<SendResult> SendAsync(LedgerEntry entry, CheckInSchedule schedule, int attempt, CancellationToken cancellationToken) =>
            Task.FromResult(new SendResult(SendOutcome.Sent));
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
