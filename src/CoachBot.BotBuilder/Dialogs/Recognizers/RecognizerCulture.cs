namespace CoachBot.BotBuilder.Dialogs.Recognizers;

/// <summary>The nearest culture that a recognizer knows; English when there is none.</summary>
internal static class RecognizerCulture
{
    private const string English = "en-us";

    /// <summary>English with the day before the month.</summary>
    private const string OtherEnglish = "en-*";

    private static readonly string[] Numbers =
    [
        English, "zh-cn", "es-es", "es-mx", "pt-br", "fr-fr", "de-de", "it-it", "ja-jp", "nl-nl", "ko-kr", "sv-se", "tr-tr", "hi-in",
    ];

    private static readonly string[] Times =
        [English, "zh-cn", "es-es", "es-mx", "pt-br", "fr-fr", "de-de", "it-it", "ja-jp", "nl-nl", "tr-tr", "hi-in"];

    /// <summary>
    /// A text that takes a model through its slow first run: number words above all (French needs two seconds for its
    /// first), then an ordinal, digits, a unit and a time.
    /// </summary>
    public static string Sample(string culture) => Words(culture) + " km 12:00 2020-01-01";

    public static string ForNumbers(string? locale) => Nearest(Numbers, locale);

    public static string ForTimes(string? locale) =>
        locale != null && locale.StartsWith("en-", StringComparison.OrdinalIgnoreCase)
            && !locale.Equals(English, StringComparison.OrdinalIgnoreCase)
                ? OtherEnglish
                : Nearest(Times, locale);

    private static string Nearest(string[] cultures, string? locale)
    {
        var code = (locale ?? "").Trim().ToLowerInvariant().Replace('_', '-');
        var language = code.Split('-')[0] + '-';
        return Array.Find(cultures, culture => culture == code)
            ?? Array.Find(cultures, culture => culture.StartsWith(language, StringComparison.Ordinal))
            ?? English;
    }

    private static string Words(string culture) => culture.Split('-')[0] switch
    {
        "fr" => "quarante-deux deuxième",
        "de" => "zweiundvierzig zweite",
        "es" => "cuarenta y dos segundo",
        "pt" => "quarenta e dois segundo",
        "it" => "quarantadue secondo",
        "nl" => "tweeënveertig tweede",
        "sv" => "fyrtiotvå andra",
        "tr" => "kırk iki ikinci",
        "hi" => "बारह दूसरा",
        "zh" or "ja" => "四十二 第二",
        "ko" => "사십이 두번째",
        _ => "forty two second",
    };
}
