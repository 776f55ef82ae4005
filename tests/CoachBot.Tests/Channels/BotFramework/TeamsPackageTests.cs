using System.Buffers.Binary;
using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Channels.BotFramework;

/// <summary>The app package for Teams, as <c>deploymentTemplates/teams/build</c> makes it.</summary>
public sealed class TeamsPackageTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("teams").FullName;

    [Fact]
    public async Task The_package_fulfils_the_official_schema_in_every_language()
    {
        var package = await BuildAsync();

        var result = JsonNode.Parse(await NodeTests.RunAsync("teams-manifest.mjs", package))!;

        Assert.Empty(result["faults"]!.AsArray().Select(fault => (string)fault!));
        Assert.Equal(["manifest.json", "es.json", "fr.json", "de.json", "pt.json"], result["files"]!.AsArray().Select(file => (string)file!));
    }

    [Fact]
    public async Task A_manifest_that_is_wrong_is_found()
    {
        var package = await BuildAsync();
        var path = Path.Combine(package, "manifest.json");
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        manifest["id"] = "no guid";
        await File.WriteAllTextAsync(path, manifest.ToJsonString());

        var result = JsonNode.Parse(await NodeTests.RunAsync("teams-manifest.mjs", package))!;

        Assert.StartsWith("manifest.json/id", (string)Assert.Single(result["faults"]!.AsArray())!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_names_the_bot_and_the_host_and_holds_icons_of_the_right_size()
    {
        var package = await BuildAsync();
        var manifest = JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(package, "manifest.json")))!;

        Assert.Equal(AzureHost.AppId, (string)manifest["bots"]![0]!["botId"]!);
        Assert.Equal("coach.example", (string)manifest["validDomains"]![0]!);
        Assert.Equal((192, 192), SizeOf(Path.Combine(package, (string)manifest["icons"]!["color"]!)));
        Assert.Equal((32, 32), SizeOf(Path.Combine(package, (string)manifest["icons"]!["outline"]!)));
    }

    [Fact]
    public async Task Every_language_translates_the_same_words()
    {
        var package = await BuildAsync();

        var keys = await Task.WhenAll(new[] { "es", "fr", "de", "pt" }.Select(async language =>
            string.Join(' ', JsonNode.Parse(await File.ReadAllTextAsync(Path.Combine(package, language + ".json")))!.AsObject().Select(pair => pair.Key))));

        Assert.Single(keys.Distinct());
    }

    [Fact]
    public async Task Without_an_app_id_the_script_says_how_it_is_used()
    {
        Assert.Equal(2, await RunAsync("coach.example"));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> BuildAsync()
    {
        var zip = Path.Combine(_folder, "app.zip");
        Assert.Equal(0, await RunAsync(AzureHost.AppId, "coach.example", zip));
        await ZipFile.ExtractToDirectoryAsync(zip, Path.Combine(_folder, "app"));
        return Path.Combine(_folder, "app");
    }

    private static async Task<int> RunAsync(params string[] arguments)
    {
        var script = Repository.PathOf("deploymentTemplates", "teams", "build");
        var start = new ProcessStartInfo("bash", [script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static (int Width, int Height) SizeOf(string png)
    {
        var header = File.ReadAllBytes(png).AsSpan(16, 8);
        return (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
    }
}
