using System.Text.RegularExpressions;

namespace CoachBot.Tests.Support;

/// <summary>Runs only where the Bicep compiler was fetched, which tests/run does; it is too big to come with every restore.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed partial class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute()
    {
        var version = Version().Match(File.ReadAllText(Repository.PathOf("Directory.Packages.props"))).Groups[1].Value;
        var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
            ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        if (!File.Exists(Path.Combine(packages, "azure.bicep.commandline.linux-x64", version, "tools", "bicep")))
            Skip = "The Bicep compiler is not here: deploymentTemplates/build --fetch brings it.";
    }

    [GeneratedRegex("<BicepVersion>(.*)</BicepVersion>")]
    private static partial Regex Version();
}
