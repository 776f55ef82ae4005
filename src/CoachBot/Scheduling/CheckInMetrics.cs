using System.Diagnostics.Metrics;

namespace CoachBot.Scheduling;

/// <summary>Meter <c>CoachBot.CheckIns</c>, and the last latenesses for those who ask without a collector.</summary>
internal sealed class CheckInMetrics : IDisposable
{
    public const string MeterName = "CoachBot.CheckIns";

    private const int Kept = 1000;
    private readonly Meter _meter = new(MeterName);
    private readonly Histogram<double> _lateness;
    private readonly Counter<long> _ended;
    private readonly Lock _lock = new();
    private readonly Queue<double> _last = new(Kept);
    private long _backlog;
    private double _oldestDueS;

    public CheckInMetrics()
    {
        _lateness = _meter.CreateHistogram<double>("coachbot.checkins.lateness", "s", "From the time wished to the end of the turn, of those sent.");
        _ended = _meter.CreateCounter<long>("coachbot.checkins.ended", "{check-in}", "By state (Sent, Unknown, Skipped, Failed) and reason.");
        _meter.CreateObservableGauge("coachbot.checkins.backlog", () => Volatile.Read(ref _backlog), "{check-in}", "Claimed and not sent yet.");
        _meter.CreateObservableGauge("coachbot.checkins.oldest_due", () => Volatile.Read(ref _oldestDueS), "s", "How long the oldest one had been due when the last sweep found it.");
    }

    public long Backlog => Volatile.Read(ref _backlog);

    public void Ended(LedgerEntry entry)
    {
        _ended.Add(1, new("state", entry.State.ToString()), new("reason", entry.Reason));
        if (entry.State != LedgerState.Sent || entry.DoneAt is not { } done)
            return;

        var lateness = (done - entry.Due).TotalSeconds;
        _lateness.Record(lateness);
        lock (_lock)
        {
            if (_last.Count == Kept)
                _last.Dequeue();
            _last.Enqueue(lateness);
        }
    }

    public void Seen(long backlog, TimeSpan oldestDue)
    {
        Volatile.Write(ref _backlog, backlog);
        Volatile.Write(ref _oldestDueS, oldestDue.TotalSeconds);
    }

    /// <summary>In seconds, of the last thousand sent by this process; null before the first.</summary>
    /// <param name="part">0.5 for the median.</param>
    public double? LatenessS(double part)
    {
        lock (_lock)
            return _last.Count == 0 ? null : _last.Order().ElementAt((int)Math.Min(_last.Count - 1, _last.Count * part));
    }

    public void Dispose() => _meter.Dispose();
}
