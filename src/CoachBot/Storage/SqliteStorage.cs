using System.Collections.Concurrent;
using System.Globalization;
using CoachBot.BotBuilder;
using Microsoft.Data.Sqlite;

namespace CoachBot.Storage;

/// <summary>
/// Items in one SQLite file, several processes at once if need be. All keys of one write are written together or not at all.
/// A write is safe once it returned even if this process is killed; the last writes before a power cut may be lost
/// (WAL with synchronous=NORMAL), but never half written.
/// </summary>
internal sealed class SqliteStorage(string path) : IListingStorage, IDisposable
{
    private readonly ConcurrentBag<SqliteSession> _idle = [];
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Lock _creating = new();
    private bool _created;

    public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        cancellationToken.ThrowIfCancellationRequested();
        var found = new Dictionary<string, object>(keys.Length);
        Use(session =>
        {
            foreach (var key in keys)
            {
                if (session.Read(key) is var (json, version))
                    found[key] = new StoredItem(json, ETag(version));
            }
        });
        return Task.FromResult<IDictionary<string, object>>(found);
    }

    public async Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (changes.Count == 0)
            return;

        var writes = changes.Select(change => (change.Key, Given: change.Value, Item: StoredItem.From(change.Key, change.Value))).ToList();
        var versions = new List<long>(writes.Count);
        await InTurnAsync(
            session =>
            {
                foreach (var (key, _, item) in writes)
                    versions.Add(WriteOne(session, item, key));
            },
            cancellationToken);

        foreach (var (write, version) in writes.Zip(versions))
        {
            if (write.Given is IStoreItem item)
                item.ETag = ETag(version);
        }
    }

    public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return InTurnAsync(
            session =>
            {
                foreach (var key in keys)
                    session.Delete(key);
            },
            cancellationToken);
    }

    public IAsyncEnumerable<string> ListAsync(string prefix, bool waitingOnly = false, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        cancellationToken.ThrowIfCancellationRequested();
        var keys = new List<string>();
        Use(session => keys.AddRange(session.List(prefix, waitingOnly)));
        return keys.ToAsyncEnumerable();
    }

    public void Dispose()
    {
        while (_idle.TryTake(out var session))
            session.Dispose();
        _writing.Dispose();
    }

    private static long WriteOne(SqliteSession session, StoredItem item, string key)
    {
        if (item.ETag != "*")
        {
            var current = session.Version(key);
            var matches = string.IsNullOrEmpty(item.ETag) ? current is null : current is { } version && ETag(version) == item.ETag;
            if (!matches)
                throw new StorageConflictException(key);
        }

        return session.Put(key, item.Utf8Json.ToArray(), item.IsWaiting);
    }

    /// <summary>In one transaction, behind the other writers of this process; those of other processes are waited for by SQLite.</summary>
    private async Task InTurnAsync(Action<SqliteSession> work, CancellationToken cancellationToken)
    {
        await _writing.WaitAsync(cancellationToken);
        try
        {
            Use(session => session.InTransaction(work));
        }
        finally
        {
            _writing.Release();
        }
    }

    private void Use(Action<SqliteSession> work)
    {
        Create();
        if (!_idle.TryTake(out var session))
            session = new SqliteSession(path);
        try
        {
            work(session);
            _idle.Add(session);
        }
        catch (StorageConflictException)
        {
            _idle.Add(session);
            throw;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }

    /// <summary>Health data: the folder and the file that we make are for the owner alone.</summary>
    private void Create()
    {
        if (Volatile.Read(ref _created))
            return;

        lock (_creating)
        {
            if (_created)
                return;

            try
            {
                CreateFile(Path.GetFullPath(path));
                SqliteSession.CreateTable(path);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or SqliteException)
            {
                throw new SettingsException($"The database {path} (Storage:Path) cannot be opened: {e.Message}", e);
            }

            Volatile.Write(ref _created, true);
        }
    }

    private static void CreateFile(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite };
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        new FileStream(file, options).Dispose();
    }

    private static string ETag(long version) => version.ToString(CultureInfo.InvariantCulture);
}
