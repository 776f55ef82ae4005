using System.Globalization;
using CoachBot.Coaching.Reminders;
using CoachBot.Scheduling;
using NodaTime;

namespace CoachBot.Tests.Scheduling;

/// <summary>
/// 400 days with crashes, rival sweepers, outages and a clock that jumps. By default a runner in every sixth time zone;
/// COACHBOT_SIMULATED_RUNNERS=10000 is the full run, with all of them.
/// </summary>
public sealed class ScheduleSimulationTests
{
    private const int Days = 400;
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);
    private static readonly string[] Zones = [.. DateTimeZoneProviders.Tzdb.Ids];

    private static readonly int Runners =
        int.TryParse(Environment.GetEnvironmentVariable("COACHBOT_SIMULATED_RUNNERS"), CultureInfo.InvariantCulture, out var count) ? count : Zones.Length / 6;

    [Fact]
    public async Task Every_runner_has_one_entry_per_date_that_was_due_and_no_other()
    {
        using var world = new ScheduleWorld(Start, seed: 20261124, rivals: 4, crashRate: 0.002);
        var runners = new Dictionary<string, CheckInTimes>();
        for (var i = 0; i < Runners; i++)
        {
            var times = AnyTimes(world.Random, Zones[(int)((long)i * Zones.Length / Math.Min(Runners, Zones.Length)) % Zones.Length]);
            var record = await world.Store.WriteAsync(Schedules.Record($"r{i}", times, Start), CancellationToken.None);
            runners[record.Key] = times;
        }

        var furthest = await LiveAsync(world);

        var entries = (await world.LedgerAsync()).ToLookup(entry => entry.Key);
        foreach (var (key, times) in runners)
        {
            Assert.Equal(Expected(key, times, furthest), entries[key].Select(entry => entry.On).Order());
            Assert.All(entries[key], entry => Assert.True(
                entry.State == LedgerState.Sent ? world.Sender.Said[new LedgerKey(key, entry.On, entry.Kind)] == 1 : entry is { State: LedgerState.Skipped, Reason: SkipReasons.Late },
                $"{entry}"));
        }

        Assert.All(world.Sender.Said.Values, times => Assert.Equal(1, times));
        Assert.Equal(0, await world.Queue.CountAsync(CancellationToken.None));
        Assert.InRange(world.Chaos.Crashes, 100, int.MaxValue);
        Assert.InRange(world.Sender.Said.Count, Runners * 100, Runners * Days);
    }

    /// <returns>The latest time that any process believed it was.</returns>
    private static async Task<DateTimeOffset> LiveAsync(ScheduleWorld world)
    {
        var (clock, random) = (world.Clock, world.Random);
        var (end, furthest) = (Start.AddDays(Days), Start);
        for (var now = Start; now < end; now = now.AddMinutes(random.Next(5, 40)))
        {
            // The machine's clock jumps now and then, and comes back.
            var jump = random.NextDouble() < 0.002 ? TimeSpan.FromHours(random.Next(-6, 40)) : TimeSpan.Zero;
            clock.Now = now + jump;
            furthest = clock.Now > furthest ? clock.Now : furthest;
            if (random.NextDouble() < 0.001)
                now = now.AddHours(random.Next(2, 60)); // nobody is up

            foreach (var sweeper in world.Sweepers.Where(_ => random.NextDouble() < 0.6))
                await world.SweepAsync(sweeper);
            await world.WorkAsync();
            if (random.Next(200) == 0 && await world.Queue.CountAsync(CancellationToken.None) == 0)
                world.Sender.ForgetTries();
        }

        world.Chaos.IsOn = false;
        var last = (end > furthest ? end : furthest).AddHours(5);
        for (furthest = last.AddHours(-5); furthest < last; furthest = furthest.AddMinutes(10))
        {
            clock.Now = furthest;
            await world.SweepAsync(world.Sweepers[0]);
            await world.WorkAsync();
        }

        return clock.Now;
    }

    private static CheckInTimes AnyTimes(Random random, string zone) => new()
    {
        Zone = zone,
        Time = new TimeOnly(random.Next(24), random.Next(60)),
        WindowMin = random.Next(3) == 0 ? random.Next(240) : 0,
        Days = random.Next(3) switch { 0 => Weekdays.All, 1 => Weekdays.MondayToFriday, _ => (Weekdays)random.Next(1, 128) },
        PausedUntil = random.Next(5) == 0 ? new DateOnly(2027, 1, 1).AddDays(random.Next(60)) : null,
    };

    private static IEnumerable<DateOnly> Expected(string key, CheckInTimes times, DateTimeOffset furthest)
    {
        for (var on = new DateOnly(2026, 11, 23); on < new DateOnly(2029, 1, 1); on = on.AddDays(1))
        {
            if (times.Days.Holds(on.DayOfWeek) && !(on < times.PausedUntil) && CheckInClock.Default.At(times, key, on) is { } at && at >= Start && at <= furthest)
                yield return on;
        }
    }
}
