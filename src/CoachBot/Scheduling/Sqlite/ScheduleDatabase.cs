using Microsoft.Data.Sqlite;

namespace CoachBot.Scheduling.Sqlite;

/// <summary>
/// The schedule's tables in the SQLite file of the conversations, or in memory. One connection per process, one caller at a time;
/// other processes on the same file are waited for. A power cut may undo the last writes, together and in order.
/// </summary>
/// <param name="path">The file; null for memory.</param>
internal sealed class ScheduleDatabase(string? path) : IDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS check_ins (
          key TEXT PRIMARY KEY, json BLOB NOT NULL, version INTEGER NOT NULL, due INTEGER, due_on INTEGER, due_kind TEXT,
          last_on INTEGER, last_again INTEGER, zone_data TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS check_ins_due ON check_ins (due, key) WHERE due IS NOT NULL;
        CREATE TABLE IF NOT EXISTS check_in_ledger (
          key TEXT NOT NULL, day INTEGER NOT NULL, kind TEXT NOT NULL, due INTEGER NOT NULL, claimed INTEGER NOT NULL, state INTEGER NOT NULL,
          reason TEXT, done INTEGER, json BLOB, queued INTEGER NOT NULL, PRIMARY KEY (key, day, kind)) WITHOUT ROWID;
        CREATE INDEX IF NOT EXISTS check_in_ledger_open ON check_in_ledger (claimed) WHERE queued = 0;
        CREATE TABLE IF NOT EXISTS check_in_queue (
          id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL, day INTEGER NOT NULL, kind TEXT NOT NULL, attempt INTEGER NOT NULL,
          visible INTEGER NOT NULL, delivery INTEGER NOT NULL, queue TEXT NOT NULL);
        CREATE INDEX IF NOT EXISTS check_in_queue_visible ON check_in_queue (queue, visible);
        CREATE TABLE IF NOT EXISTS check_in_marks (name TEXT PRIMARY KEY, value TEXT NOT NULL, until INTEGER) WITHOUT ROWID;
        """;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private SqliteConnection? _connection;

    /// <summary>In one transaction: all of it or nothing.</summary>
    public async Task<T> RunAsync<T>(Func<ScheduleDatabase, T> work, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            Open();
            Execute("BEGIN IMMEDIATE");
            try
            {
                var result = work(this);
                Execute("COMMIT");
                return result;
            }
            catch
            {
                Execute("ROLLBACK");
                throw;
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    public Task RunAsync(Action<ScheduleDatabase> work, CancellationToken cancellationToken) => RunAsync(
        database =>
        {
            work(database);
            return true;
        },
        cancellationToken);

    /// <summary>Empties the write-ahead log, where the last versions of deleted rows would stay readable.</summary>
    public async Task EmptyLogAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            Open();
            Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Parameters are <c>$1</c>, <c>$2</c> … in the order given.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Command(sql, values).ExecuteNonQuery();

    public List<T> Query<T>(string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<object?> values)
    {
        using var reader = Command(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(read(reader));
        return rows;
    }

    public void Dispose()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        _connection?.Dispose();
        _turn.Dispose();
    }

    private SqliteCommand Command(string sql, ReadOnlySpan<object?> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            command = _connection!.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
                command.Parameters.Add(new SqliteParameter($"${i + 1}", null));
            _commands[sql] = command;
        }

        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        return command;
    }

    private void Open()
    {
        if (_connection is not null)
            return;

        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path ?? ":memory:", Pooling = false }.ToString());
        try
        {
            if (path is not null)
                PrivateFile.Create(path);
            connection.Open();
            _connection = connection;
            Execute("PRAGMA busy_timeout = 10000");
            Execute("PRAGMA journal_mode = WAL");
            Execute("PRAGMA synchronous = NORMAL");
            // What is deleted is overwritten and not only unlinked.
            Execute("PRAGMA secure_delete = ON");
            Execute(Schema);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
        {
            _connection = null;
            connection.Dispose();
            throw new SettingsException($"The database {path} (Storage:Path) cannot be opened: {e.Message}", e);
        }
    }
}
