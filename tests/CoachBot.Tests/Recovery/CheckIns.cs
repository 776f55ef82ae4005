using CoachBot.Recovery;

namespace CoachBot.Tests.Recovery;

/// <summary>Check-ins to begin with: a healthy runner of 70 kg at eleven on a Sunday, who feels fine.</summary>
internal static class CheckIns
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 11, 0, 0, TimeSpan.Zero);

    public static readonly CheckIn Fine = new()
    {
        Now = Now,
        Runner = new() { AgeYears = 36, BodyMassKg = 70, Conditions = [], Medicines = [] },
        Soreness = new() { Overall = 2 },
        Sleep = new() { Hours = 7.8, Quality = 4, PreviousNightsH = [7.5, 7.6] },
        Wellness = new() { Energy = 4, Stress = 4, Illness = [] },
        Baseline = new() { ValidCheckIns = 12, PerWeek = 4 },
    };

    public static CheckIn After(SessionKind kind, double minutes, double? km = null, TrainingPhase? phase = TrainingPhase.Build) => Fine with
    {
        Training = new() { Phase = phase },
        Session = new() { Kind = kind, EndedAt = Now.AddMinutes(-15), DurationMin = minutes, DistanceKm = km, Rpe = kind == SessionKind.Easy ? 3 : 7 },
    };

    public static CheckIn With(this CheckIn checkIn, params string[] conditions) =>
        checkIn with { Runner = checkIn.Runner with { Conditions = conditions } };

    public static CheckIn Equipped(this CheckIn checkIn) =>
        checkIn with { Runner = checkIn.Runner with { Equipment = ["bath", "foamRoller", "compression", "massageGun", "boots", "cherry juice"] } };

    public static CheckIn WithTub(this CheckIn checkIn) => checkIn with { Runner = checkIn.Runner with { Equipment = ["bath"] } };

    public static CheckIn Weighing(this CheckIn checkIn, double massKg) => checkIn with { Runner = checkIn.Runner with { BodyMassKg = massKg } };

    public static CheckIn NextIn(this CheckIn checkIn, double hours, SessionKind kind = SessionKind.Intervals, bool demanding = true) => checkIn with
    {
        Training = checkIn.Training with { Next = new() { At = checkIn.Now.AddHours(hours), Kind = kind, Demanding = demanding } },
    };

    public static CheckIn RaceIn(this CheckIn checkIn, double hours, double km = 42.2) =>
        checkIn with { Training = checkIn.Training with { Race = new(checkIn.Now.AddHours(hours), km) } };
}
