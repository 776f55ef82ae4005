using System.Text.RegularExpressions;
using CoachBot.Tests.Support;

namespace CoachBot.Tests;

/// <summary>What the README names is there.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("README.md"));

    [Fact]
    public void Every_path_it_names_exists()
    {
        var missing = CodeSpan().Matches(Readme).Select(match => match.Groups[1].Value)
            .Where(span => OwnPath().IsMatch(span))
            .Where(path => !File.Exists(Repository.PathOf(path)) && !Directory.Exists(Repository.PathOf(path)));

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_setting_it_names_is_read_somewhere()
    {
        var source = string.Concat(Repository.SourceFiles("src").Select(File.ReadAllText))
            + File.ReadAllText(Repository.PathOf("src", "CoachBot", "appsettings.json"));
        var unknown = SettingRow().Matches(Readme).Select(match => match.Groups[1].Value)
            .Where(setting => !setting.Split(':').All(part => source.Contains(part, StringComparison.Ordinal)));

        Assert.Empty(unknown);
    }

    [Fact]
    public void Every_test_it_names_exists()
    {
        var tests = string.Concat(Repository.SourceFiles("tests").Select(File.ReadAllText));
        var missing = TestName().Matches(Readme).Select(match => match.Groups[1].Value)
            .Where(name => !tests.Contains($" {name}(", StringComparison.Ordinal));

        Assert.Empty(missing);
    }

    [Fact]
    public void It_gives_the_two_commands()
    {
        Assert.Contains("\ndotnet run --project src/CoachBot\n", Readme, StringComparison.Ordinal);
        Assert.Contains("\nbash tests/run\n", Readme, StringComparison.Ordinal);
        Assert.Contains("tests/run", File.ReadAllText(Repository.PathOf(".ci", "run")), StringComparison.Ordinal);
    }

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"^(src|tests|dialogs|deploymentTemplates)/\S*$|^LICENSE$")]
    private static partial Regex OwnPath();

    [GeneratedRegex(@"^\| `([A-Z]\w+:\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex SettingRow();

    [GeneratedRegex("`([A-Z][a-z]*(?:_[A-Za-z0-9]+){2,})`")]
    private static partial Regex TestName();
}
