using System.Globalization;
using CoachBot.BotBuilder;
using CoachBot.Coaching.Reminders;
using Microsoft.Data.Sqlite;

namespace CoachBot.Scheduling.Sqlite;

/// <summary>One machine: one shard, the record is its own row of the index.</summary>
internal sealed class SqliteCheckInStore(ScheduleDatabase database) : ICheckInStore
{
    private const string RecordColumns = "key, json, version, due, due_on, due_kind, last_on, last_again, zone_data";
    private const string EntryColumns = "key, day, kind, due, claimed, state, reason, done, json";

    public int Shards => 1;

    public Task<CheckInRecord?> ReadAsync(string key, CancellationToken cancellationToken) =>
        database.RunAsync(db => Read(db, key), cancellationToken);

    public Task<CheckInRecord> WriteAsync(CheckInRecord record, CancellationToken cancellationToken) =>
        database.RunAsync(db => Write(db, record) ?? throw new StorageConflictException(record.Key), cancellationToken);

    public async Task DeleteAsync(string key, CancellationToken cancellationToken)
    {
        await database.RunAsync(
            db =>
            {
                db.Execute("DELETE FROM check_ins WHERE key = $1", key);
                db.Execute("DELETE FROM check_in_ledger WHERE key = $1", key);
                db.Execute("DELETE FROM check_in_queue WHERE key = $1", key);
            },
            cancellationToken);
        await database.EmptyLogAsync(cancellationToken);
    }

    public Task<IReadOnlyList<CheckInRecord>> ReadDueAsync(int shard, DateTimeOffset upTo, int max, CheckInRecord? after, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<CheckInRecord>>(
            db => db.Query(
                $"SELECT {RecordColumns} FROM check_ins WHERE due IS NOT NULL AND due <= $1 AND (due, key) > ($2, $3) ORDER BY due, key LIMIT $4",
                ReadRecord, Ms(upTo), after is null ? long.MinValue : Ms(after.Due!.At), after?.Key ?? "", max),
            cancellationToken);

    public Task<IReadOnlyList<LedgerEntry>> ClaimAsync(IReadOnlyList<Claim> claims, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<LedgerEntry>>(
            db =>
            {
                var made = new List<LedgerEntry>(claims.Count);
                foreach (var claim in claims)
                {
                    if (Write(db, claim.Next with { ETag = claim.Record.ETag }) is not null && Insert(db, claim.Entry))
                        made.Add(claim.Entry);
                }

                return made;
            },
            cancellationToken);

    public Task<IReadOnlyList<LedgerEntry>> ReadUnqueuedAsync(int shard, DateTimeOffset claimedBefore, int max, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<LedgerEntry>>(
            db => db.Query(
                $"SELECT {EntryColumns} FROM check_in_ledger WHERE queued = 0 AND claimed < $1 ORDER BY claimed LIMIT $2", ReadEntry, Ms(claimedBefore), max),
            cancellationToken);

    public Task MarkQueuedAsync(IReadOnlyList<LedgerEntry> entries, CancellationToken cancellationToken) => database.RunAsync(
        db =>
        {
            foreach (var entry in entries)
                db.Execute("UPDATE check_in_ledger SET queued = 1 WHERE key = $1 AND day = $2 AND kind = $3", entry.Id.Key, entry.Id.On.DayNumber, entry.Id.Kind);
        },
        cancellationToken);

    public Task<LedgerEntry?> ReadEntryAsync(LedgerKey id, CancellationToken cancellationToken) => database.RunAsync(
        db => db.Query(
            $"SELECT {EntryColumns} FROM check_in_ledger WHERE key = $1 AND day = $2 AND kind = $3", ReadEntry, id.Key, id.On.DayNumber, id.Kind).FirstOrDefault(),
        cancellationToken);

    public Task FinishAsync(LedgerEntry entry, CancellationToken cancellationToken) => database.RunAsync(
        db => db.Execute(
            "UPDATE check_in_ledger SET state = $4, reason = $5, done = $6, json = NULL, queued = 1 WHERE key = $1 AND day = $2 AND kind = $3 AND state = 0",
            entry.Id.Key, entry.Id.On.DayNumber, entry.Id.Kind, (int)entry.State, entry.Reason, Ms(entry.DoneAt)),
        cancellationToken);

    public Task<IReadOnlyList<IndexedRecord>> ReadForAuditAsync(int shard, string? afterKey, int max, CancellationToken cancellationToken) =>
        database.RunAsync<IReadOnlyList<IndexedRecord>>(
            db => db.Query($"SELECT {RecordColumns} FROM check_ins WHERE key > $1 ORDER BY key LIMIT $2", ReadForAudit, afterKey ?? "", max),
            cancellationToken);

    public Task RepairAsync(CheckInRecord record, IndexedRecord found, CancellationToken cancellationToken) => WriteAsync(record, cancellationToken);

    public Task<int> RemoveStrayRowsAsync(int shard, bool repair, CancellationToken cancellationToken) => Task.FromResult(0);

    public Task PruneAsync(int shard, DateOnly before, CancellationToken cancellationToken) =>
        database.RunAsync(db => db.Execute("DELETE FROM check_in_ledger WHERE day < $1 AND state <> 0", before.DayNumber), cancellationToken);

    public Task<LedgerCounts> CountAsync(CancellationToken cancellationToken) => database.RunAsync(
        db =>
        {
            var states = db.Query("SELECT state, count(*) FROM check_in_ledger GROUP BY state", row => ((LedgerState)row.GetInt32(0), row.GetInt64(1)))
                .ToDictionary(row => row.Item1, row => row.Item2);
            var records = db.Query("SELECT count(*) FROM check_ins", row => row.GetInt64(0)).Single();
            long Of(LedgerState state) => states.GetValueOrDefault(state);
            return new LedgerCounts(records, Of(LedgerState.Claimed), Of(LedgerState.Sent), Of(LedgerState.Unknown), Of(LedgerState.Skipped), Of(LedgerState.Failed));
        },
        cancellationToken);

    public Task<DateTimeOffset?> OldestDueAsync(CancellationToken cancellationToken) => database.RunAsync(
        db => db.Query("SELECT min(due) FROM check_ins WHERE due IS NOT NULL", row => Time(row, 0)).Single(), cancellationToken);

    public Task<string?> ReadMarkAsync(int shard, CancellationToken cancellationToken) => database.RunAsync(
        db => db.Query("SELECT value FROM check_in_marks WHERE name = 'audit'", row => row.GetString(0)).FirstOrDefault(), cancellationToken);

    public Task WriteMarkAsync(int shard, string mark, CancellationToken cancellationToken) =>
        database.RunAsync(db => db.Execute("REPLACE INTO check_in_marks (name, value) VALUES ('audit', $1)", mark), cancellationToken);

    private static CheckInRecord? Read(ScheduleDatabase db, string key) =>
        db.Query($"SELECT {RecordColumns} FROM check_ins WHERE key = $1", ReadRecord, key).FirstOrDefault();

    /// <summary>Null when the version is another one.</summary>
    private static CheckInRecord? Write(ScheduleDatabase db, CheckInRecord record)
    {
        object?[] values =
        [
            record.Key, record.Utf8Json.ToArray(), Ms(record.Due?.At), record.Due?.On.DayNumber, record.Due?.Kind, record.LastOn?.DayNumber,
            Ms(record.LastAgain), record.ZoneData, record.ETag is { } etag ? long.Parse(etag, CultureInfo.InvariantCulture) : 0,
        ];
        var changed = record.ETag is null
            ? db.Execute(
                """
                INSERT INTO check_ins (key, json, version, due, due_on, due_kind, last_on, last_again, zone_data)
                VALUES ($1, $2, $9 + 1, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING
                """,
                values)
            : db.Execute(
                """
                UPDATE check_ins SET json = $2, version = version + 1, due = $3, due_on = $4, due_kind = $5, last_on = $6, last_again = $7, zone_data = $8
                WHERE key = $1 AND version = $9
                """,
                values);
        return changed == 1 ? record with { ETag = ((long)values[8]! + 1).ToString(CultureInfo.InvariantCulture) } : null;
    }

    private static bool Insert(ScheduleDatabase db, LedgerEntry entry) => db.Execute(
        """
        INSERT INTO check_in_ledger (key, day, kind, due, claimed, state, reason, done, json, queued)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING
        """,
        entry.Id.Key, entry.Id.On.DayNumber, entry.Id.Kind, Ms(entry.Due), Ms(entry.ClaimedAt), (int)entry.State, entry.Reason, Ms(entry.DoneAt),
        entry.State == LedgerState.Claimed ? entry.Schedule.ToArray() : null, entry.State == LedgerState.Claimed ? 0 : 1) == 1;

    private static IndexedRecord ReadForAudit(SqliteDataReader row)
    {
        var record = ReadRecord(row);
        return new IndexedRecord(record, record.Due is { } due ? [due.At] : []);
    }

    private static CheckInRecord ReadRecord(SqliteDataReader row) => new(row.GetString(0), row.GetFieldValue<byte[]>(1), row.GetInt64(2).ToString(CultureInfo.InvariantCulture))
    {
        Due = Time(row, 3) is { } at ? new DueCheckIn(at, Day(row, 4)!.Value, row.GetString(5)) : null,
        LastOn = Day(row, 6),
        LastAgain = Time(row, 7),
        ZoneData = row.GetString(8),
    };

    private static LedgerEntry ReadEntry(SqliteDataReader row) =>
        new(new LedgerKey(row.GetString(0), Day(row, 1)!.Value, row.GetString(2)), Time(row, 3)!.Value, Time(row, 4)!.Value)
        {
            State = (LedgerState)row.GetInt32(5),
            Reason = row.IsDBNull(6) ? null : row.GetString(6),
            DoneAt = Time(row, 7),
            Schedule = row.IsDBNull(8) ? default : row.GetFieldValue<byte[]>(8),
        };

    private static DateOnly? Day(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : DateOnly.FromDayNumber(row.GetInt32(column));

    private static DateTimeOffset? Time(SqliteDataReader row, int column) => row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));

    private static long? Ms(DateTimeOffset? time) => time?.ToUnixTimeMilliseconds();
}
