using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Quantities;
using CoachBot.Coaching.Language.Reading;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>"between 6 and 8", "6:30-7:30", "7 to 8pm": a while in which the daily question may come.</summary>
internal static class WindowReader
{
    private const int HalfDay = 720;

    public static Slot<TimeWindow>? Read(Draft draft)
    {
        if (draft.U.Corrects)
            return null;

        for (var i = 0; i < draft.U.Items.Count; i++)
        {
            if (At(draft, i) is { } window)
                return window;
        }

        return null;
    }

    private static Slot<TimeWindow>? At(Draft draft, int i)
    {
        var u = draft.U;
        var asked = draft.Step == DialogStep.Reminder;
        var between = u.Items[i].Is(WordClass.Between) || asked && u.Items[i].Is(WordClass.From);
        if (TimePointReader.Read(u, between ? SkipAt(u, i + 1) : i, joined: !between) is not { } from || from.End >= u.Items.Count)
            return null;

        var link = u.Items[from.End];
        var linked = link.IsMark && link.First.Text == "-" || link.Is(WordClass.To) || between && link.Is(WordClass.Joiner);
        if (!linked || TimePointReader.Read(u, SkipAt(u, from.End + 1)) is not { } to)
            return null;

        var clear = between || asked || from.Explicit && to.Explicit || to.DayPart is not null || i > 0 && u.Items[i - 1].Is(WordClass.At);
        if (!clear || DurationReader.UnitAt(u, to.End) is not null || Order(from, to) is not var (start, end))
            return null;

        draft.Use(i, to.End);
        return draft.Slot(new TimeWindow(ToTime(start), ToTime(end)), i, to.End);
    }

    /// <summary>"7 to 8pm" begins in the evening too, and "between 11 and 1" ends after noon.</summary>
    private static (int Start, int End)? Order(TimePoint from, TimePoint to)
    {
        var start = from.DayPart is null && to.DayPart is not null && TimePointReader.Shift(from.Minutes, to.DayPart) < to.Minutes
            ? TimePointReader.Shift(from.Minutes, to.DayPart)
            : from.Minutes;
        var end = to.Minutes <= start && to.DayPart is null && to.Minutes < HalfDay ? to.Minutes + HalfDay : to.Minutes;
        return end > start && end - start < HalfDay ? (start, end) : null;
    }

    private static int SkipAt(Utterance u, int i)
    {
        while (i < u.Items.Count && (u.Items[i].Is(WordClass.At) || u.Items[i].Is(WordClass.Approx)))
            i++;

        return i;
    }

    private static TimeOnly ToTime(int minutes) => new(minutes / 60, minutes % 60);
}
