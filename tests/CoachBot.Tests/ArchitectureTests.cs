using System.Text.RegularExpressions;
using System.Xml.Linq;
using CoachBot.Tests.Support;

namespace CoachBot.Tests;

/// <summary>Holds the arrows between the projects and between the host's folders.</summary>
public sealed partial class ArchitectureTests
{
    [Theory]
    [InlineData("CoachBot.Recovery", "")]
    [InlineData("CoachBot.BotBuilder", "")]
    [InlineData("CoachBot.Coaching", "CoachBot.BotBuilder CoachBot.Recovery")]
    [InlineData("CoachBot", "CoachBot.Coaching")]
    public void Projects_reference_only_what_the_arrows_allow(string project, string allowed)
    {
        var references = Items(project, "ProjectReference").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal);

        Assert.Equal(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries), references);
    }

    [Fact]
    public void The_knowledge_needs_no_package()
    {
        Assert.Empty(Items("CoachBot.Recovery", "PackageReference"));
    }

    [Fact]
    public void The_knowledge_does_no_io_and_reads_no_clock()
    {
        var offenders = from file in Repository.SourceFiles("src", "CoachBot.Recovery")
                        let text = File.ReadAllText(file)
                        where ForbiddenInRecovery().IsMatch(text)
                        select Path.GetFileName(file);

        Assert.Empty(offenders);
    }

    [Theory]
    [InlineData("Channels/BotFramework")]
    [InlineData("Channels/DirectLine")]
    [InlineData("Channels/Slack")]
    [InlineData("Storage")]
    [InlineData("Scheduling")]
    public void Folders_of_the_host_know_the_bot_runtime_and_not_each_other(string folder)
    {
        var own = "CoachBot." + folder.Replace('/', '.');
        var offenders = from file in Repository.SourceFiles(["src", "CoachBot", .. folder.Split('/')])
                        from match in HostFolder().Matches(File.ReadAllText(file))
                        let other = match.Groups[1].Value
                        where !other.StartsWith(own, StringComparison.Ordinal)
                        select $"{Path.GetFileName(file)} uses {other}";

        Assert.Empty(offenders);
    }

    [Fact]
    public void Only_one_file_touches_the_text_recognizers()
    {
        var users = Repository.SourceFiles("src").Where(file => File.ReadAllText(file).Contains("using Microsoft.Recognizers", StringComparison.Ordinal));

        Assert.Equal(["TextRecognizers.cs"], users.Select(Path.GetFileName));
    }

    [Fact]
    public void No_file_is_longer_than_400_lines()
    {
        var long_ = from file in Repository.SourceFiles("src").Concat(Repository.SourceFiles("tests"))
                    let lines = File.ReadLines(file).Count()
                    where lines > 400
                    select $"{Path.GetFileName(file)}: {lines}";

        Assert.Empty(long_);
    }

    private static IEnumerable<string> Items(string project, string kind) =>
        XDocument.Load(Repository.PathOf("src", project, project + ".csproj")).Descendants(kind).Select(item => item.Attribute("Include")!.Value);

    [GeneratedRegex(@"\b(File|Directory|HttpClient|Console|Environment)\.|TimeProvider|Stopwatch")]
    private static partial Regex ForbiddenInRecovery();

    [GeneratedRegex(@"using (CoachBot\.(?:Channels|Storage|Scheduling)[\w.]*);")]
    private static partial Regex HostFolder();
}
