using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Recognizers.Text;
using Microsoft.Recognizers.Text.DateTime;
using Microsoft.Recognizers.Text.Number;
using Microsoft.Recognizers.Text.NumberWithUnit;

namespace CoachBot.BotBuilder.Dialogs.Recognizers;

/// <summary>
/// Numbers, quantities and times in free text. The only file that touches Microsoft.Recognizers.Text, which brings
/// three dangers held off here: its result cache would keep what users typed (off), an unknown culture would silently
/// become English (mapped by <see cref="RecognizerCulture"/>), and some texts make its expressions run for minutes
/// (<see cref="TextGuard"/>, and one second for each expression). Thread-safe.
/// </summary>
public static class TextRecognizers
{
    /// <summary>For each expression. Those of one kind all get the time-out of the first that was built.</summary>
    private const int TimeoutS = 1;
    private const int MaxWarmRuns = 6;

    private static readonly TimeSpan WarmRun = TimeSpan.FromSeconds(0.2);

    private static readonly ConcurrentDictionary<(Kind Kind, string Culture), Lazy<IModel>> Models = new();

    private enum Kind
    {
        Number,
        Ordinal,
        Currency,
        Age,
        Temperature,
        Dimension,
        DateTime,
    }

    public static IReadOnlyList<RecognizedText> Numbers(string? text, string? locale = null) => Find(Kind.Number, text, locale);

    /// <summary>"second" is 2, "the last" is "end+0".</summary>
    public static IReadOnlyList<RecognizedText> Ordinals(string? text, string? locale = null) => Find(Kind.Ordinal, text, locale);

    public static IReadOnlyList<RecognizedText> Currencies(string? text, string? locale = null) => Find(Kind.Currency, text, locale);

    public static IReadOnlyList<RecognizedText> Ages(string? text, string? locale = null) => Find(Kind.Age, text, locale);

    public static IReadOnlyList<RecognizedText> Temperatures(string? text, string? locale = null) =>
        Find(Kind.Temperature, text, locale);

    /// <summary>Lengths, masses, volumes, speeds. Unit names come in the language of the culture.</summary>
    public static IReadOnlyList<RecognizedText> Dimensions(string? text, string? locale = null) =>
        Find(Kind.Dimension, text, locale);

    /// <param name="text">Only its first <see cref="TextGuard.MaxLength"/> characters are read.</param>
    /// <param name="locale">The language and, for English, the order of day and month.</param>
    /// <param name="reference">The user's wall clock, from which "tomorrow" counts.</param>
    public static IReadOnlyList<RecognizedText> DateTimes(string? text, string? locale, DateTime reference)
    {
        if (TextGuard.Prepare(text) is not { } query)
        {
            return [];
        }

        var model = (DateTimeModel)Model(Kind.DateTime, RecognizerCulture.ForTimes(locale));
        return Convert(text!, model.Parse(query, reference), TimeValues);
    }

    /// <summary>
    /// Builds all models of these languages, 1 to 2 s each, and runs each once: the first run of an expression can
    /// outlast its time-out, and would then find nothing.
    /// </summary>
    public static void Warm(params string[] locales)
    {
        foreach (var locale in locales)
        {
            foreach (var kind in Enum.GetValues<Kind>())
            {
                Model(kind, kind == Kind.DateTime ? RecognizerCulture.ForTimes(locale) : RecognizerCulture.ForNumbers(locale));
            }
        }
    }

    private static List<RecognizedText> Find(Kind kind, string? text, string? locale) =>
        TextGuard.Prepare(text) is { } query
            ? Convert(text!, Model(kind, RecognizerCulture.ForNumbers(locale)).Parse(query), NumberValues)
            : [];

    private static IModel Model(Kind kind, string culture) =>
        Models.GetOrAdd((kind, culture), static key => new Lazy<IModel>(() => BuildWarm(key.Kind, key.Culture))).Value;

    private static IModel BuildWarm(Kind kind, string culture)
    {
        // A slow expression ends a run, and with it the warming of those behind it: run until nothing is slow any more.
        var model = Build(kind, culture);
        var sample = RecognizerCulture.Sample(culture);
        for (var run = 0; run < MaxWarmRuns; run++)
        {
            var start = Stopwatch.GetTimestamp();
            model.Parse(sample);
            if (Stopwatch.GetElapsedTime(start) < WarmRun)
            {
                break;
            }
        }

        return model;
    }

    private static IModel Build(Kind kind, string culture) => kind switch
    {
        Kind.Number => NumberFamily(culture).GetNumberModel(culture, fallbackToDefaultCulture: false),
        Kind.Ordinal => NumberFamily(culture).GetOrdinalModel(culture, fallbackToDefaultCulture: false),
        Kind.Currency => UnitFamily(culture).GetCurrencyModel(culture, fallbackToDefaultCulture: false),
        Kind.Age => UnitFamily(culture).GetAgeModel(culture, fallbackToDefaultCulture: false),
        Kind.Temperature => UnitFamily(culture).GetTemperatureModel(culture, fallbackToDefaultCulture: false),
        Kind.Dimension => UnitFamily(culture).GetDimensionModel(culture, fallbackToDefaultCulture: false),
        _ => new DateTimeRecognizer(culture, DateTimeOptions.NoProtoCache, lazyInitialization: true, TimeoutS)
            .GetDateTimeModel(culture, fallbackToDefaultCulture: false),
    };

    private static NumberRecognizer NumberFamily(string culture) =>
        new(culture, NumberOptions.NoProtoCache, lazyInitialization: true, TimeoutS);

    private static NumberWithUnitRecognizer UnitFamily(string culture) =>
        new(culture, NumberWithUnitOptions.NoProtoCache, lazyInitialization: true, TimeoutS);

    private static List<RecognizedText> Convert(
        string text, List<ModelResult> results, Func<ModelResult, IReadOnlyList<IReadOnlyDictionary<string, string>>> values) =>
        results
            .Where(result => result.Resolution != null && result.Start >= 0 && result.End < text.Length)
            .Select(result => new RecognizedText(
                KindOf(result.TypeName), text[result.Start..(result.End + 1)], result.Start, result.End, values(result)))
            .ToList();

    /// <summary>"datetimeV2.date" is "date", "ordinal.relative" is "ordinal".</summary>
    private static string KindOf(string typeName)
    {
        const string TimePrefix = "datetimeV2.";
        return typeName.StartsWith(TimePrefix, StringComparison.Ordinal) ? typeName[TimePrefix.Length..] : typeName.Split('.')[0];
    }

    private static IReadOnlyDictionary<string, string>[] NumberValues(ModelResult result)
    {
        var values = result.Resolution
            .Where(entry => entry.Value != null)
            .ToDictionary(entry => entry.Key, entry => entry.Value.ToString()!);
        if (values.TryGetValue("value", out var value))
        {
            // Written with the decimal sign of the culture and without grouping. Fifteen digits are too few for some integers.
            values["value"] = result.Text.All(char.IsAsciiDigit) ? result.Text : value.Replace(',', '.');
        }

        return [values];
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> TimeValues(ModelResult result) =>
        result.Resolution.TryGetValue("values", out var values) && values is List<Dictionary<string, string>> list ? list : [];
}
