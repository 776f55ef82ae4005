using CoachBot.BotBuilder.Dialogs.Choices;
using CoachBot.BotBuilder.Dialogs.Prompts;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>Which language a prompt speaks and hears.</summary>
internal static class PromptCulture
{
    public static readonly string English = PromptCultureModels.English.Locale;

    /// <summary>That of the activity, else the default of the prompt, else English; mapped to the nearest that is supported.</summary>
    public static string Of(IMessageActivity activity, string? defaultLocale) =>
        PromptCultureModels.MapToNearestLanguage(FirstGiven(activity.Locale, defaultLocale))!;

    /// <summary>The entry for a culture; English, built in if need be, when there is none.</summary>
    public static (string Culture, T Defaults) Lookup<T>(
        IReadOnlyDictionary<string, T> given, IReadOnlyDictionary<string, T> builtIn, string culture)
    {
        if (given.TryGetValue(culture, out var defaults))
        {
            return (culture, defaults);
        }

        return (English, given.TryGetValue(English, out var english) ? english : builtIn[English]);
    }

    public static ChoiceFactoryOptions ChoiceOptions(PromptCultureModel model) =>
        new(model.Separator, model.InlineOr, model.InlineOrMore, includeNumbers: true);

    private static string FirstGiven(string? locale, string? defaultLocale)
    {
        if (!string.IsNullOrWhiteSpace(locale))
        {
            return locale;
        }

        return string.IsNullOrWhiteSpace(defaultLocale) ? English : defaultLocale;
    }
}
