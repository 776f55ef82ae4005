using System.Text.RegularExpressions;
using CoachBot.Commands;
using CoachBot.Tests.Support;

namespace CoachBot.Tests;

/// <summary>What the README and the other pages name is there.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.PathOf("README.md"));

    public static TheoryData<string> Pages => [.. Directory.EnumerateFiles(Repository.Root, "*.md").Where(IsOurs)
        .Concat(new[] { "docs", "dialogs", "deploymentTemplates" }.SelectMany(Below))
        .Select(page => Path.GetRelativePath(Repository.Root, page).Replace('\\', '/'))];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_path_a_page_names_exists(string page)
    {
        var missing = Spans(page).SelectMany(span => OwnPath().Matches(span)).Select(match => match.Value.TrimEnd('.', ','))
            .Where(path => !path.Contains('*', StringComparison.Ordinal) && !path.Contains("LANGUAGE", StringComparison.Ordinal))
            .Where(path => !File.Exists(Repository.PathOf(path)) && !Directory.Exists(Repository.PathOf(path)));

        Assert.Empty(missing);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_command_a_page_names_is_one(string page)
    {
        var root = CoachCommands.Create();
        var wrong = from span in Spans(page)
                    from line in span.ReplaceLineEndings("\n").Split('\n')
                    where OwnCommand().IsMatch(line)
                    let words = OwnCommand().Match(line).Groups["words"].Value
                    let parsed = root.Parse(words)
                    where parsed.Errors.Count > 0 || (words.Length > 0 && !words.StartsWith('-') && parsed.CommandResult.Command == root)
                    select line;

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_script_a_page_runs_can_be_run(string page)
    {
        var scripts = Spans(page).SelectMany(span => OwnScript().Matches(span)).Select(match => match.Groups[1].Value);

        Assert.All(scripts, script => Assert.True(IsExecutable(Repository.PathOf(script)), script));
    }

    private static bool IsExecutable(string file) =>
        OperatingSystem.IsWindows() || File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute);

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

    private static IEnumerable<string> Below(string folder) =>
        Directory.EnumerateFiles(Repository.PathOf(folder), "*.md", SearchOption.AllDirectories).Where(IsOurs);

    private static bool IsOurs(string path) => !path.Contains("node_modules", StringComparison.Ordinal);

    /// <summary>Code blocks, then what stands in backticks outside of them.</summary>
    private static IEnumerable<string> Spans(string page)
    {
        var text = File.ReadAllText(Repository.PathOf(page));
        return CodeBlock().Matches(text).Select(match => match.Groups[1].Value)
            .Concat(CodeSpan().Matches(CodeBlock().Replace(text, "")).Select(match => match.Groups[1].Value));
    }

    [GeneratedRegex(@"^```\w*\n(.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex CodeBlock();

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex CodeSpan();

    [GeneratedRegex(@"(?<=^|[\s@""])(src|tests|dialogs|deploymentTemplates|docs)/[^\s""|…;`]*|^(LICENSE|[A-Z][A-Z-]+\.md)$", RegexOptions.Multiline)]
    private static partial Regex OwnPath();

    /// <summary>What follows the program's name, up to a pipe, a redirection or the end of the line.</summary>
    [GeneratedRegex(@"(?:--project src/CoachBot -- |CoachBot\.dll )(?<words>[^|>\\#<…]*)")]
    private static partial Regex OwnCommand();

    [GeneratedRegex(@"^(?:bash )?((?:tests/run|deploymentTemplates/[\w/]*build))\b", RegexOptions.Multiline)]
    private static partial Regex OwnScript();

    [GeneratedRegex(@"^\| `([A-Z]\w+:\w+)` \|", RegexOptions.Multiline)]
    private static partial Regex SettingRow();

    [GeneratedRegex("`([A-Z][a-z]*(?:_[A-Za-z0-9]+){2,})`")]
    private static partial Regex TestName();
}
