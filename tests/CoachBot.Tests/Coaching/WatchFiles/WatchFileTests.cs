using System.Globalization;
using System.Text;
using CoachBot.Coaching.WatchFiles;
using CsCheck;
using static CoachBot.Tests.Coaching.WatchFiles.WatchFileBuilder;

namespace CoachBot.Tests.Coaching.WatchFiles;

/// <summary>Sessions are read out of what watches write; whatever else comes gets an answer and does no harm.</summary>
public sealed class WatchFileTests
{
    [Fact]
    public void A_gpx_track_is_summed_up()
    {
        var session = Read(Gpx(km: 10, minutes: 50));

        Assert.Equal((WatchSport.Run, Start), (session.Sport, session.StartedAt));
        Assert.Equal(10, session.DistanceKm!.Value, 0.02);
        Assert.Equal(50, session.DurationMin);
        Assert.Equal((145, 150), (session.HeartRateBpm, session.HighestHeartRateBpm));
    }

    [Fact]
    public void A_pause_in_a_gpx_track_is_no_running_time() => Assert.Equal(50, Read(Gpx(minutes: 50, pauseS: 900)).DurationMin!.Value, 0.3);

    [Theory]
    [InlineData("cycling")]
    [InlineData("Walking")]
    [InlineData("1")]
    public void A_gpx_track_that_is_no_run_says_so(string type) => Assert.Equal(WatchSport.Other, Read(Gpx(type: type)).Sport);

    [Fact]
    public void The_laps_of_a_tcx_file_are_added_and_their_heart_rates_weighed_by_time()
    {
        var session = Read(Tcx());

        Assert.Equal((8, 40, 145, 171), (session.DistanceKm, session.DurationMin, session.HeartRateBpm, session.HighestHeartRateBpm));
        Assert.Equal((WatchSport.Run, Start), (session.Sport, session.StartedAt));
    }

    [Fact]
    public void A_ride_in_a_tcx_file_is_no_run() => Assert.Equal(WatchSport.Other, Read(Tcx("Biking")).Sport);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_session_of_a_fit_file_is_read_in_either_byte_order(bool isBigEndian)
    {
        var session = Read(Fit(isBigEndian: isBigEndian));

        Assert.Equal((10, 50, 145, 168), (session.DistanceKm, session.DurationMin, session.HeartRateBpm, session.HighestHeartRateBpm));
        Assert.Equal((WatchSport.Run, Start), (session.Sport, session.StartedAt));
    }

    [Fact]
    public void A_fit_file_without_a_session_message_is_summed_up_from_its_records()
    {
        var session = Read(Fit(withSession: false));

        Assert.Equal((10, 50, 145, 150), (session.DistanceKm, session.DurationMin, session.HeartRateBpm, session.HighestHeartRateBpm));
    }

    [Fact]
    public void A_ride_in_a_fit_file_is_no_run() => Assert.Equal(WatchSport.Other, Read(Fit(sport: 2)).Sport);

    [Fact]
    public void A_fit_file_with_one_wrong_bit_is_not_believed()
    {
        var file = Fit();
        file[200] ^= 1;

        Assert.Equal(WatchFileProblem.Unreadable, WatchFileReader.ReadFile(file).Problem);
    }

    [Theory]
    [InlineData("""<!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><gpx><trk>&b;</trk></gpx>""")]
    [InlineData("""<!DOCTYPE gpx SYSTEM "http://127.0.0.1:1/evil.dtd"><gpx/>""")]
    [InlineData("""<!DOCTYPE gpx [<!ENTITY x SYSTEM "file:///etc/passwd">]><gpx><trk><name>&x;</name></trk></gpx>""")]
    [InlineData("<gpx><trk>")]
    [InlineData("<gpx><trk></gpx>")]
    [InlineData("<?xml version=\"1.0\" encoding=\"no-such\"?><gpx/>")]
    [InlineData("<")]
    public void Hostile_and_broken_xml_is_unreadable(string xml) =>
        Assert.Equal(WatchFileProblem.Unreadable, WatchFileReader.ReadFile(Encoding.UTF8.GetBytes(xml)).Problem);

    [Fact]
    public void Elements_far_deeper_than_any_watch_writes_are_unreadable()
    {
        var xml = string.Concat(Enumerable.Repeat("<gpx>", 100_000));

        Assert.Equal(WatchFileProblem.Unreadable, WatchFileReader.ReadFile(Encoding.UTF8.GetBytes(xml)).Problem);
    }

    [Theory]
    [InlineData("<html><body>hi</body></html>", WatchFileProblem.OtherKind)]
    [InlineData("%PDF-1.7", WatchFileProblem.OtherKind)]
    [InlineData("", WatchFileProblem.OtherKind)]
    [InlineData("<gpx><rte><rtept lat=\"1\" lon=\"2\"/><rtept lat=\"1\" lon=\"3\"/></rte></gpx>", WatchFileProblem.NoSession)]
    [InlineData("<gpx><trk><trkseg><trkpt lat=\"1\" lon=\"2\"/></trkseg></trk></gpx>", WatchFileProblem.NoSession)]
    [InlineData("<gpx><trk><trkseg><trkpt lat=\"1\" lon=\"2\"/><trkpt lat=\"-80\" lon=\"170\"/></trkseg></trk></gpx>", WatchFileProblem.NoSession)]
    [InlineData("<gpx><trk><trkseg><trkpt lat=\"NaN\" lon=\"1e999\"/><trkpt/></trkseg></trk></gpx>", WatchFileProblem.NoSession)]
    public void What_holds_no_session_is_told_apart_from_what_is_broken(string text, WatchFileProblem expected) =>
        Assert.Equal(expected, WatchFileReader.ReadFile(Encoding.UTF8.GetBytes(text)).Problem);

    [Fact]
    public void A_byte_order_mark_and_utf_16_are_understood()
    {
        var text = Encoding.UTF8.GetString(Gpx()).Replace("encoding=\"UTF-8\"", "encoding=\"UTF-16\"", StringComparison.Ordinal);

        Assert.NotNull(WatchFileReader.ReadFile(new byte[] { 0xEF, 0xBB, 0xBF }.Concat(Gpx()).ToArray()).Session);
        Assert.NotNull(WatchFileReader.ReadFile(Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(text)).ToArray()).Session);
    }

    /// <summary>Set COACHBOT_FUZZ=1000000 for the long run.</summary>
    [Fact]
    public void A_file_changed_at_random_gives_a_believable_session_or_a_problem_and_never_fails()
    {
        byte[][] whole = [Gpx(km: 1, minutes: 5), Tcx(), Fit(), Fit(withSession: false, isBigEndian: true)];
        var runs = long.Parse(Environment.GetEnvironmentVariable("COACHBOT_FUZZ") ?? "4000", CultureInfo.InvariantCulture);
        var change = Gen.Select(Gen.Int[0, 20_000], Gen.Byte, Gen.Int[0, 3]);
        Gen.Select(Gen.Int[0, whole.Length - 1], change.Array[1, 12], Gen.Bool).Sample(
            (which, changes, reseal) =>
            {
                var file = Change(whole[which], changes);
                if (reseal && FitReader.IsFit(file) && file.Length > 16)
                    file = Seal(file[14..^2]);
                var read = WatchFileReader.ReadFile(file);
                return (read.Session is null) != (read.Problem == WatchFileProblem.None) && (read.Session is null || read.Session == read.Session.Believed());
            },
            iter: runs);
    }

    private static WatchSession Read(byte[] file)
    {
        var read = WatchFileReader.ReadFile(file);
        Assert.Equal(WatchFileProblem.None, read.Problem);
        return read.Session!;
    }

    private static byte[] Change(byte[] whole, (int At, byte Value, int How)[] changes)
    {
        var file = new List<byte>(whole);
        foreach (var (at, value, how) in changes)
        {
            var place = file.Count == 0 ? 0 : at % file.Count;
            if (how == 0 && file.Count > 0)
                file[place] = value;
            else if (how == 1)
                file.Insert(place, value);
            else if (how == 2 && file.Count > 0)
                file.RemoveAt(place);
            else if (file.Count > 100)
                file.RemoveRange(file.Count - value / 4, value / 4);
        }

        return [.. file];
    }
}
