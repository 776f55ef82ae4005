using CoachBot.Coaching.Language;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Coaching.Language;

/// <summary>The product's grammars, loaded once for all tests.</summary>
internal static class RunnerLanguages
{
    public static RunnerLanguage Shared { get; } = RunnerLanguage.Load(new ContentFiles());

    public static Understanding Understand(string text, DialogStep step = DialogStep.Any, string locale = "en") => Shared.Understand(text, step, locale);

    /// <summary>Everything understood but the places: two of these are equal when the same was understood.</summary>
    public static string Slots(string text, DialogStep step = DialogStep.Any, string locale = "en") =>
        UnderstandingJson.Write("", Understand(text, step, locale));
}
