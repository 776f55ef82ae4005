namespace CoachBot.Scheduling.Sqlite;

/// <summary>One shard: whoever holds it sweeps. Each name (a kind of process) has its own.</summary>
internal sealed class SqliteShardLeases(ScheduleDatabase database, string name, string owner, TimeProvider time) : IShardLeases
{
    private static readonly TimeSpan Length = TimeSpan.FromSeconds(60);

    public Task<HeldShards> HoldAsync(CancellationToken cancellationToken) => database.RunAsync(
        db =>
        {
            var now = time.GetUtcNow();
            var held = db.Execute(
                """
                INSERT INTO check_in_marks (name, value, until) VALUES ($1, $2, $3)
                ON CONFLICT (name) DO UPDATE SET value = $2, until = $3 WHERE value = $2 OR until <= $4 OR until > $3
                """,
                $"lease/{name}", owner, (now + Length).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());
            return new HeldShards(held == 1 ? [0] : [], 1);
        },
        cancellationToken);

    public Task ReleaseAsync(CancellationToken cancellationToken) =>
        database.RunAsync(db => db.Execute("DELETE FROM check_in_marks WHERE name = $1 AND value = $2", $"lease/{name}", owner), cancellationToken);
}
