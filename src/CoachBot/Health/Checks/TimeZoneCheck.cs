using System.Globalization;

namespace CoachBot.Health.Checks;

/// <summary>Time zones with their summer times, and the number formats of the five languages: slim images lack them.</summary>
internal sealed class TimeZoneCheck : ISelfCheck
{
    /// <summary>Zone, and hours between a day of January and one of July.</summary>
    private static readonly (string Id, double SummerH)[] Zones =
        [("Europe/London", 1), ("America/New_York", 1), ("Asia/Kolkata", 0), ("Australia/Lord_Howe", -0.5)];

    private static readonly string[] CommaLanguages = ["de", "fr", "es", "pt"];

    public string Name => "time-zones";

    public Task<SelfCheckResult> LookAsync(CancellationToken cancellationToken) => Task.FromResult(Look());

    private static SelfCheckResult Look()
    {
        foreach (var (id, summerH) in Zones)
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone))
                return SelfCheckResult.Fail($"The time zone {id} is not known.", "Install tzdata, or use the image whose name ends in -extra.");
            var change = zone.GetUtcOffset(new DateTime(2026, 7, 15)) - zone.GetUtcOffset(new DateTime(2026, 1, 15));
            if (change != TimeSpan.FromHours(summerH))
                return SelfCheckResult.Fail($"The time zone {id} has the wrong summer time.", "Install a newer tzdata.");
        }

        return CommaLanguages.FirstOrDefault(language => CultureInfo.GetCultureInfo(language).NumberFormat.NumberDecimalSeparator != ",") is { } without
            ? SelfCheckResult.Fail($"Numbers in '{without}' have no comma.", "Install ICU (libicu), and do not set DOTNET_SYSTEM_GLOBALIZATION_INVARIANT.")
            : SelfCheckResult.Ok($"{TimeZoneInfo.GetSystemTimeZones().Count} zones with their summer times; number formats of all languages.");
    }
}
