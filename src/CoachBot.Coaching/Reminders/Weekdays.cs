namespace CoachBot.Coaching.Reminders;

/// <summary>A set of days of the week.</summary>
[Flags]
public enum Weekdays
{
    None = 0,
    Monday = 1,
    Tuesday = 2,
    Wednesday = 4,
    Thursday = 8,
    Friday = 16,
    Saturday = 32,
    Sunday = 64,
    MondayToFriday = Monday | Tuesday | Wednesday | Thursday | Friday,
    Weekend = Saturday | Sunday,
    All = MondayToFriday | Weekend,
}

public static class WeekdaySets
{
    public static Weekdays Of(DayOfWeek day) => (Weekdays)(1 << (((int)day + 6) % 7));

    public static Weekdays Of(IEnumerable<DayOfWeek> days) => days.Aggregate(Weekdays.None, (set, day) => set | Of(day));

    public static bool Holds(this Weekdays days, DayOfWeek day) => (days & Of(day)) != 0;

    /// <summary>From Monday on.</summary>
    public static IEnumerable<DayOfWeek> Each(this Weekdays days) =>
        Enumerable.Range(1, 7).Select(number => (DayOfWeek)(number % 7)).Where(day => days.Holds(day));
}
