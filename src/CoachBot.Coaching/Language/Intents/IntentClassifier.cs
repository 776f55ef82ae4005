using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Quantities;
using CoachBot.Coaching.Language.Reading;
using CoachBot.Coaching.Language.Slots;

namespace CoachBot.Coaching.Language.Intents;

/// <summary>What the runner wants: a command by its pattern, a question, or facts told.</summary>
internal static class IntentClassifier
{
    /// <summary>The intents whose patterns are found, in the grammar's order of precedence.</summary>
    public static List<Intent> Match(Utterance u) => Match(u, Core(u), new PatternText(u, _ => false));

    /// <summary>The message without the small words around it.</summary>
    internal static PatternText Core(Utterance u) =>
        new(u, item => item.Is(WordClass.Filler) && !item.Is(WordClass.Not) && !item.Is(WordClass.Day) && !item.Is(WordClass.DayPart));

    internal static List<Intent> Match(Utterance u, PatternText core, PatternText whole)
    {
        var found = new List<Intent>();
        foreach (var pattern in u.Grammar.Intents)
        {
            if (!found.Contains(pattern.Intent) && (pattern.Matches(core) || pattern.Matches(whole)))
                found.Add(pattern.Intent);
        }

        return found;
    }

    /// <param name="draft">With every slot read.</param>
    /// <param name="matches">What the patterns found.</param>
    public static (Intent Intent, IReadOnlyList<Intent> Alternatives) Decide(Draft draft, List<Intent> matches)
    {
        var facts = draft.HasFacts || draft.Result is { PromptTime: not null } or { PromptDays: not null } or { Break: not null };
        var fitting = matches.FindAll(intent => Fits(draft, intent, facts));
        if (draft.Step == DialogStep.Any && fitting.Count > 1)
            fitting.Remove(Intent.Skip);
        if (draft.Step == DialogStep.Any && fitting.Contains(Intent.Thanks))
            fitting.Remove(Intent.Yes);

        if (fitting.Contains(Intent.Cancel) && fitting.IndexOf(Intent.StopReminder) == 0 && Core(draft.U).Count <= 1)
            fitting = [Intent.Cancel, .. fitting.Where(intent => intent != Intent.Cancel)];

        if (draft.Step == DialogStep.Confirm && !fitting.Contains(Intent.Change) && fitting.Find(intent => intent is Intent.Yes or Intent.No) is not Intent.Unknown and var plain && !EndsWithQuestionMark(draft.U))
            return (plain, []);

        if (fitting.Count > 0)
            return (fitting[0], fitting.Skip(1).Where(other => !facts && Rivals(draft, fitting[0], other)).ToList());

        if (IsQuestion(draft, facts))
            return (Intent.Question, []);

        if (facts)
            return (IsCorrection(draft) ? Intent.Change : draft.Step == DialogStep.Any ? Intent.CheckIn : Intent.Answer, []);

        return (AnswersWithoutValue(draft) ? Intent.Answer : draft.U.Corrects ? Intent.Change : Intent.Unknown, []);
    }

    /// <summary>"on sunday" or "everywhere" answers the step, though no slot can hold it.</summary>
    private static bool AnswersWithoutValue(Draft draft) => draft.Step switch
    {
        DialogStep.Next or DialogStep.Run => draft.Result is { WhenDays: not null } or { Weekday: not null },
        DialogStep.Site => draft.U.Items.Exists(item => item.Is(WordClass.Body) || item.Is(WordClass.Spread) || item.Is(WordClass.Side)),
        DialogStep.Soreness => draft.U.Items.Exists(item => item.Is(WordClass.Body) || item.Is(WordClass.Complaint) || item.Is(WordClass.Key, "soreness")),
        _ => false,
    };

    /// <summary>Two commands that the same few words may mean.</summary>
    private static bool Rivals(Draft draft, Intent first, Intent other) => (first, other) switch
    {
        (Intent.Cancel, Intent.StopReminder) or (Intent.StopReminder, Intent.Cancel) => Core(draft.U).Count <= 1,
        (Intent.Plan, Intent.Question) or (Intent.Help, Intent.Plan) => true,
        _ => false,
    };

    /// <summary>Words such as "no" or "thanks" open many messages; beside facts they are no intent of their own.</summary>
    private static bool Fits(Draft draft, Intent intent, bool facts) => intent switch
    {
        Intent.Yes or Intent.No or Intent.Greeting or Intent.Thanks or Intent.Skip or Intent.Cancel or Intent.Back or Intent.Same
            or Intent.Settings or Intent.Export or Intent.Restart or Intent.Units => !facts,
        Intent.CheckIn => !facts || draft.HasOnlyRunType,
        Intent.Help => !facts || Asks(draft) && !draft.Quantities.Exists(q => q.Taken),
        Intent.History => !facts || Asks(draft) || draft.Step == DialogStep.Any && !draft.Quantities.Exists(q => q.Taken),
        Intent.Question or Intent.Plan or Intent.Why => !facts || Asks(draft),
        _ => true,
    };

    /// <summary>A question word opens the message or a part of it, or a question mark ends it.</summary>
    private static bool Asks(Draft draft) => EndsWithQuestionMark(draft.U) || Opens(draft, firstOnly: false) || OffersTwoKinds(draft.U) || draft.U.Items[0].Is(WordClass.AskFirst);

    /// <summary>"rest or easy run tonight".</summary>
    private static bool OffersTwoKinds(Utterance u)
    {
        for (var i = 1; i + 1 < u.Items.Count; i++)
        {
            if (u.Items[i].Is(WordClass.To) && !u.Items[i].IsMark && u.Items[i - 1].Is(WordClass.Type) && u.Items[i + 1].Is(WordClass.Type))
                return true;
        }

        return false;
    }

    private static bool EndsWithQuestionMark(Utterance u) =>
        u.Items.FindLast(item => !item.IsMark || item.First.Text is "?" or "!" or ".")?.First.Text == "?";

    private static bool Opens(Draft draft, bool firstOnly)
    {
        var u = draft.U;
        var clause = -1;
        foreach (var item in u.Items)
        {
            if (item.IsMark || item.Clause == clause || item.Is(WordClass.Filler) && !item.Is(WordClass.Ask))
                continue;

            if (item.Is(WordClass.Ask) && !IsHowMuch(draft, u, item))
                return true;

            if (firstOnly)
                return false;

            clause = item.Clause;
        }

        return false;
    }

    /// <summary>"como 72", asked for a number, is about 72.</summary>
    private static bool IsHowMuch(Draft draft, Utterance u, Item item)
    {
        var next = u.Items.IndexOf(item) + 1;
        return draft.Step != DialogStep.Any && item.Is(WordClass.Filler) && next < u.Items.Count && u.Items[next].IsNumeric;
    }

    private static bool IsQuestion(Draft draft, bool facts) =>
        Opens(draft, firstOnly: true)
            || (!facts || draft.HasOnlyRunType && draft.Step == DialogStep.Any) && EndsWithQuestionMark(draft.U) && draft.U.Items.Count(item => !item.IsMark) > 2;

    private static bool IsCorrection(Draft draft)
    {
        var items = draft.U.Items;
        if (draft.U.Corrects || draft.Step == DialogStep.Confirm)
            return true;

        var denied = draft.Quantities.Exists(q => q.Denied) && draft.Quantities.Exists(q => !q.Denied);
        var deniedDay = draft.Result.PromptDays is not null && items.Where((item, i) => item.Is(WordClass.Weekday) && ReminderExtractor.IsDenied(draft.U, i, i + 1)).Any();
        return denied || deniedDay || DeniesTime(draft) || OpensWithNo(draft);
    }

    /// <summary>"not 7, 6:30", of the daily question.</summary>
    private static bool DeniesTime(Draft draft) => draft.Result.PromptTime is { } time
        && draft.Quantities.Exists(q => q.First > 0 && draft.U.Items[q.First - 1].Is(WordClass.Not) && draft.U.Items[q.First].Start < time.Start);

    /// <summary>"no, 12": the answer before was wrong; "no, nothing sore" is an answer.</summary>
    private static bool OpensWithNo(Draft draft)
    {
        var items = draft.U.Items;
        if (!items[0].Is(WordClass.Not, "no") || items.Count < 2 || draft.Result is { Soreness.Value: 0, RunType: null, DistanceKm: null, Rpe: null })
            return false;

        if (items[1].IsMark && draft.Result.PromptTime is not null)
            return true;

        var near = items[1].IsMark ? 8 : 3;
        return draft.Quantities.Exists(q => q.Kind is not QuantityKind.Other && q.First <= near);
    }
}
