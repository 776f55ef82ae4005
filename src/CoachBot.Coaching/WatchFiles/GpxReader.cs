using System.Xml;

namespace CoachBot.Coaching.WatchFiles;

/// <summary>GPX 1.0 and 1.1: tracks are summed up point by point; routes and waypoints were planned, not run.</summary>
internal static class GpxReader
{
    public static WatchSession? Read(XmlReader xml)
    {
        var track = new TrackSum();
        var sport = WatchSport.Run;
        var inTrack = false;
        while (xml.ReadElement())
        {
            switch (xml.LocalName)
            {
                case "trk":
                    inTrack = true;
                    break;
                case "trkseg":
                    track.StartSegment();
                    break;
                case "trkpt":
                    track.StartPoint(WatchXml.Number(xml.GetAttribute("lat")), WatchXml.Number(xml.GetAttribute("lon")));
                    break;
                case "rte" or "wpt":
                    inTrack = false;
                    break;
                case "type" when inTrack:
                    sport = SportOf(xml.ReadText());
                    break;
                case "time" when inTrack:
                    track.SetTime(WatchXml.Time(xml.ReadText()));
                    break;
                case "hr" when inTrack:
                    track.SetHeartRate(xml.ReadNumber());
                    break;
            }
        }

        return track.Sum() is { } sum ? sum with { Sport = sport } : null;
    }

    /// <summary>Words, and the numbers that one well-known site writes. An unknown word says nothing against a run.</summary>
    private static WatchSport SportOf(string type)
    {
        string[] others = ["cycl", "bik", "ride", "walk", "hik", "swim", "row", "ski"];
        return type.Trim() == "1" || others.Any(word => type.Contains(word, StringComparison.OrdinalIgnoreCase)) ? WatchSport.Other : WatchSport.Run;
    }
}
