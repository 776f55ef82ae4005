using System.Globalization;
using System.Numerics;
using CoachBot.BotBuilder.Dialogs.Recognizers;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>Takes a number, in digits or words, alone or with a currency, an age, a temperature or a dimension.</summary>
/// <typeparam name="T">float, int, long, double or decimal. A number that is none of its values is not accepted.</typeparam>
public class NumberPrompt<T> : Prompt<T>
    where T : struct
{
    /// <exception cref="NotSupportedException">T is another type.</exception>
    public NumberPrompt(string dialogId, PromptValidator<T>? validator = null, string? defaultLocale = null)
        : base(dialogId, validator)
    {
        DefaultLocale = defaultLocale;
        if (default(T) is not (float or int or long or double or decimal))
        {
            throw new NotSupportedException($"NumberPrompt: type argument T of type '{typeof(T)}' is not supported");
        }
    }

    /// <summary>For activities that have no locale.</summary>
    public string? DefaultLocale { get; set; }

    protected override Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default) => SendPromptAsync(turnContext, options, isRetry, cancellationToken);

    protected override Task<PromptRecognizerResult<T>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<T>();
        var activity = turnContext.Activity;
        if (activity.Type == ActivityTypes.Message && UserInput.TextOf(activity) is { Length: > 0 } text)
        {
            // The locale as it is: the recognizers know more variants than the prompts do (es-MX has a decimal point).
            var locale = options?.RecognizeLanguage ?? (string.IsNullOrWhiteSpace(activity.Locale) ? DefaultLocale : activity.Locale);
            if (FirstNumber(text, locale) is { } digits && Parse(digits) is { } number)
            {
                result.Succeeded = true;
                result.Value = number;
            }
        }

        return Task.FromResult(result);
    }

    private static string? FirstNumber(string text, string? locale)
    {
        Func<string?, string?, IReadOnlyList<RecognizedText>>[] kinds =
        [
            TextRecognizers.Numbers, TextRecognizers.Currencies, TextRecognizers.Ages,
            TextRecognizers.Temperatures, TextRecognizers.Dimensions,
        ];
        return kinds.Select(find => find(text, locale)).FirstOrDefault(found => found.Count > 0)?[0].Value("value");
    }

    private static T? Parse(string digits)
    {
        object? number = default(T) switch
        {
            int => Whole<int>(digits),
            long => Whole<long>(digits),
            float => ParseAs<float>(digits, NumberStyles.Float),
            double => ParseAs<double>(digits, NumberStyles.Float),
            _ => ParseAs<decimal>(digits, NumberStyles.Float),
        };
        return (T?)number;
    }

    /// <summary>"3.0" and "1E+3" are whole, "3.5" is not.</summary>
    private static TNumber? Whole<TNumber>(string digits)
        where TNumber : struct, IBinaryInteger<TNumber> => ParseAs<TNumber>(digits, NumberStyles.Float);

    private static TNumber? ParseAs<TNumber>(string digits, NumberStyles styles)
        where TNumber : struct, INumberBase<TNumber> =>
        TNumber.TryParse(digits, styles, CultureInfo.InvariantCulture, out var number) && TNumber.IsFinite(number) ? number : null;
}
