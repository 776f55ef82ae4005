using System.Globalization;

namespace CoachBot.Scheduling.Sqlite;

/// <param name="database">The file of the schedule.</param>
/// <param name="name">Processes of one name share the work; one that speaks in other channels has another.</param>
/// <param name="time">The clock.</param>
internal sealed class SqliteDispatchQueue(ScheduleDatabase database, string name, TimeProvider time) : IDispatchQueue
{
    public Task SendAsync(IReadOnlyList<DispatchMessage> messages, CancellationToken cancellationToken) => database.RunAsync(
        db =>
        {
            var now = Now();
            foreach (var (id, attempt) in messages)
            {
                db.Execute(
                    "INSERT INTO check_in_queue (key, day, kind, attempt, visible, delivery, queue) VALUES ($1, $2, $3, $4, $5, 0, $6)",
                    id.Key, id.On.DayNumber, id.Kind, attempt, now, name);
            }
        },
        cancellationToken);

    public Task<IReadOnlyList<ReceivedDispatch>> ReceiveAsync(int max, TimeSpan hidden, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<ReceivedDispatch>>(
            db => db.Query(
                """
                UPDATE check_in_queue SET visible = $2, delivery = delivery + 1
                WHERE id IN (SELECT id FROM check_in_queue WHERE queue = $4 AND visible <= $1 ORDER BY visible LIMIT $3)
                RETURNING key, day, kind, attempt, id, delivery
                """,
                row => new ReceivedDispatch(
                    new DispatchMessage(new LedgerKey(row.GetString(0), DateOnly.FromDayNumber(row.GetInt32(1)), row.GetString(2)), row.GetInt32(3)),
                    string.Create(CultureInfo.InvariantCulture, $"{row.GetInt64(4)}:{row.GetInt64(5)}")),
                Now(), Now() + (long)hidden.TotalMilliseconds, max, name),
            cancellationToken);

    public Task CompleteAsync(ReceivedDispatch message, CancellationToken cancellationToken) =>
        database.RunAsync(db => db.Execute("DELETE FROM check_in_queue WHERE id = $1 AND delivery = $2", [.. Handle(message)]), cancellationToken);

    public Task PutOffAsync(ReceivedDispatch message, int attempt, TimeSpan time, CancellationToken cancellationToken) => database.RunAsync(
        db => db.Execute(
            "UPDATE check_in_queue SET attempt = $3, visible = $4 WHERE id = $1 AND delivery = $2", [.. Handle(message), attempt, Now() + (long)time.TotalMilliseconds]),
        cancellationToken);

    public Task<long> CountAsync(CancellationToken cancellationToken) =>
        database.RunAsync(db => db.Query("SELECT count(*) FROM check_in_queue WHERE queue = $1", row => row.GetInt64(0), name).Single(), cancellationToken);

    /// <summary>A delivery that is over its time, and was given to someone else, has no say any more.</summary>
    private static IEnumerable<object?> Handle(ReceivedDispatch message) =>
        message.Handle.Split(':').Select(object? (part) => long.Parse(part, CultureInfo.InvariantCulture));

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
