using static CoachBot.Tests.Recovery.RecoveryContent;

namespace CoachBot.Tests.Recovery;

/// <summary>What is wrong in a document is named, and nothing is guessed.</summary>
public sealed class CheckInJsonTests
{
    private const string Now = """ "now": "2026-11-22T11:00:00Z" """;

    [Theory]
    [InlineData("""{}""", "now", "missing")]
    [InlineData("""{"now":"yesterday"}""", "now", "yesterday")]
    [InlineData("""{"now":"2026-11-22T11:00:00"}""", "now", "offset")]
    [InlineData("""{"now":"2026-13-22T11:00:00Z"}""", "now", "2026-13-22")]
    [InlineData("""{NOW,"runner":{"bodyMassKg":700}}""", "runner.bodyMassKg", "700", "25 to 250")]
    [InlineData("""{NOW,"runner":{"bodyMassKg":"154 lb"}}""", "runner.bodyMassKg", "154 lb", "25 to 250")]
    [InlineData("""{NOW,"runner":{"ageYears":36.5}}""", "runner.ageYears", "36.5", "5 to 110")]
    [InlineData("""{NOW,"runner":{"units":"stones"}}""", "runner.units", "stones", "metric, imperial")]
    [InlineData("""{NOW,"training":{"phase":"peak"}}""", "training.phase", "peak", "raceWeek")]
    [InlineData("""{NOW,"session":{"rpe":11}}""", "session.rpe", "11", "0 to 10")]
    [InlineData("""{NOW,"session":{"temperatureC":86}}""", "session.temperatureC", "86", "-50 to 55")]
    [InlineData("""{NOW,"session":{"endedAt":"2026-11-22T12:00:00Z"}}""", "session.endedAt", "2026-11-22T12:00:00", "now")]
    [InlineData("""{NOW,"session":{"startedAt":"2026-11-22T10:00:00Z","endedAt":"2026-11-22T09:00:00Z"}}""", "session.endedAt", "09:00", "startedAt")]
    [InlineData("""{NOW,"session":{"massBeforeKg":70,"massAfterKg":151}}""", "session.massAfterKg", "151", "59.5 to 77.0")]
    [InlineData("""{NOW,"training":{"next":{"at":"2026-11-21T11:00:00Z"}}}""", "training.next.at", "2026-11-21", "now")]
    [InlineData("""{NOW,"soreness":{"overall":-1}}""", "soreness.overall", "-1", "0 to 10")]
    [InlineData("""{NOW,"soreness":{"sites":[{"site":"calf","score":12}]}}""", "soreness.sites[0].score", "12", "0 to 10")]
    [InlineData("""{NOW,"sleep":{"hours":420}}""", "sleep.hours", "420", "0 to 24")]
    [InlineData("""{NOW,"sleep":{"quality":0}}""", "sleep.quality", "0", "1 to 5")]
    [InlineData("""{NOW,"sleep":{"previousNightsH":[7,"8"]}}""", "sleep.previousNightsH[1]", "8", "0 to 24")]
    [InlineData("""{NOW,"wellness":{"energy":6}}""", "wellness.energy", "6", "1 to 5")]
    [InlineData("""{NOW,"timeZone":"Mars/Olympus"}""", "timeZone", "Mars/Olympus", "IANA")]
    [InlineData("""{NOW,"notes":["\ud800"]}""", "notes[0]", "text")]
    [InlineData("""[1]""", "array", "object")]
    [InlineData("""{"now":""", "line 1", "JSON")]
    public void A_fault_is_one_sentence_with_field_value_and_range(string document, params string[] parts)
    {
        var error = ErrorOf(document.Replace("NOW", Now, StringComparison.Ordinal));
        Assert.All(parts, part => Assert.Contains(part, error, StringComparison.Ordinal));
        Assert.DoesNotContain("\n", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Unknown_fields_are_ignored_and_null_means_not_said()
    {
        var checkIn = Parse($$"""{ {{Now}}, "shoeSize": 43, "runner": { "bodyMassKg": null, "bodyMassLb": 154 }, "wellness": null }""");
        Assert.Null(checkIn.Runner.BodyMassKg);
        Assert.Null(checkIn.Wellness.Energy);
        Assert.Null(checkIn.Runner.Conditions);
    }

    [Fact]
    public void The_runners_clock_decides_the_day()
    {
        var checkIn = Parse("""{"now":"2026-07-22T23:30:00Z","timeZone":"Europe/Berlin"}""");
        Assert.Equal(23, checkIn.Local(checkIn.Now).Day);
    }
}
