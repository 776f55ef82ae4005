namespace CoachBot.Tests.Support;

/// <summary>The real clock, some days off, so that a browser's week passes between two lines of a test.</summary>
internal sealed class ShiftedTime : TimeProvider
{
    public TimeSpan Shift { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
}
