using System.Text.Json.Nodes;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Deployment;

/// <summary>Whatever ships is named with its licence.</summary>
public sealed class NoticesTests
{
    private const string BuildOnly = "Microsoft.CodeAnalysis.BannedApiAnalyzers";

    private static readonly string Notices = File.ReadAllText(Repository.PathOf("THIRD-PARTY-NOTICES.md"));

    [Fact]
    public void Every_package_of_the_program_is_in_the_notices()
    {
        var packages = from framework in Read("packages.lock.json")["dependencies"]!.AsObject()
                       from package in framework.Value!.AsObject()
                       where (string)package.Value!["type"]! != "Project" && package.Key != BuildOnly
                       select package.Key;

        Assert.All(packages, package => Assert.Contains($"`{package}`", Notices, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_package_of_the_page_is_in_the_notices_with_the_licence_of_the_lock_file()
    {
        var packages = Read("WebChat", "package-lock.json")["packages"]!.AsObject().Where(package => package.Key.Length > 0);

        Assert.All(packages, package => Assert.Contains(
            $"| `{package.Key["node_modules/".Length..]}` | {package.Value!["license"]} |", Notices, StringComparison.Ordinal));
    }

    private static JsonNode Read(params string[] path) => JsonNode.Parse(File.ReadAllText(Repository.PathOf(["src", "CoachBot", .. path])))!;
}
