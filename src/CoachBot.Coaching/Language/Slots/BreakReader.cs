using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Quantities;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>"pause until monday", "no reminders for two weeks", "snooze", "remind me in 20 min": the question is put off.</summary>
internal static class BreakReader
{
    private const int MostSmallWords = 4;
    private const int MostDays = 366;
    private const int DaysOfWeek = 7;

    /// <param name="draft">A message about the daily question.</param>
    /// <param name="stops">It asks for silence: an end to that makes it a pause.</param>
    public static Slot<ReminderBreak>? Read(Draft draft, bool stops)
    {
        var items = draft.U.Items;
        var cue = items.FindIndex(item => item.Is(WordClass.PutOff));
        var snooze = cue >= 0 && items[cue].Is(WordClass.PutOff, "snooze");
        for (var i = 0; i < items.Count; i++)
        {
            if (Minutes(draft.U, i, snooze) is { } minutes)
                return draft.Slot(new ReminderBreak(BreakKind.Snooze) { Minutes = (int)Math.Round(minutes.Value) }, minutes.First, minutes.End);

            if ((stops || cue >= 0) && (End(draft.U, i) ?? Length(draft.U, i)) is { } end)
                return draft.Slot(end.Break with { Kind = snooze ? BreakKind.Snooze : BreakKind.Pause }, i, end.End);
        }

        return cue < 0 ? null : draft.Slot(new ReminderBreak(snooze ? BreakKind.Snooze : BreakKind.Pause), cue, cue + 1);
    }

    private static Quantity? Minutes(Utterance u, int i, bool snooze)
    {
        var cued = snooze || i > 0 && u.Items[i - 1].Is(WordClass.In);
        return cued && !u.Items[i].Is(WordClass.Until) && DurationReader.Read(u, i) is { Value: >= 1 and <= 1440 } duration ? duration : null;
    }

    /// <summary>"until friday", "until tomorrow", "until next week", "until the 15th", "until 3 december".</summary>
    private static (ReminderBreak Break, int End)? End(Utterance u, int i)
    {
        if (!u.Items[i].Is(WordClass.Until))
            return null;

        var j = i + 1;
        while (j < u.Items.Count && j <= i + MostSmallWords && IsSmall(u.Items[j]))
            j++;

        if (j >= u.Items.Count)
            return null;

        var item = u.Items[j];
        if (item.Get(WordClass.Weekday) is { } day)
            return (new ReminderBreak(default) { Weekday = ReminderExtractor.Parse(day.Value) }, j + 1);

        if (item.Is(WordClass.DaySet, "weekends"))
            return (new ReminderBreak(default) { Weekday = DayOfWeek.Saturday }, j + 1);

        if (item.Number(WordClass.Day) is > 0 and var days)
            return (new ReminderBreak(default) { Days = (int)days }, j + 1);

        return Date(u, j, named: j > i + 1) ?? Length(u, j);
    }

    private static bool IsSmall(Item item) =>
        item.Senses.Length > 0 && item.Senses.All(sense => sense.Class is WordClass.Filler or WordClass.Article or WordClass.At or WordClass.Approx or WordClass.To or WordClass.From);

    /// <summary>"3 december", "december 3rd", "the 15th"; a bare number only where a small word stands before it.</summary>
    private static (ReminderBreak Break, int End)? Date(Utterance u, int i, bool named)
    {
        if (u.Items[i].Number(WordClass.Month) is { } first && DayOfMonth(u, i + 1) is { } after)
            return (new ReminderBreak(default) { Month = (int)first, DayOfMonth = after.Day }, after.End);

        if (DayOfMonth(u, i) is not { } day)
            return null;

        var j = day.End;
        while (j < u.Items.Count && j < day.End + 2 && IsSmall(u.Items[j]))
            j++;

        if (j < u.Items.Count && u.Items[j].Number(WordClass.Month) is { } month)
            return (new ReminderBreak(default) { Month = (int)month, DayOfMonth = day.Day }, j + 1);

        return named || day.Ordinal ? (new ReminderBreak(default) { DayOfMonth = day.Day }, day.End) : null;
    }

    private static (int Day, int End, bool Ordinal)? DayOfMonth(Utterance u, int i)
    {
        if (i >= u.Items.Count || !u.Items[i].IsNumeric || u.Items[i].First is not { Kind: TokenKind.Number, Decimals: "", Value: >= 1 and <= 31 } token)
            return null;

        var ordinal = i + 1 < u.Items.Count && u.Items[i + 1].First is { Glued: true, Text: "st" or "nd" or "rd" or "th" or "er" or "." or "º" };
        var unit = i + 1 < u.Items.Count && (u.Items[i + 1].Is(WordClass.Unit) || u.Items[i + 1].Is(WordClass.OClock) || u.Items[i + 1].Is(WordClass.Span));
        return unit && !ordinal ? null : ((int)token.Value, ordinal ? i + 2 : i + 1, ordinal);
    }

    /// <summary>"a week", "3 days", "two weeks", "next week".</summary>
    private static (ReminderBreak Break, int End)? Length(Utterance u, int i)
    {
        var number = NumberReader.Read(u, i, article: true);
        var j = number?.End ?? i;
        if (j >= u.Items.Count || u.Items[j].Number(WordClass.Span) is not { } span || number is null && span < DaysOfWeek)
            return null;

        return (new ReminderBreak(default) { Days = (int)Math.Clamp((number?.Value ?? 1) * span, 1, MostDays) }, j + 1);
    }
}
