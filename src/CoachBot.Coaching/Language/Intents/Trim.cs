using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Intents;

/// <summary>Takes out what is no fact under the intent found: a question tells nothing, a command only what belongs to it.</summary>
internal static class Trim
{
    public static Understanding ToIntent(Understanding told, Utterance u) => told.Intent switch
    {
        Intent.CheckIn or Intent.Answer or Intent.Change => told,
        Intent.SetReminder => Bare(told) with { PromptTime = told.PromptTime, PromptDays = told.PromptDays, WhenDays = told.WhenDays },
        Intent.Units => Bare(told) with { UnitsWanted = told.UnitsWanted },
        Intent.Question or Intent.Plan or Intent.Why or Intent.History => Bare(told) with
        {
            SoreSites = u.Items.Exists(item => item.Is(WordClass.Complaint)) ? told.SoreSites : [],
        },
        _ => Bare(told),
    };

    private static Understanding Bare(Understanding told) => new()
    {
        Intent = told.Intent,
        IntentAlternatives = told.IntentAlternatives,
        Language = told.Language,
    };
}
