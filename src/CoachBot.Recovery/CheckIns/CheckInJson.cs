using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;

namespace CoachBot.Recovery;

/// <param name="Value">The check-in, when nothing in the document was wrong.</param>
/// <param name="Error">One sentence that names the field, its value and what is allowed.</param>
public readonly record struct CheckInParseResult(CheckIn? Value, string? Error);

/// <summary>Reads the check-in document. What is wrong is said and nothing is guessed; unknown fields are ignored.</summary>
public static class CheckInJson
{
    public static CheckInParseResult Parse(ReadOnlyMemory<byte> utf8)
    {
        if (!Utf8.IsValid(utf8.Span))
            return new(null, "The document is not UTF-8; it must be one JSON object.");

        try
        {
            using var document = JsonDocument.Parse(utf8);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Read(document.RootElement)
                : new(null, $"The document is {document.RootElement.ValueKind.ToString().ToLowerInvariant()}; it must be a JSON object.");
        }
        catch (JsonException broken)
        {
            return new(null, $"The document is not JSON at line {broken.LineNumber + 1}, byte {broken.BytePositionInLine + 1}; it must be one JSON object.");
        }
    }

    private static CheckInParseResult Read(JsonElement root)
    {
        var fault = new DocumentReader.FirstFault();
        var reader = new DocumentReader(root, "", fault);
        var now = reader.Time("now");
        if (now is null)
            fault.Say("now is missing; it must be a time with its offset, such as 2026-11-22T11:00:00+00:00.");

        var checkIn = new CheckIn
        {
            Now = now ?? default,
            TimeZone = ReadZone(reader),
            Locale = reader.Text("locale") ?? "en",
            Runner = ReadRunner(reader.Object("runner")),
            Training = ReadTraining(reader.Object("training")),
            Session = ReadSession(reader.Object("session")),
            Soreness = ReadSoreness(reader.Object("soreness")),
            Sleep = ReadSleep(reader.Object("sleep")),
            Wellness = ReadWellness(reader.Object("wellness")),
            Devices = ReadDevices(reader.Object("devices")),
            Baseline = ReadBaseline(reader.Object("baseline")),
            History = [.. (reader.Objects("history") ?? []).Select(ReadPast)],
            Notes = reader.Texts("notes") ?? [],
            Overrides = ReadOverrides(reader.Object("overrides")),
        };

        if (fault.Text is null)
            CheckInTimes.Check(checkIn, fault);
        return fault.Text is null ? new(checkIn, null) : new(null, fault.Text);
    }

    private static TimeZoneInfo? ReadZone(DocumentReader reader)
    {
        if (reader.Text("timeZone") is not { } name)
            return null;

        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone))
            return zone;

        reader.Fault.Say($"timeZone is \"{name}\"; it must be a zone of the IANA list, such as Europe/London.");
        return null;
    }

    private static RunnerProfile ReadRunner(DocumentReader? reader) => reader is null ? RunnerProfile.Unknown : new()
    {
        AgeYears = reader.Whole("ageYears", 5, 110),
        Sex = reader.Text("sex"),
        BodyMassKg = reader.Number("bodyMassKg", 25, 250),
        SleepNeedH = reader.Number("sleepNeedH", 4, 14),
        Units = reader.Word<Units>("units") ?? Units.Metric,
        Conditions = reader.Texts("conditions"),
        Medicines = reader.Texts("medicines"),
        Diet = reader.Text("diet"),
        Equipment = reader.Texts("equipment"),
        TriedBefore = reader.Texts("triedBefore") ?? [],
    };

    private static Training ReadTraining(DocumentReader? reader) => reader is null ? Training.Unknown : new()
    {
        Phase = reader.Word<TrainingPhase>("phase"),
        UsualWeekKm = reader.Number("usualWeekKm", 0, 400),
        LongestRunLast30DaysKm = reader.Number("longestRunLast30DaysKm", 0, 400),
        LastHardEndedAt = reader.Time("lastHardEndedAt"),
        LastStrengthEndedAt = reader.Time("lastStrengthEndedAt"),
        Next = ReadNext(reader.Object("next")),
        Race = ReadRace(reader.Object("race")),
    };

    private static NextSession? ReadNext(DocumentReader? reader)
    {
        if (reader is null)
            return null;

        var at = reader.Time("at");
        var next = new NextSession
        {
            At = at ?? default,
            Kind = reader.Word<SessionKind>("kind"),
            Demanding = reader.Flag("demanding"),
            Description = reader.Text("description"),
        };
        return at is null ? null : next;
    }

    private static GoalRace? ReadRace(DocumentReader? reader)
    {
        if (reader is null)
            return null;

        var (at, distance) = (reader.Time("at"), reader.Number("distanceKm", 0, 400));
        return at is null ? null : new GoalRace(at.Value, distance);
    }

    private static Session? ReadSession(DocumentReader? reader) => reader is null ? null : new()
    {
        Kind = reader.Word<SessionKind>("kind"),
        StartedAt = reader.Time("startedAt"),
        EndedAt = reader.Time("endedAt"),
        DistanceKm = reader.Number("distanceKm", 0, 400),
        DurationMin = reader.Number("durationMin", 0, 4320),
        Rpe = reader.Number("rpe", 0, 10),
        TemperatureC = reader.Number("temperatureC", -50, 55),
        DescentM = reader.Number("descentM", 0, 20000),
        UnaccustomedDescent = reader.Flag("unaccustomedDescent"),
        MassBeforeKg = reader.Number("massBeforeKg", 25, 250),
        MassAfterKg = reader.Number("massAfterKg", 25, 250),
        FluidL = reader.Number("fluidL", 0, 30),
        CarbohydrateG = reader.Number("carbohydrateG", 0, 3000),
    };

    private static Soreness ReadSoreness(DocumentReader? reader) => reader is null ? Soreness.Unknown : new()
    {
        Overall = reader.Number("overall", 0, 10),
        Sites = [.. (reader.Objects("sites") ?? []).Select(ReadSite)],
        Limp = reader.Flag("limp"),
    };

    private static SoreSite ReadSite(DocumentReader reader) =>
        new(reader.Text("site") ?? "", reader.Word<BodySide>("side"), reader.Flag("spread"), reader.Number("score", 0, 10));

    private static Sleep ReadSleep(DocumentReader? reader) => reader is null ? Sleep.Unknown : new()
    {
        Hours = reader.Number("hours", 0, 24),
        Quality = reader.Number("quality", 1, 5),
        PreviousNightsH = reader.Numbers("previousNightsH", 0, 24) ?? [],
        UsualBedtime = reader.ClockTime("usualBedtime"),
    };

    private static Wellness ReadWellness(DocumentReader? reader) => reader is null ? Wellness.Unknown : new()
    {
        Energy = reader.Number("energy", 1, 5),
        Stress = reader.Number("stress", 1, 5),
        Illness = reader.Texts("illness"),
        TemperatureC = reader.Number("temperatureC", 30, 45),
    };

    private static Devices ReadDevices(DocumentReader? reader) => reader is null ? Devices.None : new()
    {
        RestingHrDeltaBpm = reader.Number("restingHrDeltaBpm", -100, 150),
        Hrv7DayDeltaSd = reader.Number("hrv7DayDeltaSd", -20, 20),
        HrvDaysBelow = reader.Whole("hrvDaysBelow", 0, 1000),
        VendorReadiness = reader.Number("vendorReadiness", 0, 100),
    };

    private static Baseline ReadBaseline(DocumentReader? reader) => reader is null ? Baseline.None : new()
    {
        ValidCheckIns = reader.Whole("validCheckIns", 0, 100000) ?? 0,
        PerWeek = reader.Number("perWeek", 0, 100),
        Soreness = ReadMean(reader.Object("soreness"), 0, 10),
        SleepHours = ReadMean(reader.Object("sleepHours"), 0, 24),
        SleepQuality = ReadMean(reader.Object("sleepQuality"), 1, 5),
        Energy = ReadMean(reader.Object("energy"), 1, 5),
        Stress = ReadMean(reader.Object("stress"), 1, 5),
    };

    private static MeanSd? ReadMean(DocumentReader? reader, double min, double max) =>
        reader?.Number("mean", min, max) is { } mean && reader.Number("sd", 0, max) is { } sd ? new MeanSd(mean, sd) : null;

    private static PastCheckIn ReadPast(DocumentReader reader)
    {
        var at = reader.Time("at");
        if (at is null)
            reader.Fault.Say($"{reader.PathOf("at")} is missing; it must be a time with its offset.");

        return new PastCheckIn(at ?? default)
        {
            Band = reader.Word<Band>("band"),
            Soreness = reader.Number("soreness", 0, 10),
            SleepHours = reader.Number("sleepHours", 0, 24),
            SleepQuality = reader.Number("sleepQuality", 1, 5),
            Energy = reader.Number("energy", 1, 5),
            Stress = reader.Number("stress", 1, 5),
        };
    }

    private static Overrides ReadOverrides(DocumentReader? reader) => reader is null ? Overrides.None : new()
    {
        Without = reader.Words<Strategy>("without") ?? [],
        MinutesAvailable = reader.Number("minutesAvailable", 0, 1440),
        Band = reader.Word<Band>("band"),
    };

    internal static string Show(DateTimeOffset time) => time.ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
}
