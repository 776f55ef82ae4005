using System.Net;
using System.Net.Sockets;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Commands;

/// <summary>The program as operators run it.</summary>
public sealed class ServeCommandTests
{
    [Fact]
    public async Task Ready_names_everything_that_had_to_be_there_first()
    {
        await using var host = new HostProcess();
        await host.StartAsync();

        var ready = await host.Client.GetStringAsync("/health/ready");

        foreach (var part in new[] { "storage", "content", "recognizers", "signing key" })
            Assert.Contains($"\"{part}\":\"Healthy\"", ready, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_language_to_warm_that_is_none_of_ours_is_named()
    {
        var (exitCode, _, errors) = await HostProcess.RunAsync(["serve", "--Coach:WarmLanguages=en,it", "--urls=http://127.0.0.1:0"]);

        Assert.Equal(1, exitCode);
        Assert.Equal("Coach:WarmLanguages names 'it'; it can name en, es, fr, de, pt.", errors.Trim());
    }

    [Fact]
    public async Task It_prints_one_line_with_the_address_and_is_ready()
    {
        await using var host = new HostProcess();

        var line = await host.StartAsync();
        using var client = new HttpClient { BaseAddress = host.Address };

        Assert.Equal($"CoachBot is ready at {host.Address.ToString().TrimEnd('/')} (Ctrl+C ends it).", line);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
        Assert.Contains("\"storage\":\"Healthy\"", await client.GetStringAsync("/health/ready"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_development_it_does_not_start_with_web_chat_open()
    {
        var (exitCode, output, errors) = await HostProcess.RunAsync(["serve", "--urls=http://127.0.0.1:0"], environment: "Production");

        Assert.Equal(1, exitCode);
        Assert.Empty(output);
        Assert.StartsWith("Web chat needs DirectLine:Secret outside Development", Assert.Single(Lines(errors)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_is_said_in_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (exitCode, _, errors) = await HostProcess.RunAsync(["serve", $"--urls=http://{taken.LocalEndpoint}", "--Storage:Provider=Memory"]);

        Assert.Equal(1, exitCode);
        Assert.EndsWith("choose another address with --urls http://localhost:PORT.", Assert.Single(Lines(errors)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dance")]
    [InlineData("serve", "loudly")]
    public async Task What_is_no_command_is_named(params string[] arguments)
    {
        var (exitCode, _, errors) = await HostProcess.RunAsync(arguments);

        Assert.Equal(2, exitCode);
        Assert.Contains(arguments[^1], Assert.Single(Lines(errors)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_storage_that_is_no_storage_is_named()
    {
        var (exitCode, _, errors) = await HostProcess.RunAsync(["serve", "--Storage:Provider=Floppy", "--urls=http://127.0.0.1:0"]);

        Assert.Equal(1, exitCode);
        Assert.Equal("Storage:Provider is 'Floppy'; it can be Sqlite, AzureBlobs, Memory.", Assert.Single(Lines(errors)));
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
