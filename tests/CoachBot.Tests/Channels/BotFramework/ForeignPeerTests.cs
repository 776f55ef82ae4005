using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Channels.BotFramework;

/// <summary>Microsoft's own Bot Builder for Node reads what we write, and we read what it writes, in both roles.</summary>
public sealed class ForeignPeerTests
{
    [Fact]
    public async Task Its_client_calls_us_and_its_Connector_takes_our_replies()
    {
        var zones = new List<string>();
        await using var host = await TestHost.StartAsync(
            new DelegateBot(async turn =>
            {
                zones.Add($"{turn.Activity.LocalTimezone} {turn.Activity.Locale}");
                if (turn.Activity is { Type: ActivityTypes.Invoke, Name: "adaptiveCard/action" })
                    await turn.SendActivityAsync(new Activity(ActivityTypes.InvokeResponse) { Value = Answer("because") });
                else if (turn.Activity.Type == ActivityTypes.Message)
                    await turn.SendActivityAsync(MessageFactory.SuggestedActions(["one", "two", "three"], $"Echo: {turn.Activity.Text}"));
                else if (turn.Activity.Type == ActivityTypes.ConversationUpdate)
                    await turn.SendActivityAsync("welcome");
            }),
            TimeProvider.System);

        var result = JsonNode.Parse(await NodeTests.RunAsync("bot-builder-peer.mjs", "channel", host.Address.ToString().TrimEnd('/')))!;

        Assert.Equal([200, 200, 200, 200, 501], new[] { "update", "message", "expected", "invoke", "unknown" }.Select(name => (int)result[name]!["status"]!));
        Assert.Equal("because", (string)result["invoke"]!["body"]!["value"]!);
        Assert.Equal(["Europe/Lisbon pt-PT"], zones.Distinct());

        var received = result["received"]!.AsArray();
        Assert.Equal(["welcome", "Echo: olá"], received.Select(each => (string)each!["activity"]!["text"]!));
        Assert.Equal(["peer-1", "peer-2"], received.Select(each => (string)each!["activityId"]!));
        Assert.All(received, each => Assert.Equal("a:1;x@y", (string)each!["conversationId"]!));
        Assert.Equal(3, received[1]!["activity"]!["suggestedActions"]!["actions"]!.AsArray().Count);
        Assert.Equal("Echo: direct", (string)Assert.Single(result["expected"]!["body"]!["activities"]!.AsArray())!["text"]!);
    }

    [Fact]
    public async Task It_takes_our_activities_with_the_tokens_our_tests_issue_and_refuses_bad_ones_likewise()
    {
        await using var connector = await ConnectorStandIn.StartAsync();
        var now = TimeProvider.System.GetUtcNow();
        var good = IssuedToken.Channel(connector.ChannelKeys[0], now, connector.ServiceUrl);
        var calls = new JsonArray(
            Call(good, Message(connector.ServiceUrl)),
            Call(IssuedToken.Channel(connector.ChannelKeys[0], now, connector.ServiceUrl).With("aud", AzureHost.TenantId), Message(connector.ServiceUrl)),
            Call(IssuedToken.Channel(connector.ChannelKeys[0], now, connector.ServiceUrl).Without("serviceurl"), Message(connector.ServiceUrl)));
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        await File.WriteAllTextAsync(file, calls.ToJsonString());
        try
        {
            var metadata = $"{connector.Address}/v1/.well-known/openidconfiguration";
            var result = JsonNode.Parse(await NodeTests.RunAsync("bot-builder-peer.mjs", "bot", metadata, AzureHost.AppId, file))!;

            Assert.Equal([200, 401, 401], result["statuses"]!.AsArray().Select(status => (int)status!));
            var seen = Assert.Single(result["seen"]!.AsArray())!;
            Assert.Equal("Europe/Lisbon", (string)seen["localTimezone"]!);
            Assert.Equal("2026-11-24T06:30:00.000Z", (string)seen["timestamp"]!);
        }
        finally
        {
            File.Delete(file);
        }

        var call = Assert.Single(connector.Calls);
        var reply = ActivityJson.Parse(System.Text.Encoding.UTF8.GetBytes(call.Body.ToJsonString()));
        Assert.Equal("You said olá", reply.Text);
        Assert.Equal(("29:ana", "a:1", "in-1"), (reply.Recipient.Id, reply.Conversation.Id, reply.ReplyToId));
    }

    private static InvokeResponse Answer(string text) => new()
    {
        Status = 200,
        Body = new AdaptiveCardInvokeResponse { StatusCode = 200, Type = "application/vnd.microsoft.activity.message", Value = text },
    };

    private static JsonObject Call(IssuedToken token, Activity activity) =>
        new() { ["token"] = token.ToString(), ["activity"] = JsonNode.Parse(ActivityJson.Write(activity)) };

    private static Activity Message(string serviceUrl) => new(ActivityTypes.Message, "in-1")
    {
        Text = "olá",
        ChannelId = "msteams",
        ServiceUrl = serviceUrl,
        Timestamp = new DateTimeOffset(2026, 11, 24, 6, 30, 0, TimeSpan.Zero),
        LocalTimezone = "Europe/Lisbon",
        From = new ChannelAccount("29:ana", "Ana"),
        Recipient = new ChannelAccount($"28:{AzureHost.AppId}", "Coach"),
        Conversation = new ConversationAccount(id: "a:1", conversationType: "personal"),
    };
}
