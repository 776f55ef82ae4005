using System.Globalization;

namespace CoachBot.Coaching.Reminders;

/// <summary>One check-in that is to come.</summary>
/// <param name="At">The instant.</param>
/// <param name="On">The runner's date: with the kind, what makes it happen once.</param>
/// <param name="Kind"><see cref="Morning"/>, or one made by <see cref="AgainAt"/>.</param>
public sealed record DueCheckIn(DateTimeOffset At, DateOnly On, string Kind)
{
    public const string Morning = "morning";

    private const string AgainPrefix = "again-";

    public bool IsMorning => Kind == Morning;

    /// <summary>The kind of one that was put off, by the runner's clock.</summary>
    public static string AgainAt(TimeOnly time) => AgainPrefix + time.ToString("HHmm", CultureInfo.InvariantCulture);
}
