using System.Xml;

namespace CoachBot.Coaching.WatchFiles;

/// <summary>TCX: the watch's own sums, lap by lap. Of several activities in a file the last one counts.</summary>
internal static class TcxReader
{
    public static WatchSession? Read(XmlReader xml)
    {
        Laps? laps = null;
        while (xml.ReadElement())
        {
            switch (xml.LocalName)
            {
                case "Activity":
                    laps = new Laps(xml.GetAttribute("Sport"));
                    break;
                case "Lap" when laps is not null:
                    laps.Start(WatchXml.Time(xml.GetAttribute("StartTime") ?? ""));
                    break;
                case "Track" when laps is not null:
                    laps.InTrack = true;
                    break;
                case "TotalTimeSeconds" when laps is { InTrack: false }:
                    laps.Seconds += Math.Max(0, xml.ReadNumber() ?? 0);
                    break;
                case "DistanceMeters" when laps is { InTrack: false }:
                    laps.Metres += Math.Max(0, xml.ReadNumber() ?? 0);
                    break;
                case "AverageHeartRateBpm" when laps is { InTrack: false } && xml.ReadElement():
                    laps.Beat(xml.ReadNumber());
                    break;
                case "MaximumHeartRateBpm" when laps is { InTrack: false } && xml.ReadElement():
                    laps.Highest = Math.Max(laps.Highest, Heart(xml.ReadNumber()));
                    break;
            }
        }

        return laps?.Sum();
    }

    private static int Heart(double? bpm) => bpm is > 0 and < 255 ? (int)bpm : 0;

    private sealed class Laps(string? sport)
    {
        private DateTimeOffset? _start;
        private double _lapSeconds;
        private double _beats;
        private double _beatSeconds;

        /// <summary>Between a lap's sums and the next lap stand its points, whose names are the same.</summary>
        public bool InTrack { get; set; }

        public double Seconds { get; set; }

        public double Metres { get; set; }

        public int Highest { get; set; }

        public void Start(DateTimeOffset? at)
        {
            _start ??= at;
            (InTrack, _lapSeconds) = (false, Seconds);
        }

        /// <summary>Weighs the lap's average by the length of the lap.</summary>
        public void Beat(double? bpm)
        {
            var seconds = Seconds - _lapSeconds;
            if (Heart(bpm) == 0 || seconds <= 0)
                return;

            _beats += bpm!.Value * seconds;
            _beatSeconds += seconds;
        }

        public WatchSession Sum() => new()
        {
            Sport = sport is null or "Running" ? WatchSport.Run : WatchSport.Other,
            StartedAt = _start,
            DistanceKm = Metres / 1000,
            DurationMin = Seconds / 60,
            HeartRateBpm = _beatSeconds > 0 ? (int)Math.Round(_beats / _beatSeconds) : null,
            HighestHeartRateBpm = Highest > 0 ? Highest : null,
        };
    }
}
