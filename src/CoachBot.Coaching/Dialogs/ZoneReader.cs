using CoachBot.Coaching.Content;
using CoachBot.Coaching.Language;

namespace CoachBot.Coaching.Dialogs;

/// <summary>The runner's time zone from a city or country they name, or from what their clock shows.</summary>
internal static class ZoneReader
{
    private const int ClockStepMin = 15;

    private static readonly Lazy<IReadOnlyList<(string City, string Id)>> Cities = new(() =>
        [.. TimeZoneInfo.GetSystemTimeZones().Where(zone => zone.HasIanaId && zone.Id.Contains('/', StringComparison.Ordinal) && !zone.Id.StartsWith("Etc/", StringComparison.Ordinal))
            .Select(zone => (zone.Id[(zone.Id.LastIndexOf('/') + 1)..].Replace('_', ' '), zone.Id))]);

    /// <summary>An IANA id; null when the message names no place and no time of day.</summary>
    public static string? Read(CoachTurn turn)
    {
        if (!turn.Input.HasLetters && !turn.Text.Contains(':', StringComparison.Ordinal) || turn.Input.IsLong)
            return null;

        var named = turn.Voice.Words("words.zones").Select(line => line.Split(" = "));
        return named.FirstOrDefault(place => WordList.Finds(turn.Text, [place[0]]))?[1]
            ?? Cities.Value.FirstOrDefault(place => WordList.Finds(turn.Text, [place.City])).Id
            ?? (turn.Understand(turn.Text, DialogStep.Reminder).PromptTime is { } clock ? ByClock(clock.Value, turn) : null);
    }

    public static void Keep(CoachTurn turn, string zone)
    {
        turn.Runner = turn.Runner with { TimeZone = zone };
        var local = TimeZoneInfo.ConvertTime(turn.Now, TimeZoneInfo.FindSystemTimeZoneById(zone));
        turn.Preface(turn.Voice.Say("zone.done", ("zone", NameOf(zone, turn.Voice)), ("time", local.ToString("t", turn.Voice.Culture))));
    }

    /// <summary>"London" for Europe/London, spelled as the runner's language does: "São Paulo".</summary>
    public static string NameOf(string zone, Voice voice)
    {
        var city = zone[(zone.LastIndexOf('/') + 1)..].Replace('_', ' ');
        var named = voice.Words("words.zones").Select(line => line.Split(" = "));
        return named.FirstOrDefault(place => place[1] == zone && WordList.Is(place[0], [city]))?[0] ?? city;
    }

    /// <summary>Places of the runner's language come first: many zones show the same time today.</summary>
    private static string? ByClock(TimeOnly clock, CoachTurn turn)
    {
        var utc = turn.Now.ToUniversalTime();
        var ahead = Math.Round((clock.ToTimeSpan() - utc.TimeOfDay).TotalMinutes / ClockStepMin) * ClockStepMin;
        var offset = TimeSpan.FromMinutes(ahead switch { > 14 * 60 => ahead - 24 * 60, < -12 * 60 => ahead + 24 * 60, _ => ahead });
        return turn.Voice.Words("words.zones").Select(line => line.Split(" = ")[1]).Concat(Cities.Value.Select(place => place.Id))
            .FirstOrDefault(id => TimeZoneInfo.FindSystemTimeZoneById(id).GetUtcOffset(utc) == offset);
    }
}
