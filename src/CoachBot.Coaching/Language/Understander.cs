using CoachBot.Coaching.Language.Intents;
using CoachBot.Coaching.Language.Quantities;
using CoachBot.Coaching.Language.Reading;
using CoachBot.Coaching.Language.Slots;

namespace CoachBot.Coaching.Language;

/// <summary>The order in which a message is read: what is surest takes its words first.</summary>
internal static class Understander
{
    public static Understanding Read(Utterance u, DialogStep step)
    {
        var draft = new Draft(u, step);
        if (u.Items.Count == 0)
            return draft.Result;

        var matches = IntentClassifier.Match(u);
        if (matches.Contains(Intent.Unknown) || IsMachineText(u.Text))
            return draft.Result;

        var reminder = step == DialogStep.Reminder || matches.Exists(m => m is Intent.SetReminder or Intent.StopReminder or Intent.WhenReminder);
        if (reminder)
            ReminderExtractor.Extract(draft, stops: matches.Contains(Intent.StopReminder));
        else
            SleepExtractor.ExtractNight(draft);

        draft.Quantities = QuantityScanner.Scan(u, draft.Used);
        foreach (var quantity in draft.Quantities.Where(q => q.Kind != QuantityKind.Other))
            draft.Use(quantity.First, quantity.End);

        SaidAndMeant.Apply(draft);
        SaidAndMeant.ShareUnits(draft);
        PastAndFuture.Apply(draft);
        if (!reminder)
            ReadFacts(draft);

        DayExtractor.Extract(draft, reminder);
        Plausibility.Check(draft);
        var (intent, alternatives) = IntentClassifier.Decide(draft, matches);
        if (intent == Intent.CheckIn && matches.Contains(Intent.CheckIn) && draft.HasOnlyRunType)
            draft.Result = new Understanding { Language = u.Grammar.Language };

        var result = draft.Result with { Intent = intent, IntentAlternatives = alternatives };
        return Trim.ToIntent(result, u);
    }

    /// <summary>Program text is nobody's check-in, whatever numbers it holds.</summary>
    private static bool IsMachineText(string text) =>
        text.Contains("<script", StringComparison.OrdinalIgnoreCase) || text.Contains("${", StringComparison.Ordinal) || text.Contains("{{", StringComparison.Ordinal)
            || text.AsSpan().TrimStart() is ['{', ..] && text.AsSpan().TrimEnd() is [.., '}'];

    private static void ReadFacts(Draft draft)
    {
        var keyed = KeyedNumbers.Find(draft);
        SleepExtractor.Extract(draft, keyed);
        WellnessExtractor.Extract(draft, keyed);
        BodyExtractor.Extract(draft, keyed);
        SorenessExtractor.Extract(draft, keyed);
        SiteExtractor.Extract(draft);
        EffortExtractor.Extract(draft, keyed);
        RunExtractor.Extract(draft, keyed);
        TypeExtractor.Extract(draft);
        EffortExtractor.ExtractBesideRun(draft);
    }
}
