using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Intents;

/// <summary>Takes out what is no fact under the intent found: a question tells nothing, a command only what belongs to it.</summary>
internal static class Trim
{
    public static Understanding ToIntent(Understanding told, Utterance u) => told.Intent switch
    {
        Intent.CheckIn or Intent.Answer or Intent.Change => told,
        Intent.SetReminder => Bare(told) with { PromptTime = told.PromptTime, PromptDays = told.PromptDays, PromptWindow = told.PromptWindow, WhenDays = told.WhenDays, Break = told.Break },
        Intent.StopReminder => Bare(told) with { Break = told.Break },
        Intent.Units => Bare(told) with { UnitsWanted = Units(u) },
        Intent.Language => Bare(told) with { LanguageWanted = Wanted(u, WordClass.Tongue) },
        Intent.Question or Intent.Plan when ToldApart(told, u) => told,
        Intent.Question or Intent.Plan or Intent.Why or Intent.History => Bare(told) with
        {
            SoreSites = u.Items.Exists(item => item.Is(WordClass.Complaint)) ? told.SoreSites : [],
        },
        _ => Bare(told),
    };

    /// <summary>"did 8 miles, can i run tomorrow?": the run is told in a part of its own.</summary>
    private static bool ToldApart(Understanding told, Utterance u)
    {
        if ((told.DistanceKm?.Start ?? told.DurationMin?.Start) is not { } start)
            return false;

        var clause = u.Items.FindLast(item => item.Start <= start)!.Clause;
        return u.Items.Exists(item => item.Clause == clause && item.Is(WordClass.Did)) && !u.Items.Exists(item => item.Clause == clause && item.Is(WordClass.Ask))
            && u.Items.Exists(item => item.Clause > clause && (item.Is(WordClass.Ask) || item.First.Text == "?"));
    }

    private static UnitSystem? Units(Utterance u) => Wanted(u, WordClass.System) switch
    {
        "metric" => UnitSystem.Metric,
        "imperial" => UnitSystem.Imperial,
        _ => null,
    };

    /// <summary>The first one named that is not denied: "stone, not kg".</summary>
    private static string? Wanted(Utterance u, WordClass wordClass) =>
        u.Items.Where((item, i) => item.Is(wordClass) && !(i > 0 && u.Items[i - 1].Is(WordClass.Not))).FirstOrDefault()?.Get(wordClass)?.Value;

    private static Understanding Bare(Understanding told) => new()
    {
        Intent = told.Intent,
        IntentAlternatives = told.IntentAlternatives,
        Language = told.Language,
    };
}
