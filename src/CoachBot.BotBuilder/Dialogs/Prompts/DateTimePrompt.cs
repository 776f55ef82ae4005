using CoachBot.BotBuilder.Dialogs.Recognizers;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>Takes a date, a time, a duration or a range. "Tomorrow" counts from the user's own clock.</summary>
public class DateTimePrompt : Prompt<IList<DateTimeResolution>>
{
    public DateTimePrompt(
        string dialogId, PromptValidator<IList<DateTimeResolution>>? validator = null, string? defaultLocale = null)
        : base(dialogId, validator)
    {
        DefaultLocale = defaultLocale;
    }

    /// <summary>For activities that have no locale.</summary>
    public string? DefaultLocale { get; set; }

    protected override Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default) => SendPromptAsync(turnContext, options, isRetry, cancellationToken);

    protected override Task<PromptRecognizerResult<IList<DateTimeResolution>>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<IList<DateTimeResolution>>();
        var activity = turnContext.Activity;
        if (activity.Type == ActivityTypes.Message && UserInput.TextOf(activity) is { Length: > 0 } text)
        {
            var locale = options?.RecognizeLanguage ?? (string.IsNullOrWhiteSpace(activity.Locale) ? DefaultLocale : activity.Locale);
            var found = TextRecognizers.DateTimes(text, locale, UserClock.Now(turnContext));
            if (found.Count > 0)
            {
                result.Succeeded = true;
                result.Value = found[0].Values.Select(ToResolution).ToList();
            }
        }

        return Task.FromResult(result);
    }

    private static DateTimeResolution ToResolution(IReadOnlyDictionary<string, string> values) => new()
    {
        Timex = values.GetValueOrDefault("timex"),
        Value = values.GetValueOrDefault("value"),
        Start = values.GetValueOrDefault("start"),
        End = values.GetValueOrDefault("end"),
    };
}
