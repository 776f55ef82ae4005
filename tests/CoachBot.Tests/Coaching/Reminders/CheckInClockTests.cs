using CoachBot.Coaching.Reminders;
using CsCheck;
using NodaTime;

namespace CoachBot.Tests.Coaching.Reminders;

public sealed class CheckInClockTests
{
    private static readonly CheckInClock Clock = CheckInClock.Default;

    [Theory]
    [InlineData("Europe/Madrid", "02:30", "2027-03-28", "2027-03-28T01:00:00Z")] // 02:00 to 03:00 is left out: the first valid instant
    [InlineData("Europe/Madrid", "02:30", "2026-10-25", "2026-10-25T00:30:00Z")] // 02:30 comes twice: the earlier
    [InlineData("America/New_York", "06:45", "2027-03-14", "2027-03-14T10:45:00Z")]
    [InlineData("America/New_York", "06:45", "2027-03-13", "2027-03-13T11:45:00Z")]
    [InlineData("Australia/Lord_Howe", "02:15", "2027-10-03", "2027-10-02T15:30:00Z")] // a gap of half an hour
    [InlineData("Asia/Kathmandu", "06:45", "2026-11-25", "2026-11-25T01:00:00Z")]
    [InlineData("Africa/Cairo", "00:30", "2027-04-30", "2027-04-29T22:00:00Z")] // the gap is at midnight
    public void A_local_time_has_one_instant_on_every_date(string zone, string time, string on, string expected) =>
        Assert.Equal(DateTimeOffset.Parse(expected, null), Clock.At(Times(zone, time), "r", DateOnly.Parse(on, null)));

    [Fact]
    public void A_date_that_a_zone_leaves_out_has_none() => Assert.Null(Clock.At(Times("Pacific/Apia", "06:45"), "r", new DateOnly(2011, 12, 30)));

    [Fact]
    public void The_next_one_is_on_a_wanted_day_after_the_last()
    {
        var times = Times("Europe/Madrid", "06:45") with { Days = Weekdays.MondayToFriday };

        var due = Clock.Next(times, "r", new DateOnly(2026, 11, 27), null, null)!; // a Friday

        Assert.Equal((new DateOnly(2026, 11, 30), DueCheckIn.Morning), (due.On, due.Kind));
    }

    [Fact]
    public void A_new_one_does_not_begin_in_the_past()
    {
        var now = DateTimeOffset.Parse("2026-11-24T07:00:00Z", null);

        Assert.Equal(new DateOnly(2026, 11, 25), Clock.Next(Times("Europe/Madrid", "06:45"), "r", null, now, null)!.On);
        Assert.Equal(new DateOnly(2026, 11, 24), Clock.Next(Times("Europe/Madrid", "08:15"), "r", null, now, null)!.On);
    }

    [Fact]
    public void A_pause_ends_on_its_date()
    {
        var times = Times("Europe/Madrid", "06:45") with { PausedUntil = new DateOnly(2026, 12, 7) };

        Assert.Equal(new DateOnly(2026, 12, 7), Clock.Next(times, "r", new DateOnly(2026, 11, 24), null, null)!.On);
    }

    [Fact]
    public void One_that_was_put_off_comes_once_and_the_usual_one_after_it()
    {
        var until = DateTimeOffset.Parse("2026-11-24T07:15:00Z", null);
        var times = Times("Europe/Madrid", "06:45") with { SnoozedUntil = until };

        var again = Clock.Next(times, "r", new DateOnly(2026, 11, 24), until.AddMinutes(-30), null)!;
        var after = Clock.Next(times, "r", new DateOnly(2026, 11, 24), again.At, again.At)!;

        Assert.Equal((until, "again-0815"), (again.At, again.Kind));
        Assert.Equal((new DateOnly(2026, 11, 25), DueCheckIn.Morning), (after.On, after.Kind));
    }

    [Fact]
    public void Nothing_is_to_come_while_it_is_off() =>
        Assert.Null(Clock.Next(Times("Europe/Madrid", "06:45") with { IsOn = false }, "r", null, DateTimeOffset.UnixEpoch, null));

    [Fact]
    public void A_zone_that_is_not_known_any_more_gives_none() => Assert.Null(Clock.Next(Times("Mars/Olympus", "06:45"), "r", null, DateTimeOffset.UnixEpoch, null));

    /// <summary>In every zone and year: one instant per date, in order, at the time wished or, where that is left out, right after it.</summary>
    [Fact]
    public void Every_zone_has_its_dates_in_order() =>
        Gen.Select(Gen.Int[0, DateTimeZoneProviders.Tzdb.Ids.Count - 1].Select(i => DateTimeZoneProviders.Tzdb.Ids[i]), Gen.Int[0, 1439], Gen.Int[0, 365 * 20]).Sample((zone, minute, day) =>
        {
            var times = Times(zone, "00:00") with { Time = new TimeOnly(minute / 60, minute % 60) };
            var on = new DateOnly(2020, 1, 1).AddDays(day);
            var at = Clock.At(times, "r", on)!.Value;
            var local = Clock.ToLocal(zone, at);

            Assert.True(at < Clock.At(times, "r", on.AddDays(1)));
            Assert.True(TimeOnly.FromTimeSpan(local.TimeOfDay) >= times.Time || DateOnly.FromDateTime(local.DateTime) > on, $"{zone} {times.Time} {local}");
            Assert.True(local.DateTime - on.ToDateTime(times.Time) <= TimeSpan.FromHours(24));
        });

    [Fact]
    public void Everyone_has_a_fixed_place_within_the_window_and_all_of_it_is_used()
    {
        var times = Times("Europe/Madrid", "06:00") with { WindowMin = 120 };
        var on = new DateOnly(2026, 11, 25);
        var minutes = Enumerable.Range(0, 2000).Select(i => (Clock.At(times, $"runner{i}", on)!.Value - DateTimeOffset.Parse("2026-11-25T05:00:00Z", null)).TotalMinutes).ToList();

        Assert.All(minutes, minute => Assert.InRange(minute, 0, 120));
        Assert.All(Enumerable.Range(0, 12), tenth => Assert.InRange(minutes.Count(minute => (int)minute / 10 == tenth), 100, 240));
        Assert.Equal(Clock.At(times, "runner7", on), Clock.At(times, "runner7", on));
    }

    [Fact]
    public void A_window_ends_with_the_day() =>
        Assert.All(
            Enumerable.Range(0, 100),
            i => Assert.True(Clock.At(Times("UTC", "23:30") with { WindowMin = 600 }, $"r{i}", new DateOnly(2026, 11, 25)) < DateTimeOffset.Parse("2026-11-26T00:00:00Z", null)));

    private static CheckInTimes Times(string zone, string time) => new() { Zone = zone, Time = TimeOnly.Parse(time, null) };
}
