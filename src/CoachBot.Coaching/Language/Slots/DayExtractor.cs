using CoachBot.Coaching.Language.Grammar;

namespace CoachBot.Coaching.Language.Slots;

/// <summary>The day of what is told: an offset from today, or a weekday by name.</summary>
internal static class DayExtractor
{
    /// <param name="draft">With the run and the night already read.</param>
    /// <param name="reminder">Weekdays are then those of the reminder.</param>
    public static void Extract(Draft draft, bool reminder)
    {
        var items = draft.U.Items;

        // "the third hard one in 4 days", asked about what was.
        var asked = draft.Step is not (DialogStep.Any or DialogStep.Next or DialogStep.Reminder or DialogStep.Confirm);
        var runClause = RunClause(draft);
        Slot<int>? when = null;
        Slot<DayOfWeek>? weekday = null;
        var best = int.MaxValue;
        for (var i = 0; i < items.Count; i++)
        {
            var distance = runClause is null ? 0 : Math.Abs(items[i].Clause - runClause.Value);
            if (GradeReader.IsNegated(draft.U, i) && items.Exists(item => item.Is(WordClass.Correction)) || distance >= best)
                continue;

            if (items[i].Number(WordClass.Day) is { } offset && !IsNightOfSleep(draft, i) && !(offset > 1 && asked) && !(offset > 0 && distance > 0 && draft.Step is DialogStep.Any or DialogStep.Run))
            {
                (when, weekday) = (draft.Slot((int)offset, i, i + 1), null);
                best = distance;
            }
            else if (!reminder && items[i].Get(WordClass.Weekday) is { } day && !draft.Used[i] && !IsDenied(draft, i))
            {
                (when, weekday) = (null, draft.Slot(ReminderExtractor.Parse(day.Value), i, i + 1));
                best = distance;
            }
        }

        draft.Result = draft.Result with { WhenDays = when, Weekday = weekday };
    }

    private static bool IsDenied(Draft draft, int i) => i > 0 && draft.U.Items[i - 1].Is(WordClass.Not);

    /// <summary>"slept 7 last night" tells of the usual night.</summary>
    private static bool IsNightOfSleep(Draft draft, int i)
    {
        if (!draft.U.Items[i].Is(WordClass.DayPart, "night"))
            return false;

        if (draft.Step is DialogStep.Sleep or DialogStep.SleepQuality)
            return true;

        var clause = draft.U.Items[i].Clause;
        var slept = draft.U.Items.Exists(item => item.Clause == clause && (item.Is(WordClass.Key, "sleep") || item.Is(WordClass.Key, "slept") || item.Is(WordClass.Key, "wake")
            || item.Is(WordClass.SleepWord) && !item.Is(WordClass.Grade) || item.Is(WordClass.Bed)));
        var ran = draft.Quantities.Exists(q => draft.U.Items[q.First].Clause == clause && q.Kind == Quantities.QuantityKind.Distance);
        return slept && !ran || draft.Result is { DistanceKm: null, DurationMin: null, RunType: null, SleepHours: not null } or { DistanceKm: null, DurationMin: null, RunType: null, SleepQuality: not null };
    }

    private static int? RunClause(Draft draft)
    {
        var start = draft.Result.DistanceKm?.Start ?? draft.Result.RunType?.Start ?? draft.Result.DurationMin?.Start;
        return start is null ? null : draft.U.Items.FindLast(item => item.Start <= start)?.Clause;
    }
}
