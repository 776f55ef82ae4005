using CoachBot.Recovery;
using CsCheck;

namespace CoachBot.Tests.Recovery;

/// <summary>All kinds of check-ins, likely and unlikely, without red flags.</summary>
internal static class AnyCheckIn
{
    private static readonly string[] Conditions =
    [
        "raynauds", "coldUrticaria", "heartDisease", "arrhythmia", "hypertension", "stroke", "peripheralArteryDisease", "clotHistory", "diabetes",
        "kidneyDisease", "pregnancy", "postpartum", "epilepsy", "asthma", "neuropathy", "openWound", "eatingDisorder", "redS", "boneStressHistory",
        "bleedingDisorder", "something nobody knows",
    ];

    private static readonly string[] Medicines = ["apixaban", "insulin", "bisoprolol", "ibuprofen", "levothyroxine", "an unknown pill"];

    private static readonly Gen<RunnerProfile> Runner =
        from age in Maybe(Gen.Int[12, 80])
        from mass in Maybe(Gen.Double[40, 110])
        from conditions in OneOf(Conditions).List[0, 2]
        from medicines in OneOf(Medicines).List[0, 1]
        from kit in OneOf("bath", "foamRoller", "compression", "massageGun", "boots", "cherry juice").List[0, 4]
        from units in Gen.Enum<Units>()
        from asked in Gen.Bool
        select new RunnerProfile
        {
            AgeYears = age,
            BodyMassKg = mass,
            Conditions = asked ? conditions : null,
            Medicines = asked ? medicines : null,
            Equipment = asked ? kit : null,
            Units = units,
        };

    private static readonly Gen<Session?> Done =
        from kind in Gen.Enum<SessionKind>()
        from minutes in Gen.Double[15, 400]
        from km in Maybe(Gen.Double[3, 60])
        from ago in Gen.OneOf(Gen.Double[0, 3], Gen.Double[0, 60])
        from temperature in Maybe(Gen.Double[-5, 38])
        from lost in Maybe(Gen.Double[-1, 4])
        from rpe in Maybe(Gen.Double[0, 10])
        from downhill in Maybe(Gen.Bool)
        from none in Gen.Int[0, 4]
        select none == 0 ? null : new Session
        {
            Kind = kind,
            DurationMin = minutes,
            DistanceKm = km,
            EndedAt = CheckIns.Now.AddHours(-ago),
            TemperatureC = temperature,
            Rpe = rpe,
            MassBeforeKg = lost is null ? null : 70,
            MassAfterKg = 70 - lost,
            UnaccustomedDescent = downhill,
        };

    private static readonly Gen<Training> Plan =
        from phase in Maybe(Gen.Enum<TrainingPhase>())
        from next in Maybe(Gen.Double[0, 120])
        from kind in Gen.Enum<SessionKind>()
        from demanding in Maybe(Gen.Bool)
        from race in Maybe(Gen.Double[1, 400])
        from raceKm in Maybe(Gen.Double[5, 60])
        from lastHard in Maybe(Gen.Double[1, 90])
        select new Training
        {
            Phase = phase,
            LongestRunLast30DaysKm = 20,
            UsualWeekKm = 50,
            LastHardEndedAt = lastHard is { } ago ? CheckIns.Now.AddHours(-ago) : null,
            Next = next is { } ahead ? new() { At = CheckIns.Now.AddHours(ahead), Kind = kind, Demanding = demanding } : null,
            Race = race is { } hours ? new(CheckIns.Now.AddHours(hours), raceKm) : null,
        };

    public static readonly Gen<CheckIn> Any =
        from runner in Runner
        from session in Done
        from training in Plan
        from state in State
        from language in OneOf("en-GB", "es-ES", "fr-FR", "de-DE", "pt-BR", "nl-NL")
        select state with { Now = CheckIns.Now, Locale = language, Runner = runner, Session = session, Training = training };

    private static Gen<CheckIn> State =>
        from soreness in Maybe(Gen.Double[0, 10])
        from hours in Maybe(Gen.Double[3, 10])
        from quality in Maybe(Gen.Int[1, 5])
        from energy in Maybe(Gen.Int[1, 5])
        from stress in Maybe(Gen.Int[1, 5])
        from nights in Gen.Double[4, 9].List[0, 3]
        from beats in Maybe(Gen.Double[-10, 20])
        from hrv in Maybe(Gen.Double[-3, 3])
        from count in Gen.Int[0, 60]
        from perWeek in Gen.Double[0, 7]
        from mean in Gen.Double[0, 5]
        from sd in Gen.Double[0, 2]
        select new CheckIn
        {
            Now = CheckIns.Now,
            Soreness = new() { Overall = soreness },
            Sleep = new() { Hours = hours, Quality = quality, PreviousNightsH = nights },
            Wellness = new() { Energy = energy, Stress = stress, Illness = [] },
            Devices = new() { RestingHrDeltaBpm = beats, Hrv7DayDeltaSd = hrv, VendorReadiness = 90 },
            Baseline = new() { ValidCheckIns = count, PerWeek = perWeek, Soreness = new(mean, sd), SleepHours = new(7.2, sd), Energy = new(3.5, sd) },
        };

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static Gen<T?> Maybe<T>(Gen<T> gen) where T : struct =>
        from there in Gen.Int[0, 3]
        from value in gen
        select there == 0 ? (T?)null : value;
}
