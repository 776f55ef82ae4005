using CoachBot.Tests.Support;

namespace CoachBot.Tests.Channels.DirectLine;

/// <summary>The same over Azure Blobs as over a file: a killed host goes on where it was.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class BlobRestartTests(Azurite azurite)
{
    [Fact]
    public async Task A_check_in_in_blobs_goes_on_at_the_same_question_after_the_host_was_killed()
    {
        string[] blobs = ["--Storage:Provider=AzureBlobs", $"--Storage:ConnectionString={azurite.ConnectionString}"];
        await using var host = new HostProcess();
        await host.StartAsync(blobs);
        var conversation = await DirectLineConversation.StartAsync(host.Client);
        await conversation.SayAsync("yes");
        await conversation.SayAsync("cancel");
        await conversation.SayAsync("long run, 28 km in 2:40, effort 7");
        Assert.Contains("8 · very sore", await conversation.OfferedAsync());
        await conversation.SayAsync("2");
        var before = await conversation.TextsAsync();
        Assert.Contains("9 h", await conversation.OfferedAsync());

        host.Kill();
        await host.StartAsync(blobs);

        Assert.Equal(before, await conversation.TextsAsync());
        foreach (var (answer, next) in new[] { ("8", "3 · OK"), ("4", "Fresh"), ("4", "5 · relaxed") })
        {
            await conversation.SayAsync(answer);
            Assert.Contains(next, await conversation.OfferedAsync());
        }

        await conversation.SayAsync("4");
        var (activities, _) = await conversation.PollAsync();
        Assert.Contains(activities, activity => activity.ToJsonString().Contains("train as planned", StringComparison.Ordinal));
    }
}
