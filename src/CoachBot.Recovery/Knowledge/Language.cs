namespace CoachBot.Recovery;

/// <summary>The five languages of the content.</summary>
public enum Language
{
    En,
    Es,
    Fr,
    De,
    Pt,
}

public static class Languages
{
    public static IReadOnlyList<Language> All { get; } = Enum.GetValues<Language>();

    /// <returns>"en", "es", "fr", "de" or "pt": the file name and the key in the content.</returns>
    public static string Code(this Language language) => JsonNames.Of(language);

    /// <summary>The language of a BCP 47 tag, English where it is none of the five.</summary>
    public static Language Of(string locale)
    {
        var end = locale.AsSpan().IndexOfAny('-', '_');
        var code = (end < 0 ? locale : locale[..end]).ToLowerInvariant();
        return JsonNames.TryParse<Language>(code, out var language) ? language : Language.En;
    }
}
