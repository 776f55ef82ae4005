namespace CoachBot.Tests.Support;

/// <summary>Proofs that run for minutes are small by default and whole with <c>COACHBOT_FULL=1</c>.</summary>
internal static class FullRun
{
    public static bool IsOn { get; } = Environment.GetEnvironmentVariable("COACHBOT_FULL") == "1";

    public static int Or(int byDefault, int whole) => IsOn ? whole : byDefault;
}
