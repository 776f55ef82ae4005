namespace CoachBot.Tests.Support;

/// <summary>Where this repository lies on the machine that runs the tests.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>The Node side of the tests, with its packages installed.</summary>
    public static string NodeTests => Path.Combine(Root, "tests", "CoachBot.Tests", "node");

    private static string Find(string folder) => File.Exists(Path.Combine(folder, "CoachBot.sln"))
        ? folder
        : Find(Path.GetDirectoryName(folder) ?? throw new DirectoryNotFoundException("No CoachBot.sln above the test assembly."));
}
