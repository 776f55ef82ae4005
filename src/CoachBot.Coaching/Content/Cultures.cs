using System.Globalization;

namespace CoachBot.Coaching.Content;

/// <summary>The five languages, and how a runner's numbers and dates are written.</summary>
public static class Cultures
{
    public const string Fallback = "en";

    public static IReadOnlyList<string> Languages { get; } = ["en", "es", "fr", "de", "pt"];

    /// <summary>The language of a tag such as "de-AT"; null where it is none of the five.</summary>
    public static string? LanguageOf(string? locale)
    {
        if (string.IsNullOrWhiteSpace(locale))
            return null;

        var end = locale.IndexOfAny(['-', '_']);
        var language = (end < 0 ? locale : locale[..end]).Trim().ToLowerInvariant();
        return Languages.Contains(language) ? language : null;
    }

    /// <summary>The runner's own culture where it is of that language ("es-MX" writes 7.5), else the usual one of the language.</summary>
    public static CultureInfo For(string language, string? locale)
    {
        if (LanguageOf(locale) == language && locale!.Length > 2 && Known(locale.Replace('_', '-')) is { } own)
            return own;

        return CultureInfo.GetCultureInfo(language switch { "es" => "es-ES", "fr" => "fr-FR", "de" => "de-DE", "pt" => "pt-BR", _ => "en-GB" });
    }

    /// <summary>French and Portuguese count none and one alike.</summary>
    public static bool IsOne(string language, double count) => language is "fr" or "pt" ? count is >= 0 and < 2 : count == 1;

    private static CultureInfo? Known(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
