using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using CoachBot.Coaching.WatchFiles;

namespace CoachBot.Tests.Coaching.WatchFiles;

/// <summary>Files of a watch, made up here: a run due east along the equator at a steady pace, a point every ten seconds.</summary>
internal static class WatchFileBuilder
{
    private const int StepS = 10;
    private const double KmPerDegree = 111.19508;
    private static readonly DateTimeOffset FitEpoch = new(1989, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public static DateTimeOffset Start { get; } = new(2026, 11, 24, 5, 30, 0, TimeSpan.Zero);

    public static byte[] Gpx(double km = 10, int minutes = 50, DateTimeOffset? start = null, int pauseS = 0, string type = "running")
    {
        var points = new StringBuilder();
        var count = minutes * 60 / StepS;
        for (var i = 0; i <= count; i++)
        {
            var at = (start ?? Start).AddSeconds(i * StepS + (i > count / 2 ? pauseS : 0));
            points.Append(CultureInfo.InvariantCulture, $"""<trkpt lat="0" lon="{km / KmPerDegree * i / count:F8}"><ele>12</ele><time>{at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}</time>""")
                .Append(CultureInfo.InvariantCulture, $"<extensions><gpxtpx:TrackPointExtension><gpxtpx:hr>{140 + i % 11}</gpxtpx:hr></gpxtpx:TrackPointExtension></extensions></trkpt>\n");
        }

        return Encoding.UTF8.GetBytes($"""
            <?xml version="1.0" encoding="UTF-8"?>
            <gpx version="1.1" creator="made up" xmlns="http://www.topografix.com/GPX/1/1" xmlns:gpxtpx="http://www.garmin.com/xmlschemas/TrackPointExtension/v1">
            <metadata><time>2020-01-01T00:00:00Z</time></metadata>
            <trk><name>Morning</name><type>{type}</type><trkseg>{points}</trkseg></trk></gpx>
            """);
    }

    public static byte[] Tcx(string sport = "Running") => Encoding.UTF8.GetBytes($"""
        <TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"><Activities><Activity Sport="{sport}"><Id>x</Id>
        <Lap StartTime="2026-11-24T05:30:00Z"><TotalTimeSeconds>1800.0</TotalTimeSeconds><DistanceMeters>6000.0</DistanceMeters>
        <AverageHeartRateBpm><Value>140</Value></AverageHeartRateBpm><MaximumHeartRateBpm><Value>155</Value></MaximumHeartRateBpm>
        <Track><Trackpoint><Time>2026-11-24T05:30:01Z</Time><DistanceMeters>3.0</DistanceMeters><HeartRateBpm><Value>99</Value></HeartRateBpm></Trackpoint></Track></Lap>
        <Lap StartTime="2026-11-24T06:00:00Z"><TotalTimeSeconds>600.0</TotalTimeSeconds><DistanceMeters>2000.0</DistanceMeters>
        <AverageHeartRateBpm><Value>160</Value></AverageHeartRateBpm><MaximumHeartRateBpm><Value>171</Value></MaximumHeartRateBpm></Lap>
        </Activity></Activities></TrainingCenterDatabase>
        """);

    /// <summary>A session message, or only the records of one.</summary>
    public static byte[] Fit(bool withSession = true, bool isBigEndian = false, byte sport = 1)
    {
        var data = new List<byte>();
        var writer = new FitWriter(data, isBigEndian);
        var start = (uint)(Start - FitEpoch).TotalSeconds;
        writer.Define(0, 20, (253, 4), (5, 4), (3, 1));
        for (uint i = 0; i <= 300; i++)
            writer.Message(0, (4, start + i * StepS), (4, i * 3333), (1, 140 + i % 11));
        if (withSession)
        {
            writer.Define(1, 18, (2, 4), (7, 4), (8, 4), (9, 4), (5, 1), (16, 1), (17, 1));
            writer.Message(1, (4, start), (4, 3_100_000), (4, 3_000_000), (4, 1_000_000), (1, sport), (1, 145), (1, 168));
        }

        return Seal(data);
    }

    public static byte[] Seal(IReadOnlyList<byte> data)
    {
        var file = new byte[14 + data.Count + 2];
        (file[0], file[1]) = (14, 0x20);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(4), (uint)data.Count);
        ".FIT"u8.CopyTo(file.AsSpan(8));
        data.ToArray().CopyTo(file, 14);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(file.Length - 2), FitCrc.Of(file.AsSpan(0, file.Length - 2)));
        return file;
    }

    private sealed class FitWriter(List<byte> data, bool isBigEndian)
    {
        public void Define(byte local, ushort global, params (byte Number, byte Size)[] fields)
        {
            data.AddRange([(byte)(0x40 | local), 0, (byte)(isBigEndian ? 1 : 0)]);
            Number(2, global);
            data.Add((byte)fields.Length);
            foreach (var (number, size) in fields)
                data.AddRange([number, size, (byte)(size == 1 ? 0x02 : 0x86)]);
        }

        public void Message(byte local, params (int Size, uint Value)[] values)
        {
            data.Add(local);
            foreach (var (size, value) in values)
                Number(size, value);
        }

        private void Number(int size, uint value)
        {
            for (var i = 0; i < size; i++)
                data.Add((byte)(value >> 8 * (isBigEndian ? size - 1 - i : i)));
        }
    }
}
