using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.TimeZones;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Time zones by the name of a city or of a country with one zone, as the time zone data names them.</summary>
internal static class Places
{
    private const int MostOffered = 4;

    private static readonly Lazy<Dictionary<string, string>> ByName = new(Index);

    /// <summary>The zone of the longest run of words that names a place: "i live near são paulo".</summary>
    public static string? Find(string text)
    {
        var words = Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var length = Math.Min(words.Length, 4); length > 0; length--)
        {
            for (var start = 0; start + length <= words.Length; start++)
            {
                if (ByName.Value.TryGetValue(string.Join(' ', words.AsSpan(start, length)), out var zone))
                    return zone;
            }
        }

        return null;
    }

    /// <summary>The zones of a runner's country, for buttons; none where the country is not known.</summary>
    public static IReadOnlyList<string> Of(string? country) =>
        [.. Locations.Where(location => location.CountryCode == country).Select(location => location.ZoneId).Take(MostOffered)];

    private static IEnumerable<TzdbZoneLocation> Locations => TzdbDateTimeZoneSource.Default.ZoneLocations ?? [];

    private static Dictionary<string, string> Index()
    {
        var places = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var id in DateTimeZoneProviders.Tzdb.Ids.Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal)))
            places.TryAdd(Plain(id[(id.LastIndexOf('/') + 1)..]), id);
        foreach (var country in Locations.GroupBy(location => location.CountryName).Where(country => country.Count() == 1))
            places.TryAdd(Plain(country.Key), country.Single().ZoneId);
        return places;
    }

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetter(letter))
                plain.Append(char.ToLowerInvariant(letter));
            else if (CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)
                plain.Append(' ');
        }

        return plain.ToString().Trim();
    }
}
