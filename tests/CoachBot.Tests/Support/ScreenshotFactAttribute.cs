namespace CoachBot.Tests.Support;

/// <summary>Writes pictures for the documentation, only where <c>COACHBOT_SCREENSHOTS=write</c> asks for it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ScreenshotFactAttribute : FactAttribute
{
    public ScreenshotFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("COACHBOT_SCREENSHOTS") != "write")
            Skip = "Set COACHBOT_SCREENSHOTS=write to write docs/images.";
    }
}
