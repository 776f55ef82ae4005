namespace CoachBot.Coaching.WatchFiles;

/// <summary>Collects what the messages of a FIT file say about the session. Field numbers and scales are those of its profile.</summary>
internal sealed class FitSums
{
    private const ushort Session = 18;
    private const ushort Record = 20;
    private const byte Timestamp = 253;
    private const byte Running = 1;

    /// <summary>FIT counts seconds from the end of 1989.</summary>
    private static readonly DateTimeOffset Epoch = new(1989, 12, 31, 0, 0, 0, TimeSpan.Zero);

    private readonly List<(uint Sport, WatchSession Sum)> _sessions = [];
    private uint? _first;
    private uint _last;
    private uint _centimetres;
    private double _beats;
    private int _heartPoints;
    private int _highest;

    public void Add(FitDefinition definition, ReadOnlySpan<byte> message)
    {
        if (definition.Global == Session)
            AddSession(definition, message);
        else if (definition.Global == Record)
            AddRecord(definition, message);
    }

    /// <summary>The run among the sessions of a multisport file, else the last session; the records where there is none.</summary>
    public WatchSession? Sum()
    {
        if (_sessions.Count == 0)
            return SumOfRecords();

        var run = _sessions.FindLastIndex(session => session.Sport is Running or 0);
        return run >= 0 ? _sessions[run].Sum : _sessions[^1].Sum;
    }

    private void AddSession(FitDefinition definition, ReadOnlySpan<byte> message)
    {
        var sport = definition.Value(message, 5) ?? 0;
        _sessions.Add((sport, new WatchSession
        {
            Sport = sport is Running or 0 ? WatchSport.Run : WatchSport.Other,
            StartedAt = Time(definition.Value(message, 2)),
            DistanceKm = definition.Value(message, 9) / 100_000.0,
            DurationMin = (definition.Value(message, 8) ?? definition.Value(message, 7)) / 60_000.0,
            HeartRateBpm = (int?)definition.Value(message, 16),
            HighestHeartRateBpm = (int?)definition.Value(message, 17),
        }));
    }

    private void AddRecord(FitDefinition definition, ReadOnlySpan<byte> message)
    {
        if (definition.Value(message, Timestamp) is { } at)
        {
            _first ??= at;
            _last = Math.Max(_last, at);
        }

        _centimetres = Math.Max(_centimetres, definition.Value(message, 5) ?? 0);
        if (definition.Value(message, 3) is not (>= 30 and <= 240 and var bpm))
            return;

        _beats += bpm;
        _heartPoints++;
        _highest = Math.Max(_highest, (int)bpm);
    }

    private WatchSession? SumOfRecords() => _first is not { } first ? null : new WatchSession
    {
        StartedAt = Time(first),
        DistanceKm = _centimetres > 0 ? _centimetres / 100_000.0 : null,
        DurationMin = ((double)_last - first) / 60,
        HeartRateBpm = _heartPoints > 0 ? (int)Math.Round(_beats / _heartPoints) : null,
        HighestHeartRateBpm = _heartPoints > 0 ? _highest : null,
    };

    private static DateTimeOffset? Time(uint? seconds) => seconds is { } value ? Epoch.AddSeconds(value) : null;
}
