using System.Text.Json.Nodes;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Channels.DirectLine;

/// <summary>Microsoft's own client (npm botframework-directlinejs) against the real host.</summary>
public sealed class RealClientTests
{
    [Theory]
    [InlineData("socket")]
    [InlineData("polling")]
    public async Task The_real_client_sees_greeting_echo_and_reply_and_all_of_it_again_after_a_reload(string mode)
    {
        await using var host = await TestHost.StartAsync();

        var printed = await NodeTests.RunAsync("direct-line-client.mjs", host.Address.ToString().TrimEnd('/'), mode, "hello", "two");
        var result = JsonNode.Parse(printed)!;

        string[] expected = ["Hello from the coach.", "hello", "Echo: hello", "two", "Echo: two"];
        Assert.Equal(expected, Texts(result["first"]!));
        Assert.Equal(expected, Texts(result["second"]!));
        Assert.Equal(Ids(result["first"]!), Ids(result["second"]!));
        Assert.Equal(["c0", "c1"], ClientIds(result["first"]!));
        Assert.DoesNotContain(result["first"]!.AsArray(), seen => (string?)seen!["status"] is "FailedToConnect" or "ExpiredToken");
    }

    private static IEnumerable<string> Texts(JsonNode seen) => Messages(seen).Select(message => (string)message["text"]!);

    private static IEnumerable<string> Ids(JsonNode seen) => Messages(seen).Select(message => (string)message["id"]!);

    private static IEnumerable<string> ClientIds(JsonNode seen) =>
        Messages(seen).Select(message => (string?)message["channelData"]?["clientActivityID"]).OfType<string>();

    private static IEnumerable<JsonNode> Messages(JsonNode seen) => seen.AsArray().Where(item => (string?)item!["type"] == "message")!;
}
