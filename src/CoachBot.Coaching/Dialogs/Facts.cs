using CoachBot.Coaching.Content;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Says answers back in a few words, from the values and never from what was typed.</summary>
internal static class Facts
{
    public const double KmPerMile = 1.609344;

    /// <summary>What <paramref name="now"/> holds and <paramref name="before"/> did not, in the order of the questions.</summary>
    public static IReadOnlyList<string> New(CheckInAnswers before, CheckInAnswers now, Voice voice)
    {
        var facts = new List<string>();
        if (now.Kind != before.Kind && now.Kind is { } kind)
            facts.Add(voice.Say($"kind.{JsonNames.Of(kind)}"));
        if (now.DistanceKm != before.DistanceKm && now.DistanceKm is { } km)
            facts.Add(Distance(km, voice));
        if (now.DurationMin != before.DurationMin && now.DurationMin is { } minutes)
            facts.Add(Duration(minutes, voice));
        Add(facts, voice, "fact.effort", before.Rpe, now.Rpe);
        Add(facts, voice, "fact.soreness", before.Soreness, now.Soreness);
        if (!now.Sites.Select(Place).SequenceEqual(before.Sites.Select(Place)))
            facts.AddRange(now.Sites.Select(site => Site(site, voice)));
        Add(facts, voice, "fact.sleep", before.SleepHours, now.SleepHours);
        Add(facts, voice, "fact.sleep-quality", before.SleepQuality, now.SleepQuality);
        Add(facts, voice, "fact.energy", before.Energy, now.Energy);
        if (now.Stress != before.Stress && now.Stress is { } stress)
            facts.Add(voice.Say("fact.stress", ("word", voice.Say($"scale.stress.{stress}"))));
        Add(facts, voice, "fact.resting-hr", before.RestingHrBpm, now.RestingHrBpm);
        return facts;
    }

    /// <summary>Something that was known has another value now.</summary>
    public static bool Replaced(CheckInAnswers before, CheckInAnswers now) =>
        Differs(before.Kind, now.Kind) || Differs(before.DistanceKm, now.DistanceKm) || Differs(before.DurationMin, now.DurationMin)
        || Differs(before.Rpe, now.Rpe) || Differs(before.Soreness, now.Soreness) || Differs(before.SleepHours, now.SleepHours)
        || Differs(before.SleepQuality, now.SleepQuality) || Differs(before.Energy, now.Energy) || Differs(before.Stress, now.Stress)
        || (before.Sites.Count > 0 && !now.Sites.Select(Place).SequenceEqual(before.Sites.Select(Place)));

    public static string Distance(double km, Voice voice) => voice.Units == Units.Imperial
        ? voice.Say("fact.mi", ("value", Math.Round(km / KmPerMile, 1)))
        : voice.Say("fact.km", ("value", Math.Round(km, 1)));

    private static string Duration(double minutes, Voice voice)
    {
        var whole = (int)Math.Round(minutes);
        return whole < 90
            ? voice.Say("fact.minutes", ("minutes", whole))
            : voice.Say("fact.hours", ("hours", whole / 60), ("minutes", whole % 60));
    }

    private static string Site(SoreSite site, Voice voice)
    {
        var name = voice.Say($"site.{(voice.Phrases.Has($"site.{site.Site}") ? site.Site : "other")}");
        return site.Side is { } side ? voice.Say("fact.site", ("site", name), ("side", voice.Say($"side.{JsonNames.Of(side)}"))) : name;
    }

    private static (string, BodySide?) Place(SoreSite site) => (site.Site, site.Side);

    private static bool Differs<T>(T? before, T? now) where T : struct => before is { } old && !(now is { } value && old.Equals(value));

    private static void Add(List<string> facts, Voice voice, string key, double? before, double? now)
    {
        if (now is { } value && now != before)
            facts.Add(voice.Say(key, ("value", value)));
    }
}
