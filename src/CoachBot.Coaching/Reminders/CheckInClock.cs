using NodaTime;
using NodaTime.TimeZones;

namespace CoachBot.Coaching.Reminders;

/// <summary>
/// From a runner's times to instants. The date comes first, then its instant: a time that a clock change leaves out is moved to the
/// first instant after it, of a time that comes twice the earlier one counts, and a date that a zone leaves out has no check-in.
/// </summary>
public sealed class CheckInClock(IDateTimeZoneProvider zones)
{
    private const int MostDaysAhead = 400;
    private static readonly TimeOnly LastMinute = new(23, 59);

    private static readonly ZoneLocalMappingResolver EarlierOrFirstAfter =
        Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnStartOfIntervalAfter);

    /// <summary>The time zone data that comes with the program.</summary>
    public static CheckInClock Default { get; } = new(DateTimeZoneProviders.Tzdb);

    /// <summary>Which rules the instants were made by; a record made by others is to be made again.</summary>
    public string ZoneData => zones.VersionId;

    public bool Knows(string zone) => zones.GetZoneOrNull(zone) is not null;

    /// <summary>The next check-in of this runner; null when none is to come.</summary>
    /// <param name="times">When the runner wants it; a zone that is not known any more gives none.</param>
    /// <param name="runner">The runner's key, which fixes the place within the window.</param>
    /// <param name="lastOn">The date of the last morning check-in: the next one is on a later date.</param>
    /// <param name="from">Not before this instant.</param>
    /// <param name="lastAgain">The last one that had been put off: it does not come twice.</param>
    public DueCheckIn? Next(CheckInTimes times, string runner, DateOnly? lastOn, DateTimeOffset? from, DateTimeOffset? lastAgain)
    {
        ArgumentNullException.ThrowIfNull(times);
        if (!times.IsOn || zones.GetZoneOrNull(times.Zone) is not { } zone)
            return null;

        var morning = Morning(times, zone, runner, lastOn, from);
        return Again(times, zone, lastAgain) is { } again && (morning is null || again.At <= morning.At) ? again : morning;
    }

    /// <summary>The instant of the morning check-in on a date; null where the zone leaves the date out.</summary>
    public DateTimeOffset? At(CheckInTimes times, string runner, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(times);
        return zones.GetZoneOrNull(times.Zone) is { } zone ? At(times, zone, runner, on) : null;
    }

    public DateTimeOffset ToLocal(string zone, DateTimeOffset instant) =>
        zones.GetZoneOrNull(zone) is { } known ? Instant.FromDateTimeOffset(instant).InZone(known).ToDateTimeOffset() : instant;

    public TimeSpan OffsetOf(string zone, DateTimeOffset instant) => ToLocal(zone, instant).Offset;

    private static DueCheckIn? Morning(CheckInTimes times, DateTimeZone zone, string runner, DateOnly? lastOn, DateTimeOffset? from)
    {
        if (First(times, zone, lastOn, from) is not { } first)
            return null;

        for (var on = first; on < first.AddDays(MostDaysAhead); on = on.AddDays(1))
        {
            if (times.Days.Holds(on.DayOfWeek) && At(times, zone, runner, on) is { } at && !(at < from))
                return new DueCheckIn(at, on, DueCheckIn.Morning);
        }

        return null;
    }

    /// <summary>The first date that may be one.</summary>
    private static DateOnly? First(CheckInTimes times, DateTimeZone zone, DateOnly? lastOn, DateTimeOffset? from)
    {
        DateOnly?[] bounds = [lastOn?.AddDays(1), from is { } instant ? DateOf(instant, zone) : null, times.PausedUntil];
        return bounds.Max();
    }

    private static DueCheckIn? Again(CheckInTimes times, DateTimeZone zone, DateTimeOffset? lastAgain)
    {
        if (times.SnoozedUntil is not { } at || at <= lastAgain)
            return null;

        var local = Instant.FromDateTimeOffset(at).InZone(zone).LocalDateTime;
        return new DueCheckIn(at, local.Date.ToDateOnly(), DueCheckIn.AgainAt(local.TimeOfDay.ToTimeOnly()));
    }

    private static DateTimeOffset? At(CheckInTimes times, DateTimeZone zone, string runner, DateOnly on)
    {
        var date = LocalDate.FromDateOnly(on);
        var local = date + LocalTime.FromTimeOnly(Within(times, runner));
        var found = zone.ResolveLocal(local, EarlierOrFirstAfter);
        return found.Date == date || HasDate(zone, date) ? found.ToDateTimeOffset().ToUniversalTime() : null;
    }

    /// <summary>Samoa had no 30 December 2011.</summary>
    private static bool HasDate(DateTimeZone zone, LocalDate date)
    {
        var map = zone.MapLocal(date.AtMidnight());
        return map.Count > 0 || map.LateInterval.IsoLocalStart.Date == date;
    }

    private static TimeOnly Within(CheckInTimes times, string runner)
    {
        var room = Math.Min(times.WindowMin * 60, (int)(LastMinute - times.Time).TotalSeconds);
        return room <= 0 || times.Time > LastMinute ? times.Time : times.Time.Add(TimeSpan.FromSeconds(StableHash.Of("window", runner) % (uint)room));
    }

    private static DateOnly DateOf(DateTimeOffset instant, DateTimeZone zone) => Instant.FromDateTimeOffset(instant).InZone(zone).Date.ToDateOnly();
}
