using System.Diagnostics.Metrics;
using CoachBot.Coaching.Reminders;
using CoachBot.Scheduling;

namespace CoachBot.Tests.Scheduling;

/// <summary>What a collector of metrics hears.</summary>
public sealed class CheckInMetricsTests : IDisposable
{
    private static readonly DateTimeOffset Due = new(2026, 11, 25, 5, 45, 0, TimeSpan.Zero);
    private readonly List<(string Name, double Value, string Tags)> _heard = [];
    private readonly MeterListener _listener = new();
    private readonly CheckInMetrics _metrics;

    public CheckInMetricsTests()
    {
        // Instruments are published on the thread that makes them: those of tests beside this one are not ours.
        var maker = 0;
        _listener.InstrumentPublished = (instrument, own) =>
        {
            if (maker == Environment.CurrentManagedThreadId && instrument.Meter.Name == CheckInMetrics.MeterName)
                own.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
        _listener.Start();
        maker = Environment.CurrentManagedThreadId;
        _metrics = new CheckInMetrics();
        maker = 0;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _metrics.Dispose();
    }

    [Fact]
    public void Each_end_is_counted_by_state_and_reason_and_only_what_was_sent_has_a_lateness()
    {
        _metrics.Ended(Entry().Done(LedgerState.Sent, null, Due.AddSeconds(30)));
        _metrics.Ended(Entry().Done(LedgerState.Skipped, SkipReasons.Late, Due.AddHours(4)));
        _metrics.Ended(Entry().Done(LedgerState.Unknown, null, Due.AddSeconds(40)));
        _metrics.Ended(Entry().Done(LedgerState.Failed, SkipReasons.Refused, Due.AddSeconds(50)));

        Assert.Equal(
            [
                ("coachbot.checkins.ended", 1, "state=Sent reason="), ("coachbot.checkins.lateness", 30, ""),
                ("coachbot.checkins.ended", 1, "state=Skipped reason=late"), ("coachbot.checkins.ended", 1, "state=Unknown reason="),
                ("coachbot.checkins.ended", 1, "state=Failed reason=refused"),
            ],
            _heard);
    }

    [Fact]
    public void What_waits_is_a_gauge()
    {
        _metrics.Seen(backlog: 7, oldestDue: TimeSpan.FromSeconds(90));

        _listener.RecordObservableInstruments();

        Assert.Equal([("coachbot.checkins.backlog", 7, ""), ("coachbot.checkins.oldest_due", 90, "")], _heard.Order());
    }

    [Fact]
    public void Median_and_tail_are_of_the_last_thousand()
    {
        Assert.Null(_metrics.LatenessS(0.5));
        for (var i = 0; i < 1200; i++)
            _metrics.Ended(Entry().Done(LedgerState.Sent, null, Due.AddSeconds(i)));

        Assert.Equal((700, 1190), (_metrics.LatenessS(0.5), _metrics.LatenessS(0.99)));
    }

    private static LedgerEntry Entry() => new(new LedgerKey(Schedules.KeyOf("ana"), new DateOnly(2026, 11, 25), DueCheckIn.Morning), Due, Due.AddSeconds(1));

    private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object>> tags) =>
        _heard.Add((instrument.Name, value, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))));
}
