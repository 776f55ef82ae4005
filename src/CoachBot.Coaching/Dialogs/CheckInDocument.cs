using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>From what was said in the conversation to the check-in document, and to what is kept of it.</summary>
internal static class CheckInDocument
{
    public static CheckIn Build(CheckInAnswers answers, RunnerRecord runner, DateTimeOffset now, TimeZoneInfo? zone, string locale)
    {
        var history = runner.History.Where(entry => entry.At < now).ToArray();
        return new CheckIn
        {
            Now = now,
            TimeZone = zone,
            Locale = locale,
            Runner = Profile(answers, runner),
            Training = new Training
            {
                LastHardEndedAt = CheckInHistory.LastHardEndedAt(history),
                LastStrengthEndedAt = CheckInHistory.LastStrengthEndedAt(history),
                Next = NextOf(answers, now),
                Race = answers is { NextKind: SessionKind.Race, NextInDays: > 0 and var days } ? new GoalRace(Noon(now, days)) : null,
            },
            Session = SessionOf(answers, now),
            Soreness = new Soreness
            {
                Overall = answers.Soreness,
                Sites = [.. answers.Sites.Select(site => site with { Score = site.Score ?? answers.Soreness })],
            },
            Sleep = new Sleep { Hours = answers.SleepHours, Quality = answers.SleepQuality, PreviousNightsH = CheckInHistory.PreviousNightsH(history, now) },
            Wellness = new Wellness { Energy = answers.Energy, Stress = answers.Stress, Illness = answers.Illness },
            Baseline = CheckInHistory.BaselineOf(history, now),
            History = CheckInHistory.Past(history, now),
            Notes = answers.Notes,
            Overrides = new Overrides
            {
                Without = [.. Decisions.CanLack.Where(strategy => runner.Without.Contains(JsonNames.Of(strategy)))],
                MinutesAvailable = answers.MinutesAvailable,
                Band = answers.ChosenBand,
            },
        };
    }

    public static CheckInEntry Entry(CheckInAnswers answers, Band band, DateTimeOffset now) => new(now)
    {
        Band = band,
        Kind = answers.Kind,
        DistanceKm = answers.DistanceKm,
        DurationMin = answers.Minutes,
        RunEndedAt = EndedAt(answers, now),
        Rpe = answers.Rpe,
        Soreness = answers.Soreness,
        SleepHours = answers.SleepHours,
        SleepQuality = answers.SleepQuality,
        Energy = answers.Energy,
        Stress = answers.Stress,
    };

    public static RunnerProfile Profile(CheckInAnswers answers, RunnerRecord runner) => new()
    {
        // The exact age was not asked; any age under 18 has the same rules (evidence C18).
        AgeYears = runner.Guardian == Guardian.NotNeeded ? runner.AgeYears ?? runner.AgeFrom : 17,
        BodyMassKg = runner.NoWeight ? null : answers.BodyMassKg ?? answers.MassBeforeKg ?? runner.BodyMassKg,
        Diet = runner.Diet,
        Units = runner.Units ?? Units.Metric,
        Conditions = runner.Conditions.Count > 0 || runner.NoConditions ? runner.Conditions : null,
        Medicines = runner.Medicines.Count > 0 || runner.NoConditions ? runner.Medicines : null,
    };

    private static Session? SessionOf(CheckInAnswers answers, DateTimeOffset now) => !answers.HasRun && answers.Kind is null ? null : new Session
    {
        Kind = answers.Kind,
        EndedAt = EndedAt(answers, now),
        DistanceKm = answers.DistanceKm,
        DurationMin = answers.Minutes,
        Rpe = answers.Rpe,
        TemperatureC = answers.TemperatureC,
        MassBeforeKg = answers.MassBeforeKg,
        MassAfterKg = answers.MassAfterKg,
    };

    private static NextSession? NextOf(CheckInAnswers answers, DateTimeOffset now) => answers.NextInDays is > 0 and var days
        ? new NextSession { At = Noon(now, days), Kind = answers.NextKind, Demanding = true }
        : null;

    /// <summary>The hour was not asked; noon is never further off than half a day.</summary>
    private static DateTimeOffset Noon(DateTimeOffset now, int days) => new DateTimeOffset(now.Date, now.Offset).AddDays(days).AddHours(12);

    /// <summary>An earlier day is that many days ago at this hour: late enough that nothing "in the first two hours" is advised.</summary>
    private static DateTimeOffset? EndedAt(CheckInAnswers answers, DateTimeOffset now) =>
        answers is { HasRun: true, DaysAgo: > 0 and var days } ? now.AddDays(-days) : null;
}
