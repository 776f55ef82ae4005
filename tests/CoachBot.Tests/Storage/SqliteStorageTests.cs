using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.Storage;
using Microsoft.Data.Sqlite;

namespace CoachBot.Tests.Storage;

public sealed class SqliteStorageTests : StorageContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coachbot").FullName;
    private readonly SqliteStorage _storage;

    public SqliteStorageTests() => _storage = new SqliteStorage(FilePath);

    protected override IListingStorage Storage => _storage;

    private string FilePath => Path.Combine(_folder, "data", "coach.db");

    public void Dispose()
    {
        _storage.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task The_folder_and_the_file_are_for_their_owner_alone()
    {
        await Storage.ReadAsync(["any"]);

        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(FilePath)!));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FilePath));
        }
    }

    [Fact]
    public async Task A_file_of_the_first_release_is_read_and_written()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
        using (var old = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = FilePath, Pooling = false }.ToString()))
        {
            old.Open();
            using var command = old.CreateCommand();
            command.CommandText = """
                CREATE TABLE items (version INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, json BLOB NOT NULL);
                INSERT INTO items (key, json) VALUES ('k', '{"n":1}');
                """;
            command.ExecuteNonQuery();
        }

        var item = (StoredItem)(await Storage.ReadAsync(["k"]))["k"];
        await Storage.WriteAsync(new Dictionary<string, object> { ["k"] = new StoredItem(item.Value, item.ETag) { IsWaiting = true } });

        Assert.Equal(["k"], await _storage.ListAsync("", waitingOnly: true).ToArrayAsync());
    }

    [Fact]
    public async Task Another_process_on_the_same_file_sees_every_write_and_its_condition()
    {
        using var other = new SqliteStorage(FilePath);
        var item = new StoredItem(new JsonObject { ["n"] = 1 });
        await Storage.WriteAsync(new Dictionary<string, object> { ["k"] = item });

        var read = (StoredItem)(await other.ReadAsync(["k"]))["k"];
        await other.WriteAsync(new Dictionary<string, object> { ["k"] = new StoredItem(new JsonObject { ["n"] = 2 }, read.ETag) });

        await Assert.ThrowsAsync<StorageConflictException>(
            () => Storage.WriteAsync(new Dictionary<string, object> { ["k"] = new StoredItem(new JsonObject { ["n"] = 3 }, item.ETag) }));
    }

    [Fact]
    public async Task Two_processes_that_write_at_the_same_time_wait_for_each_other()
    {
        using var other = new SqliteStorage(FilePath);

        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => Task.Run(() =>
            (i % 2 == 0 ? _storage : other).WriteAsync(new Dictionary<string, object> { [$"k{i}"] = new StoredItem(new JsonObject()) }))));

        Assert.Equal(200, (await Storage.ReadAsync([.. Enumerable.Range(0, 200).Select(i => $"k{i}")])).Count);
    }

    [Fact]
    public async Task Of_several_keys_all_are_written_or_none()
    {
        await Storage.WriteAsync(new Dictionary<string, object> { ["taken"] = new StoredItem(new JsonObject()) });

        var both = new Dictionary<string, object> { ["free"] = new StoredItem(new JsonObject()), ["taken"] = new StoredItem(new JsonObject()) };
        await Assert.ThrowsAsync<StorageConflictException>(() => Storage.WriteAsync(both));

        Assert.Empty(await Storage.ReadAsync(["free"]));
    }

    [Fact]
    public async Task A_file_that_cannot_be_opened_is_named()
    {
        using var storage = new SqliteStorage(_folder); // a folder is no database

        var error = await Assert.ThrowsAsync<SettingsException>(() => storage.ReadAsync(["k"]));

        Assert.Contains($"{_folder} (Storage:Path)", error.Message, StringComparison.Ordinal);
    }
}
