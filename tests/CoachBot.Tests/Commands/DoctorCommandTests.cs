using CoachBot.Commands;
using CoachBot.Tests.Channels.BotFramework;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Commands;

public sealed class DoctorCommandTests
{
    private static readonly string[] Alone = ["--environment=Development", "--Storage:Provider=Memory", "--Logging:LogLevel:Default=None"];

    [Fact]
    public async Task A_sound_host_has_a_line_for_everything_and_nothing_fails()
    {
        await using var azure = await AzureHost.StartAsync();

        var (exitCode, lines) = await RunAsync([.. Alone, .. Registration(azure.Connector.Address)]);

        Assert.Equal(0, exitCode);
        Assert.Equal(
            ["settings", "content", "storage", "leftovers", "time-zones", "clock", "page", "metadata", "credentials"],
            lines.Select(Name).OrderBy(name => name is "metadata" or "credentials"));
        Assert.DoesNotContain(lines, line => line.StartsWith("FAIL", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("ok   clock        Within", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_cannot_be_reached_fails_with_what_mends_it_and_the_rest_is_still_looked_at()
    {
        var (exitCode, lines) = await RunAsync([.. Alone, .. Registration("http://127.0.0.1:9")]);

        Assert.Equal(1, exitCode);
        Assert.Equal(["credentials", "metadata"], lines.Where(line => line.StartsWith("FAIL", StringComparison.Ordinal)).Select(Name).Order());
        Assert.Contains(lines, line => Name(line) == "metadata" && line.EndsWith("Let this machine make HTTPS calls to it; a proxy is set with HTTPS_PROXY.", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("ok   storage", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Settings_that_do_not_start_a_host_are_said_as_it_would_say_them()
    {
        var (exitCode, lines) = await RunAsync(["--environment=Production", "--Storage:Provider=Memory"]);

        Assert.Equal(1, exitCode);
        Assert.StartsWith("FAIL settings     Web chat needs DirectLine:Secret outside Development", lines[0], StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("ok   time-zones", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_program_answers_for_its_own_health()
    {
        await using var host = await TestHost.StartAsync();

        var well = await HostProcess.RunAsync(["health", $"{host.Address}"]);
        var silent = await HostProcess.RunAsync(["health", "http://127.0.0.1:9"]);

        Assert.Equal(0, well.ExitCode);
        Assert.Contains("\"storage\":\"Healthy\"", well.Output, StringComparison.Ordinal);
        Assert.Equal(1, silent.ExitCode);
        Assert.StartsWith("http://127.0.0.1:9/ does not answer", silent.Errors, StringComparison.Ordinal);
    }

    private static string[] Registration(string address) =>
    [
        $"--MicrosoftAppId={AzureHost.AppId}", $"--MicrosoftAppTenantId={AzureHost.TenantId}", "--MicrosoftAppPassword=pa55word",
        $"--BotFramework:OpenIdMetadata={address}/v1/.well-known/openidconfiguration", $"--BotFramework:Login={address}",
    ];

    private static string Name(string line) => line[5..].Split(' ')[0];

    private static async Task<(int ExitCode, string[] Lines)> RunAsync(string[] settings)
    {
        using var output = new StringWriter();
        var exitCode = await DoctorCommand.RunAsync(settings, output, CancellationToken.None);
        return (exitCode, output.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }
}
