using System.Text.Json.Serialization;

namespace CoachBot.Coaching.WatchFiles;

public enum WatchSport
{
    Run,

    /// <summary>Cycling, walking, swimming: training, and no run.</summary>
    Other,
}

/// <summary>One session as a watch recorded it: the sums, never where it was.</summary>
public sealed record WatchSession
{
    private const double LongestKm = 500;
    private const double LongestMin = 72 * 60;
    private const double FastestKmPerH = 80;
    private const int SlowestHeartBpm = 30;
    private const int FastestHeartBpm = 240;

    [JsonConverter(typeof(JsonStringEnumConverter<WatchSport>))]
    public WatchSport Sport { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public double? DistanceKm { get; init; }

    /// <summary>Without pauses where the file tells them.</summary>
    public double? DurationMin { get; init; }

    public int? HeartRateBpm { get; init; }

    public int? HighestHeartRateBpm { get; init; }

    /// <summary>The session without what no watch can have recorded; null where no amount is left.</summary>
    public WatchSession? Believed()
    {
        var distance = DistanceKm is > 0.05 and <= LongestKm ? Math.Round(DistanceKm.Value, 2) : (double?)null;
        var duration = DurationMin is > 0.5 and <= LongestMin ? Math.Round(DurationMin.Value, 1) : (double?)null;
        if ((distance ?? duration) is null || distance / (duration / 60) > FastestKmPerH)
            return null;

        return this with
        {
            DistanceKm = distance,
            DurationMin = duration,
            HeartRateBpm = Heart(HeartRateBpm),
            HighestHeartRateBpm = Heart(HighestHeartRateBpm),
        };
    }

    private static int? Heart(int? bpm) => bpm is >= SlowestHeartBpm and <= FastestHeartBpm ? bpm : null;
}
