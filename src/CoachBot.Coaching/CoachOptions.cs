namespace CoachBot.Coaching;

public sealed record CoachOptions
{
    public const string Section = "Coach";

    public const int LongestRetentionDays = 3650;

    /// <summary>Days after which a runner's data goes: check-ins by their date, the whole when nothing was heard for so long.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not 1 to 3650.</exception>
    public int RetentionDays
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, LongestRetentionDays);
            field = value;
        }
    } = 365;
}
