using Microsoft.Data.Sqlite;

namespace CoachBot.Storage;

/// <summary>One open connection with its prepared commands; for one thread at a time.</summary>
internal sealed class SqliteSession : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _read;
    private readonly SqliteCommand _version;
    private readonly SqliteCommand _put;
    private readonly SqliteCommand _delete;

    public SqliteSession(string path)
    {
        _connection = Open(path);
        _read = Prepare("SELECT json, version FROM items WHERE key = $key");
        _version = Prepare("SELECT version FROM items WHERE key = $key");
        _put = Prepare("REPLACE INTO items (key, json, waiting) VALUES ($key, $json, $waiting) RETURNING version", "$json", "$waiting");
        _delete = Prepare("DELETE FROM items WHERE key = $key");
    }

    /// <summary>
    /// REPLACE gives the row a new number, and AUTOINCREMENT never gives one twice: the version changes with every write,
    /// also when an item was deleted in between.
    /// </summary>
    public static void CreateTable(string path)
    {
        using var connection = Open(path);
        Execute(connection, "PRAGMA journal_mode = WAL");
        Execute(connection, """
            CREATE TABLE IF NOT EXISTS items (
                version INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, json BLOB NOT NULL, waiting INTEGER NOT NULL DEFAULT 0)
            """);

        // Files of the first release have no such column.
        using var column = connection.CreateCommand();
        column.CommandText = "SELECT count(*) FROM pragma_table_info('items') WHERE name = 'waiting'";
        if ((long)column.ExecuteScalar()! == 0)
            Execute(connection, "ALTER TABLE items ADD COLUMN waiting INTEGER NOT NULL DEFAULT 0");
        Execute(connection, "CREATE INDEX IF NOT EXISTS items_waiting ON items (key) WHERE waiting");
    }

    public (byte[] Json, long Version)? Read(string key)
    {
        _read.Parameters["$key"].Value = key;
        using var reader = _read.ExecuteReader();
        return reader.Read() ? (reader.GetFieldValue<byte[]>(0), reader.GetInt64(1)) : null;
    }

    public long? Version(string key)
    {
        _version.Parameters["$key"].Value = key;
        return (long?)_version.ExecuteScalar();
    }

    public IReadOnlyList<string> List(string prefix, bool waitingOnly)
    {
        // Not LIKE: it knows no case, and keys hold its wildcards. The last character there is ends the range.
        using var list = _connection.CreateCommand();
        list.CommandText = "SELECT key FROM items WHERE key >= $prefix AND key < $prefix || char(1114111)" + (waitingOnly ? " AND waiting" : "");
        list.Parameters.AddWithValue("$prefix", prefix);
        using var reader = list.ExecuteReader();
        var keys = new List<string>();
        while (reader.Read())
            keys.Add(reader.GetString(0));
        return keys;
    }

    public long Put(string key, byte[] json, bool isWaiting)
    {
        _put.Parameters["$key"].Value = key;
        _put.Parameters["$json"].Value = json;
        _put.Parameters["$waiting"].Value = isWaiting ? 1 : 0;
        return (long)_put.ExecuteScalar()!;
    }

    public void Delete(string key)
    {
        _delete.Parameters["$key"].Value = key;
        _delete.ExecuteNonQuery();
    }

    public void InTransaction(Action<SqliteSession> work)
    {
        // IMMEDIATE: the version is read and the item is written under one lock. Plain SQL, so that commands need no transaction object.
        Execute(_connection, "BEGIN IMMEDIATE");
        try
        {
            work(this);
            Execute(_connection, "COMMIT");
        }
        catch
        {
            Execute(_connection, "ROLLBACK");
            throw;
        }
    }

    public void Dispose()
    {
        _read.Dispose();
        _version.Dispose();
        _put.Dispose();
        _delete.Dispose();
        _connection.Dispose();
    }

    private static SqliteConnection Open(string path)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        Execute(connection, "PRAGMA busy_timeout = 10000");
        Execute(connection, "PRAGMA synchronous = NORMAL");
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private SqliteCommand Prepare(string sql, string? blob = null, string? number = null)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add("$key", SqliteType.Text);
        if (blob is not null)
            command.Parameters.Add(blob, SqliteType.Blob);
        if (number is not null)
            command.Parameters.Add(number, SqliteType.Integer);
        command.Prepare();
        return command;
    }
}
