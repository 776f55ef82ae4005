using CoachBot.Coaching.Reminders;
using CoachBot.Scheduling;
using CoachBot.Scheduling.Sqlite;
using CoachBot.Tests.Support;
using NodaTime;

namespace CoachBot.Tests.Scheduling;

/// <summary>A program with newer time zone data over a schedule that an older one wrote.</summary>
public sealed class CheckInZoneDataTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coachbot").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_host_makes_again_what_is_due_as_soon_as_it_starts()
    {
        var path = Path.Combine(_folder, "coach.db");
        var now = TimeProvider.System.GetUtcNow();
        var old = new CheckInClock(new OneRule("2019a", Offset.FromHours(9)));
        using var database = new ScheduleDatabase(path);
        var store = new SqliteCheckInStore(database);
        var written = await store.WriteAsync(Schedules.Record("ana", Schedules.Times(), now).Plan(old, now.AddDays(2)), CancellationToken.None);
        await store.WriteMarkAsync(0, $"{now:O} 2019a", CancellationToken.None);

        await using var host = await TestHost.StartAsync("--Storage:Provider=Sqlite", $"--Storage:Path={path}");

        var moved = await MovedAsync(store, written.Key);
        Assert.Equal(written.Due!.On, moved.Due!.On);
        Assert.Equal(CheckInClock.Default.At(Schedules.Times(), written.Key, written.Due.On), moved.Due.At);
        Assert.NotEqual(written.Due.At, moved.Due.At);
    }

    private static async Task<CheckInRecord> MovedAsync(SqliteCheckInStore store, string key)
    {
        for (var i = 0; i < 600; i++)
        {
            if (await store.ReadAsync(key, CancellationToken.None) is { } record && record.ZoneData == CheckInClock.Default.ZoneData)
                return record;
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }

        throw new TimeoutException("The records were not made again.");
    }
}
