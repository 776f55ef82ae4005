namespace CoachBot.Coaching.WatchFiles;

/// <summary>Adds up points into one session: distance over the ground, time in motion, heart rate.</summary>
internal sealed class TrackSum
{
    private const double EarthRadiusKm = 6371.0088;

    /// <summary>Watches that save points write one at least this often; a longer gap counts only where ground was covered.</summary>
    private const double LongestGapS = 60;

    private const double SlowestWalkMPerS = 0.4;

    private (double Latitude, double Longitude)? _place;
    private (double Latitude, double Longitude)? _lastPlace;
    private DateTimeOffset? _time;
    private DateTimeOffset? _lastTime;
    private DateTimeOffset? _start;
    private double _km;
    private double _seconds;
    private double _beats;
    private int _heartPoints;
    private int _highest;

    /// <summary>What lies between two segments is a pause.</summary>
    public void StartSegment()
    {
        EndPoint();
        (_lastPlace, _lastTime) = (null, null);
    }

    public void StartPoint(double? latitude, double? longitude)
    {
        EndPoint();
        if (latitude is >= -90 and <= 90 && longitude is >= -180 and <= 180)
            _place = (latitude.Value, longitude.Value);
    }

    public void SetTime(DateTimeOffset? time)
    {
        if (_place is not null)
            _time = time;
    }

    public void SetHeartRate(double? bpm)
    {
        if (bpm is not (>= 30 and <= 240))
            return;

        _beats += bpm.Value;
        _heartPoints++;
        _highest = Math.Max(_highest, (int)bpm.Value);
    }

    public WatchSession? Sum()
    {
        EndPoint();
        return _km == 0 && _seconds == 0 ? null : new WatchSession
        {
            StartedAt = _start,
            DistanceKm = _km,
            DurationMin = _seconds > 0 ? _seconds / 60 : null,
            HeartRateBpm = _heartPoints > 0 ? (int)Math.Round(_beats / _heartPoints) : null,
            HighestHeartRateBpm = _heartPoints > 0 ? _highest : null,
        };
    }

    private void EndPoint()
    {
        if (_place is not { } place)
            return;

        var km = _lastPlace is { } last ? Distance(last, place) : 0;
        _km += km;
        if (_time is { } time)
        {
            _start ??= time;
            var seconds = _lastTime is { } before ? (time - before).TotalSeconds : 0;
            if (seconds > 0 && (seconds <= LongestGapS || km * 1000 / seconds >= SlowestWalkMPerS))
                _seconds += seconds;
            _lastTime = time;
        }

        (_lastPlace, _place, _time) = (place, null, null);
    }

    /// <summary>The haversine formula.</summary>
    private static double Distance((double Latitude, double Longitude) from, (double Latitude, double Longitude) to)
    {
        var (a, b) = (double.DegreesToRadians(from.Latitude), double.DegreesToRadians(to.Latitude));
        var (north, east) = ((b - a) / 2, double.DegreesToRadians(to.Longitude - from.Longitude) / 2);
        var h = Math.Pow(Math.Sin(north), 2) + Math.Cos(a) * Math.Cos(b) * Math.Pow(Math.Sin(east), 2);
        return 2 * EarthRadiusKm * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
