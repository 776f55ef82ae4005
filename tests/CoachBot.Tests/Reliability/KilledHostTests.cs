using System.Net;
using System.Text.Json.Nodes;
using CoachBot.Tests.Support;
using Xunit.Abstractions;

namespace CoachBot.Tests.Reliability;

/// <summary>The real program with the real coach, killed (SIGKILL) while messages come in, and started again.</summary>
public sealed class KilledHostTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Every_message_is_there_once_and_answered_after_any_number_of_kills()
    {
        var kills = FullRun.Or(3, 100);
        await using var host = new HostProcess();
        await host.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host.Client);
        var random = new Random(11);
        var (sent, repeated) = (0, 0);

        // What is said before the runner agreed is not kept.
        await conversation.SayAsync("yes");
        await conversation.SayAsync("cancel");
        for (var kill = 0; kill < kills; kill++)
        {
            var saying = Task.Run(async () =>
            {
                for (var i = 0; i < 10; i++)
                    repeated += await SayUntilTakenAsync(conversation, $"help m{sent++}");
            });
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(1, 60)), TimeProvider.System);
            host.Kill();
            await host.StartAsync();
            await saying;
            await AssertWholeAsync(conversation, sent);
        }

        output.WriteLine($"{kills} kills, {sent} messages, {repeated} sent again, none lost, none doubled.");
    }

    private static async Task AssertWholeAsync(DirectLineConversation conversation, int sent)
    {
        var activities = (await conversation.PollAsync()).Activities;
        for (var i = sent - 10; i < sent; i++)
        {
            var at = Assert.Single(Enumerable.Range(0, activities.Count), at => (string)activities[at]["text"] == $"help m{i}");
            Assert.Equal("coach", (string)activities[at + 1]["from"]!["id"]!);
        }
    }

    private static async Task<int> SayUntilTakenAsync(DirectLineConversation conversation, string text)
    {
        var message = new JsonObject { ["type"] = "message", ["text"] = text, ["channelData"] = new JsonObject { ["clientActivityID"] = text } };
        for (var again = 0; ; again++)
        {
            try
            {
                using var answer = await conversation.PostAsync(message.ToJsonString());
                if (answer.StatusCode == HttpStatusCode.OK)
                    return again;
            }
            catch (HttpRequestException)
            {
                // The host is gone; as a page does, the message is sent again when it is back.
                await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
            }
        }
    }
}
