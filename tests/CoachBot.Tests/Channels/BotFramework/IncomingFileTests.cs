using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Tests.Channels.BotFramework;

/// <summary>Files that Teams and other channels point to are fetched from the channels' own hosts and from nowhere else.</summary>
public sealed class IncomingFileTests
{
    [Theory]
    [InlineData("/run.gpx", "read 7")]
    [InlineData("/large", "TooLarge")]
    [InlineData("/gone", "NotFetched")]
    [InlineData("/elsewhere", "NotFetched")]
    public async Task A_file_in_Teams_is_read_from_where_Teams_keeps_it(string path, string expected)
    {
        await using var files = await FilesAsync();
        await using var azure = await StartAsync();

        await azure.PostAsync(With(azure, "application/vnd.microsoft.teams.file.download.info", content: files.Urls.Single() + path));

        Assert.Equal(expected, Assert.Single(azure.Connector.Calls).Text);
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/meta-data")]
    [InlineData("http://localhost:1/secret")]
    [InlineData("https://sharepoint.com.evil.example/run.gpx")]
    [InlineData("https://contoso.sharepoint.com:8443/run.gpx")]
    [InlineData("http://contoso.sharepoint.com/run.gpx")]
    [InlineData("https://user@contoso.sharepoint.com/run.gpx")]
    [InlineData("file:///etc/passwd")]
    [InlineData("not an address")]
    public async Task No_other_address_is_called(string address)
    {
        await using var azure = await StartAsync();

        await azure.PostAsync(With(azure, "application/octet-stream", address));

        Assert.Equal("NotFetched", Assert.Single(azure.Connector.Calls).Text);
    }

    private static async Task<WebApplication> FilesAsync()
    {
        var files = WebApplication.CreateSlimBuilder(["--urls=http://127.0.0.1:0"]).Build();
        files.MapGet("/run.gpx", () => Results.Text("a file!"));
        files.MapGet("/large", () => Results.Text(new string('x', 5000)));
        files.MapGet("/elsewhere", () => Results.Redirect("/run.gpx"));
        await files.StartAsync();
        return files;
    }

    private static Task<AzureHost> StartAsync() => AzureHost.StartAsync(
        new DelegateBot(turn => turn.SendActivityAsync(MessageFactory.Text(turn.Activity.Attachments![0].Name!))),
        services => services.AddSingleton<IFileReader, Lengths>());

    private static JsonObject With(AzureHost azure, string type, string? address = null, string? content = null)
    {
        var message = azure.Message("my run");
        var attachment = new JsonObject { ["contentType"] = type, ["name"] = "run.gpx" };
        if (address is not null)
            attachment["contentUrl"] = address;
        if (content is not null)
            attachment["content"] = new JsonObject { ["downloadUrl"] = content, ["fileType"] = "gpx" };
        message["attachments"] = new JsonArray(attachment);
        return message;
    }

    /// <summary>Keeps how long a file is.</summary>
    private sealed class Lengths : IFileReader
    {
        public int LimitBytes => 4096;

        public Attachment Read(ReadOnlyMemory<byte> file) => new("test/length", name: $"read {file.Length}");

        public Attachment Refuse(FileRefusal reason) => new("test/length", name: $"{reason}");
    }
}
