using CoachBot.Scheduling;
using CoachBot.Scheduling.Sqlite;

namespace CoachBot.Tests.Scheduling;

public sealed class SqliteCheckInStoreTests : CheckInStoreContract, IDisposable
{
    private readonly ScheduleDatabase _database = new(null);

    public SqliteCheckInStoreTests() => Store = new SqliteCheckInStore(_database);

    private protected override ICheckInStore Store { get; }

    public void Dispose() => _database.Dispose();
}

/// <summary>Two processes on one file.</summary>
public sealed class SqliteCheckInFileTests : CheckInStoreContract, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coachbot").FullName;
    private readonly ScheduleDatabase _one;
    private readonly ScheduleDatabase _other;

    public SqliteCheckInFileTests()
    {
        _one = new ScheduleDatabase(Path.Combine(_folder, "coach.db"));
        _other = new ScheduleDatabase(Path.Combine(_folder, "coach.db"));
        Store = new SqliteCheckInStore(_one);
    }

    private protected override ICheckInStore Store { get; }

    public void Dispose()
    {
        _one.Dispose();
        _other.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Another_process_on_the_same_file_sees_what_was_written()
    {
        var written = await WriteAsync(DueAt("ana", new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero)));

        Assert.Equal(written.ETag, (await new SqliteCheckInStore(_other).ReadAsync(written.Key, CancellationToken.None))?.ETag);
    }
}
