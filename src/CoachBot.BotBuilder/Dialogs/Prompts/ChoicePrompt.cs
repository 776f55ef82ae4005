using CoachBot.BotBuilder.Dialogs.Choices;
using CoachBot.BotBuilder.Dialogs.Prompts;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>Takes one of several choices, by its words or by its number.</summary>
public class ChoicePrompt : Prompt<FoundChoice>
{
    private static readonly Dictionary<string, ChoiceFactoryOptions> BuiltIn =
        PromptCultureModels.GetSupportedCultures().ToDictionary(culture => culture.Locale, PromptCulture.ChoiceOptions);

    private readonly Dictionary<string, ChoiceFactoryOptions> _choiceDefaults;

    public ChoicePrompt(string dialogId, PromptValidator<FoundChoice>? validator = null, string? defaultLocale = null)
        : this(dialogId, BuiltIn, validator, defaultLocale)
    {
    }

    /// <param name="dialogId">Unique in its set.</param>
    /// <param name="choiceDefaults">By culture, "en-us"; takes the place of the cultures built in.</param>
    /// <param name="validator">Decides on each answer.</param>
    /// <param name="defaultLocale">For activities that have no locale.</param>
    public ChoicePrompt(
        string dialogId,
        Dictionary<string, ChoiceFactoryOptions> choiceDefaults,
        PromptValidator<FoundChoice>? validator = null,
        string? defaultLocale = null)
        : base(dialogId, validator)
    {
        ArgumentNullException.ThrowIfNull(choiceDefaults);
        _choiceDefaults = choiceDefaults;
        Style = ListStyle.Auto;
        DefaultLocale = defaultLocale;
    }

    public ListStyle Style { get; set; }

    public string? DefaultLocale { get; set; }

    /// <summary>Goes before the defaults of the language.</summary>
    public ChoiceFactoryOptions? ChoiceOptions { get; set; }

    public FindChoicesOptions? RecognizerOptions { get; set; }

    protected override async Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var (_, defaults) = PromptCulture.Lookup(_choiceDefaults, BuiltIn, CultureOf(turnContext.Activity));
        var message = AppendChoices(
            PromptMessage.Choose(options, isRetry),
            turnContext.Activity.ChannelId,
            options.Choices ?? [],
            options.Style ?? Style,
            ChoiceOptions ?? defaults,
            turnContext.Activity.Conversation?.ConversationType,
            turnContext.Activity.From?.Id is { } from ? [from] : null,
            cancellationToken);
        await turnContext.SendActivityAsync(message, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<FoundChoice>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var result = new PromptRecognizerResult<FoundChoice>();
        var activity = turnContext.Activity;
        if (activity.Type == ActivityTypes.Message && UserInput.TextOf(activity) is { Length: > 0 } text)
        {
            var locale = options.RecognizeLanguage ?? CultureOf(activity);
            var found = ChoiceRecognizers.RecognizeChoices(text, options.Choices ?? [], RecognizerOptionsFor(locale));
            if (found.Count > 0)
            {
                result.Succeeded = true;
                result.Value = found[0].Resolution;
            }
        }

        return Task.FromResult(result);
    }

    private string CultureOf(IMessageActivity activity) =>
        PromptCultureModels.MapToNearestLanguage(RecognizerOptions?.Locale) ?? PromptCulture.Of(activity, DefaultLocale);

    /// <summary>A copy: one prompt serves conversations in several languages at once.</summary>
    private FindChoicesOptions RecognizerOptionsFor(string locale) => new()
    {
        Locale = locale,
        AllowPartialMatches = RecognizerOptions?.AllowPartialMatches ?? false,
        MaxTokenDistance = RecognizerOptions?.MaxTokenDistance,
        Tokenizer = RecognizerOptions?.Tokenizer,
        NoAction = RecognizerOptions?.NoAction ?? false,
        NoValue = RecognizerOptions?.NoValue ?? false,
        RecognizeNumbers = RecognizerOptions?.RecognizeNumbers ?? true,
        RecognizeOrdinals = RecognizerOptions?.RecognizeOrdinals ?? true,
    };
}
