using System.Text.Json.Nodes;
using CoachBot.Storage;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Commands;

/// <summary><c>export</c> and <c>forget</c> in processes of their own, over a database that a runner's conversation filled.</summary>
public sealed class PersonalDataCommandsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coachbot-personal");

    private string Database => Path.Combine(_folder.FullName, "coach.db");

    [Fact]
    public async Task All_about_one_person_is_exported_and_then_deleted_and_nothing_of_another()
    {
        using (var storage = new SqliteStorage(Database))
        {
            await new CoachChat { Storage = storage, UserId = "ana", ConversationId = "a1" }.SayAsync("I take apixaban. 10k easy, 50 min");
            await new CoachChat { Storage = storage, UserId = "ben", ConversationId = "b1" }.SayAsync("I take warfarin. 8k easy, 40 min");
        }

        var (code, exported, _) = await RunAsync("export", "webchat/ana");
        Assert.Equal(0, code);
        Assert.Equal(["turns/webchat/a1", "webchat/users/ana"], JsonNode.Parse(exported)!["documents"]!.AsObject().Select(item => item.Key).Order(StringComparer.Ordinal));
        Assert.Contains("apixaban", exported, StringComparison.Ordinal);
        Assert.DoesNotContain("warfarin", exported, StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("forget", "ana")).Code);
        var (_, _, sentence) = await RunAsync("export", "ana");
        Assert.Contains("Nothing is stored about 'ana'.", sentence, StringComparison.Ordinal);
        Assert.Contains("warfarin", (await RunAsync("export", "ben")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("apixaban", System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(Database)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_user_the_command_line_is_wrong() => Assert.Equal(2, (await HostProcess.RunAsync(["export"])).ExitCode);

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<(int Code, string Output, string Errors)> RunAsync(string command, string user) =>
        await HostProcess.RunAsync([command, user, $"--Storage:Path={Database}"]);
}
