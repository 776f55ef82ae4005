using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Deployment;

/// <summary>What is deployed to Azure is what the Bicep files say, and says what the program understands.</summary>
public sealed partial class TemplateTests
{
    public static TheoryData<string> Templates => new()
    {
        "DeployUseExistResourceGroup/template-BotApp-with-rg",
        "DeployUseExistResourceGroup/template-AzureBot-with-rg",
        "DeployWithNewResourceGroup/template-BotApp-new-rg",
        "DeployWithNewResourceGroup/template-AzureBot-new-rg",
    };

    [BicepFact]
    public async Task The_templates_are_what_the_bicep_files_give_without_a_warning()
    {
        using var build = ChildProcess.Start(new ProcessStartInfo("bash", ["deploymentTemplates/build", "--check"])
        {
            WorkingDirectory = Repository.Root,
            RedirectStandardError = true,
        });
        var said = await build.StandardError.ReadToEndAsync();
        await build.WaitForExitAsync();

        Assert.Equal("", said);
        Assert.Equal(0, build.ExitCode);
    }

    [Theory]
    [MemberData(nameof(Templates))]
    public void Every_parameter_of_the_file_beside_it_is_one_and_the_needed_ones_are_there(string template)
    {
        var known = Read(template)["parameters"]!.AsObject();
        var given = Read(template.Replace("/template-", "/parameters-for-template-", StringComparison.Ordinal))["parameters"]!.AsObject();

        Assert.Empty(given.Select(parameter => parameter.Key).Except(known.Select(parameter => parameter.Key)));
        Assert.Empty(known.Where(parameter => parameter.Value!["defaultValue"] is null).Select(parameter => parameter.Key)
            .Except(given.Select(parameter => parameter.Key)));
    }

    [Fact]
    public void Every_app_setting_is_one_that_the_program_reads()
    {
        var bicep = File.ReadAllText(Repository.PathOf("deploymentTemplates", "DeployUseExistResourceGroup", "template-BotApp-with-rg.bicep"));
        var source = string.Concat(Repository.SourceFiles("src").Select(File.ReadAllText));
        string[] platform = ["ASPNETCORE_FORWARDEDHEADERS_ENABLED", "AZURE_CLIENT_ID"];
        var settings = Setting().Matches(bicep).Select(match => match.Groups[1].Value).ToArray();

        Assert.Contains("Storage__AccountUrl", settings);

        // Slack has its own part.
        var unknown = settings.Except(platform).Where(setting => !setting.StartsWith("Slack__", StringComparison.Ordinal))
            .Where(setting => !setting.Split("__").All(part => source.Contains($"\"{part}", StringComparison.Ordinal) || source.Contains($":{part}\"", StringComparison.Ordinal)));
        Assert.Empty(unknown);
    }

    [Fact]
    public void The_storage_opens_to_the_identity_alone_and_keeps_nothing_that_was_deleted()
    {
        var template = Read("DeployUseExistResourceGroup/template-BotApp-with-rg").ToJsonString();

        foreach (var promise in new[]
        {
            "\"allowSharedKeyAccess\":false", "\"allowBlobPublicAccess\":false", "\"isVersioningEnabled\":false",
            "\"minTlsVersion\":\"1.2\"", "\"httpsOnly\":true", "\"webSocketsEnabled\":true", "\"healthCheckPath\":\"/health/ready\"",
            "ba92f5b4-2d11-453d-a403-e96b0029c9fe", "0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3", "974c5e8b-45b9-4653-ba55-5f855dd0fb88",
        })
            Assert.Contains(promise, template, StringComparison.Ordinal);
    }

    [Fact]
    public void Secrets_are_no_plain_parameters()
    {
        var known = Read("DeployUseExistResourceGroup/template-BotApp-with-rg")["parameters"]!.AsObject();

        Assert.All(
            known.Where(parameter => parameter.Key.EndsWith("Secret", StringComparison.Ordinal) || parameter.Key.EndsWith("Token", StringComparison.Ordinal)),
            parameter => Assert.Equal("securestring", (string)parameter.Value!["type"]!, ignoreCase: true));
    }

    private static JsonNode Read(string name) => JsonNode.Parse(File.ReadAllText(Repository.PathOf(["deploymentTemplates", .. $"{name}.json".Split('/')])))!;

    [GeneratedRegex(@"^\s+\{?\s*([A-Z]\w+): ", RegexOptions.Multiline)]
    private static partial Regex Setting();
}
