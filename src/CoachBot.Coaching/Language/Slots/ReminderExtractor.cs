using CoachBot.Coaching.Language.Grammar;
using CoachBot.Coaching.Language.Quantities;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>The time and the days of the daily question.</summary>
internal static class ReminderExtractor
{
    private static readonly DayOfWeek[] Week =
    [
        DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday,
    ];

    /// <param name="draft">A message about the daily question.</param>
    /// <param name="stops">It asks for silence.</param>
    public static void Extract(Draft draft, bool stops)
    {
        if (BreakReader.Read(draft, stops) is { } putOff)
        {
            draft.Result = draft.Result with { Break = putOff, PromptTime = putOff.Value is { Kind: BreakKind.Snooze, Minutes: null } ? Time(draft) : null };
            return;
        }

        var window = WindowReader.Read(draft);
        var time = window is null ? Time(draft) : new Slot<TimeOnly>(window.Value.From, window.Start, window.Length);
        draft.Result = draft.Result with { PromptDays = Days(draft), PromptTime = time, PromptWindow = window };
    }

    public static DayOfWeek Parse(string day) => Week[Array.IndexOf(["mon", "tue", "wed", "thu", "fri", "sat", "sun"], day)];

    private static Slot<TimeOnly>? Time(Draft draft)
    {
        var u = draft.U;
        (TimePoint Point, int Score)? best = null;
        for (var i = 0; i < u.Items.Count; i++)
        {
            if (TimePointReader.Read(u, i) is not { } point || IsDuration(draft, point))
                continue;

            var before = i > 0 ? u.Items[i - 1] : null;
            if (before is not null && before.Is(WordClass.Not) && before.Get(WordClass.Not)!.Value != "no")
                continue;

            var cued = before is not null && (before.Is(WordClass.At) || before.Is(WordClass.To) && !before.IsMark || before.Is(WordClass.Approx));
            var score = (cued ? 2 : 0) + (point.Explicit ? 2 : 0) + (draft.Step == DialogStep.Reminder ? 1 : 0);
            if (score > 0 && score > (best?.Score ?? 0))
                best = (point, score);

            i = point.End - 1;
        }

        if (best is not { } found)
        {
            DoubtTime(draft);
            return null;
        }

        var minutes = found.Point.DayPart is null && EveningSaid(draft) is { } part ? TimePointReader.Shift(found.Point.Minutes, part) : found.Point.Minutes;
        draft.Use(found.Point.First, found.Point.End);
        return draft.Slot(new TimeOnly(minutes / 60, minutes % 60), found.Point.First, found.Point.End);
    }

    /// <summary>"25:00" at the step was meant as a time and is none.</summary>
    private static void DoubtTime(Draft draft)
    {
        var number = draft.U.Items.FindIndex(item => item.IsNumeric);
        if (draft.Step != DialogStep.Reminder || number < 0 || DurationReader.UnitAt(draft.U, number + 1) is "min" or "h")
            return;

        var item = draft.U.Items[number];
        draft.Doubt(new Doubt("prompt_time", null, 0, 24, item.Start, item.End - item.Start));
    }

    /// <summary>"in 20 mins", "10k" are no times of day.</summary>
    private static bool IsDuration(Draft draft, TimePoint point)
    {
        var u = draft.U;
        if (point.DayPart is not null)
            return false;

        var within = point.First > 0 && u.Items[point.First - 1].Is(WordClass.In);
        return within || DurationReader.UnitAt(u, point.End) is not null || point.End < u.Items.Count && (u.Items[point.End].Is(WordClass.Times) || u.Items[point.End].Is(WordClass.Counted));
    }

    private static string? EveningSaid(Draft draft) =>
        draft.U.Items.Select(item => item.Get(WordClass.DayPart)?.Value).FirstOrDefault(part => part is "evening" or "night" or "pm");

    private static Slot<IReadOnlyList<DayOfWeek>>? Days(Draft draft)
    {
        var u = draft.U;
        var days = new SortedSet<int>();
        var denied = new HashSet<int>();
        var except = false;
        var first = -1;
        var end = -1;
        for (var i = 0; i < u.Items.Count; i++)
        {
            var item = u.Items[i];
            except |= item.Is(WordClass.Except);
            var named = DaysAt(item);
            if (named.Length == 0)
                continue;

            var stop = i + 1;
            if (named.Length == 1 && i + 2 < u.Items.Count && IsThrough(u.Items[i + 1]) && DaysAt(u.Items[i + 2]) is [var last])
            {
                named = [.. Enumerable.Range(0, (last - named[0] + 7) % 7 + 1).Select(n => (named[0] + n) % 7)];
                stop = i + 3;
            }

            if (except || IsDenied(u, i, stop))
                denied.UnionWith(named);
            else
                days.UnionWith(named);

            first = first < 0 ? i : first;
            end = stop;
            i = stop - 1;
        }

        if (except && days.Count == 0 && denied.Count > 0)
            days = [.. Enumerable.Range(0, 7)];

        days.ExceptWith(denied);
        return days.Count == 0 ? null : draft.Slot<IReadOnlyList<DayOfWeek>>([.. days.Select(d => Week[d])], first, end);
    }

    /// <summary>"not monday, wednesday"; in Portuguese also "segunda não, quarta".</summary>
    public static bool IsDenied(Reading.Utterance u, int first, int end) =>
        first > 0 && u.Items[first - 1].Is(WordClass.Not) || end + 1 < u.Items.Count && u.Items[end].Is(WordClass.Not) && u.Items[end + 1].IsMark;

    private static bool IsThrough(Reading.Item item) => item.Is(WordClass.To) || item.IsMark && item.First.Text is "-" or "/";

    private static int[] DaysAt(Reading.Item item)
    {
        if (item.Get(WordClass.Weekday) is { } day)
            return [Array.IndexOf(Week, Parse(day.Value))];

        return item.Get(WordClass.DaySet)?.Value switch
        {
            "weekdays" => [0, 1, 2, 3, 4],
            "weekends" => [5, 6],
            "daily" => [0, 1, 2, 3, 4, 5, 6],
            _ => [],
        };
    }
}
