using System.Text.Json.Nodes;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Commands;

/// <summary><c>export</c>, <c>forget</c> and <c>outbox</c> as operators run them, beside a host that runs.</summary>
public sealed class PersonalDataCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("coachbot").FullName;

    private string Setting => $"--Storage:Path={Path.Combine(_folder, "coach.db")}";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task What_was_told_is_exported_and_after_forget_it_is_gone()
    {
        await using var host = await TestHost.StartAsync("--Storage:Provider=Sqlite", Setting);
        var conversation = await DirectLineConversation.StartAsync(host, "dl_ana");
        await conversation.SayAsync("quads are sore");

        var (exitCode, exported, _) = await HostProcess.RunAsync(["export", "dl_ana", Setting]);
        Assert.Equal(0, exitCode);
        Assert.Contains("quads are sore", JsonNode.Parse(exported)!["documents"]!.ToJsonString(), StringComparison.Ordinal);

        Assert.StartsWith("Deleted 1 documents", (await HostProcess.RunAsync(["forget", "dl_ana", Setting])).Output, StringComparison.Ordinal);
        var (_, nothing, said) = await HostProcess.RunAsync(["export", "dl_ana", Setting]);
        Assert.Empty(JsonNode.Parse(nothing)!["documents"]!.AsObject());
        Assert.StartsWith("Nothing is stored about 'dl_ana'.", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outbox_without_parked_messages_is_empty_and_a_wrong_key_is_named()
    {
        Assert.Equal((0, "", ""), await HostProcess.RunAsync(["outbox", Setting]));
        var (exitCode, _, errors) = await HostProcess.RunAsync(["outbox", "--resend", "turns/x/y#1", Setting]);

        Assert.Equal(1, exitCode);
        Assert.Equal("No refused or unknown message has the key 'turns/x/y#1'; 'outbox' lists them.", errors.Trim());
    }

    [Fact]
    public async Task A_user_must_be_named() => Assert.Equal(2, (await HostProcess.RunAsync(["forget"])).ExitCode);
}
