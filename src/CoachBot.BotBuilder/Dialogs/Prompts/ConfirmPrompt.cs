using CoachBot.BotBuilder.Dialogs.Choices;
using CoachBot.BotBuilder.Dialogs.Prompts;
using CoachBot.BotBuilder.Dialogs.Recognizers;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>Takes yes or no.</summary>
public class ConfirmPrompt : Prompt<bool>
{
    private static readonly Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> BuiltIn =
        PromptCultureModels.GetSupportedCultures().ToDictionary(
            culture => culture.Locale,
            culture => (new Choice(culture.YesInLanguage), new Choice(culture.NoInLanguage), PromptCulture.ChoiceOptions(culture)));

    private readonly Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> _choiceDefaults;

    public ConfirmPrompt(string dialogId, PromptValidator<bool>? validator = null, string? defaultLocale = null)
        : this(dialogId, BuiltIn, validator, defaultLocale)
    {
    }

    /// <param name="dialogId">Unique in its set.</param>
    /// <param name="choiceDefaults">
    /// Yes, no and how they are written, by culture ("en-us"); takes the place of the cultures built in.
    /// </param>
    /// <param name="validator">Decides on each answer.</param>
    /// <param name="defaultLocale">For activities that have no locale.</param>
    public ConfirmPrompt(
        string dialogId,
        Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)> choiceDefaults,
        PromptValidator<bool>? validator = null,
        string? defaultLocale = null)
        : base(dialogId, validator)
    {
        ArgumentNullException.ThrowIfNull(choiceDefaults);
        _choiceDefaults = choiceDefaults;
        Style = ListStyle.Auto;
        DefaultLocale = defaultLocale;
    }

    public string? DefaultLocale { get; set; }

    public ListStyle Style { get; set; }

    /// <summary>Goes before the defaults of the language.</summary>
    public ChoiceFactoryOptions? ChoiceOptions { get; set; }

    /// <summary>Yes and no; goes before the defaults of the language.</summary>
    public Tuple<Choice, Choice>? ConfirmChoices { get; set; }

    protected override async Task OnPromptAsync(
        ITurnContext turnContext,
        IDictionary<string, object> state,
        PromptOptions options,
        bool isRetry,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(options);
        var (_, choices, written) = Language(turnContext.Activity);
        var message = AppendChoices(
            PromptMessage.Choose(options, isRetry),
            turnContext.Activity.ChannelId,
            choices,
            options.Style ?? Style,
            written,
            turnContext.Activity.Conversation?.ConversationType,
            turnContext.Activity.From?.Id is { } from ? [from] : null,
            cancellationToken);
        await turnContext.SendActivityAsync(message, cancellationToken);
    }

    protected override Task<PromptRecognizerResult<bool>> OnRecognizeAsync(
        ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var result = new PromptRecognizerResult<bool>();
        var activity = turnContext.Activity;
        if (activity.Type == ActivityTypes.Message && UserInput.TextOf(activity) is { Length: > 0 } text)
        {
            var (culture, choices, written) = Language(activity);
            if (Answer(text, options?.RecognizeLanguage ?? culture, choices, written) is { } answer)
            {
                result.Succeeded = true;
                result.Value = answer;
            }
        }

        return Task.FromResult(result);
    }

    /// <summary>A choice word for word, else a word for yes or no, else the words of a choice or its number if it had one.</summary>
    private static bool? Answer(string text, string locale, List<Choice> choices, ChoiceFactoryOptions written)
    {
        var exact = choices.FindIndex(choice => string.Equals(choice.Title, text.Trim(), StringComparison.OrdinalIgnoreCase));
        if (exact >= 0)
        {
            return exact == 0;
        }

        if (YesNo.Recognize(text, locale, out var isUnclear) is { } answer)
        {
            return answer;
        }

        if (isUnclear || written.IncludeNumbers == false)
        {
            return null;
        }

        var found = ChoiceRecognizers.RecognizeChoices(text, choices, new FindChoicesOptions { Locale = locale });
        return found.Count == 1 ? found[0].Resolution.Index == 0 : null;
    }

    private (string Culture, List<Choice> Choices, ChoiceFactoryOptions Written) Language(IMessageActivity activity)
    {
        var (culture, defaults) = PromptCulture.Lookup(_choiceDefaults, BuiltIn, PromptCulture.Of(activity, DefaultLocale));
        var (yes, no, written) = defaults;
        return (culture, [ConfirmChoices?.Item1 ?? yes, ConfirmChoices?.Item2 ?? no], ChoiceOptions ?? written);
    }
}
