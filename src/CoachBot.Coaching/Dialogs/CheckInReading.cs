using CoachBot.Coaching.Language;
using CoachBot.Recovery;
using SoreSite = CoachBot.Recovery.SoreSite;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Puts what a message said into the answers. What was said last counts.</summary>
internal static class CheckInReading
{
    /// <param name="today">The runner's weekday, which "Saturday" is counted back from.</param>
    public static CheckInAnswers Merge(CheckInAnswers known, Understanding said, Question? asked, DayOfWeek today)
    {
        var (distance, duration) = Amount(known, said, asked);
        var merged = known with
        {
            Kind = said.RunType is { } kind ? KindOf(kind.Value) : known.Kind,
            DistanceKm = distance ?? known.DistanceKm,
            DurationMin = duration ?? known.DurationMin,
            PaceSPerKm = said.PaceSPerKm?.Value ?? known.PaceSPerKm,
            DaysAgo = DaysAgo(said, today) ?? known.DaysAgo,
            Rpe = said.Rpe?.Value ?? known.Rpe,
            Soreness = said.Soreness?.Value ?? known.Soreness,
            Sites = said.SoreSites.Count > 0 ? [.. said.SoreSites.Select(site => SiteOf(site.Value))] : known.Sites,
            SleepHours = said.SleepHours?.Value ?? known.SleepHours,
            SleepQuality = said.SleepQuality?.Value ?? known.SleepQuality,
            Energy = said.Energy?.Value ?? known.Energy,
            Stress = said.Stress?.Value ?? known.Stress,
            BodyMassKg = said.MassKg?.Value ?? known.BodyMassKg,
            MassBeforeKg = said.MassBeforeKg?.Value ?? known.MassBeforeKg,
            MassAfterKg = said.MassAfterKg?.Value ?? known.MassAfterKg,
            TemperatureC = said.TemperatureC?.Value ?? known.TemperatureC,
            RestingHrBpm = said.RhrBpm?.Value ?? known.RestingHrBpm,
        };
        return merged.Soreness < CheckInQuestions.SoreEnoughToAskWhere && said.SoreSites.Count == 0 ? merged with { Sites = [] } : merged;
    }

    /// <summary>The message told something that belongs in a check-in.</summary>
    public static bool HasFacts(Understanding said) =>
        said.RunType is not null || HasAmount(said) || said.Rpe is not null || said.Soreness is not null || said.SoreSites.Count > 0
        || said.SleepHours is not null || said.SleepQuality is not null || said.Energy is not null || said.Stress is not null
        || said.MassBeforeKg is not null || said.MassAfterKg is not null || said.RhrBpm is not null;

    /// <summary>"Ice bath after a long run?" names a run and tells of none.</summary>
    public static bool HasNumbers(Understanding said) =>
        HasAmount(said) || (said.Rpe ?? said.Soreness ?? said.SleepHours) is not null || (said.SleepQuality ?? said.Energy ?? said.Stress) is not null;

    /// <summary>The message tells of a run, not only of how the runner is.</summary>
    public static bool HasRun(Understanding said) => said.RunType is not null || HasAmount(said);

    public static SessionKind KindOf(RunType kind) => Enum.Parse<SessionKind>(kind.ToString());

    private static bool HasAmount(Understanding said) => (said.DistanceKm ?? said.DurationMin ?? said.PaceSPerKm) is not null;

    /// <summary>A bare number is a distance to the reader; where the distance is known and the time was asked, it is minutes.</summary>
    private static (double? DistanceKm, double? DurationMin) Amount(CheckInAnswers known, Understanding said, Question? asked)
    {
        var (distance, duration) = (said.DistanceKm?.Value, said.DurationMin?.Value);
        var bare = distance is not null && duration is null && said.DistanceUnitSaid is null && said.RunType is null;
        return asked == Question.Amount && bare && known.DistanceKm is not null ? (null, distance) : (distance, duration);
    }

    private static int? DaysAgo(Understanding said, DayOfWeek today)
    {
        if (said.WhenDays is { Value: <= 0 } days)
            return -days.Value;
        return said.Weekday is { } weekday ? ((int)today - (int)weekday.Value + 7) % 7 : null;
    }

    private static SoreSite SiteOf(Language.SoreSite site) => new(
        SiteName(site.Site),
        site.Side switch
        {
            Language.BodySide.Left => Recovery.BodySide.Left,
            Language.BodySide.Right => Recovery.BodySide.Right,
            Language.BodySide.Both => Recovery.BodySide.Both,
            _ => null,
        },
        site.Spread);

    /// <summary>As the check-in document spells it: lower_back, it_band.</summary>
    private static string SiteName(BodySite site) => site switch
    {
        BodySite.LowerBack => "lower_back",
        BodySite.ItBand => "it_band",
        _ => site.ToString().ToLowerInvariant(),
    };
}
