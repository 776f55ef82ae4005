using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;
using Microsoft.Extensions.Hosting;

namespace CoachBot.Tests.Channels.BotFramework;

/// <summary>What <c>POST /api/messages</c> answers to whom it admits.</summary>
public sealed class EndpointTests(SharedAzureHost shared) : IClassFixture<SharedAzureHost>
{
    private readonly AzureHost _azure = shared.Azure;

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("{\"type\":7}")]
    [InlineData("{\"type\":\"message\",\"type\":\"event\"}")]
    [InlineData("{\"type\":\"message\",\"conversation\":\"c\"}")]
    public async Task A_body_that_is_no_activity_is_400_and_says_where(string body)
    {
        var response = await _azure.Host.SendAsync(HttpMethod.Post, "/api/messages", _azure.ChannelToken().ToString(), body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("BadArgument", await DirectLineConversation.ErrorCodeAsync(response));
    }

    [Theory]
    [InlineData("type")]
    [InlineData("from")]
    [InlineData("conversation")]
    public async Task An_activity_without_what_it_needs_is_400(string missing)
    {
        var activity = _azure.Message();
        activity.Remove(missing);

        Assert.Equal(HttpStatusCode.BadRequest, (await _azure.PostAsync(activity)).StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_not_said_to_be_JSON_is_415()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages");
        request.Headers.Authorization = new("Bearer", _azure.ChannelToken().ToString());
        request.Content = new StringContent(_azure.Message().ToJsonString(), Encoding.UTF8, "text/plain");

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await _azure.Host.Client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_413()
    {
        var response = await _azure.PostAsync(_azure.Message(new string('x', 300_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("MessageSizeTooBig", await DirectLineConversation.ErrorCodeAsync(response));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    public async Task Another_verb_is_405(string method)
    {
        var response = await _azure.Host.SendAsync(new HttpMethod(method), "/api/messages", _azure.ChannelToken().ToString());

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Theory]
    [InlineData("conversationUpdate")]
    [InlineData("installationUpdate")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("messageDelete")]
    [InlineData("event")]
    [InlineData("typing")]
    [InlineData("endOfConversation")]
    [InlineData("contactRelationUpdate")]
    [InlineData("something new")]
    public async Task Every_type_of_activity_is_taken(string type)
    {
        Assert.Equal(HttpStatusCode.OK, (await _azure.PostAsync(_azure.Activity(type, $"id-{type}"))).StatusCode);
    }

    [Fact]
    public async Task A_channel_that_is_switched_off_is_400_and_names_the_setting()
    {
        await using var azure = await AzureHost.StartAsync(null, "--BotFramework:Channels=webchat");

        var response = await azure.PostAsync(azure.Message());

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("BotFramework:Channels", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invoke_is_answered_with_status_and_body_and_its_repetition_likewise()
    {
        var calls = 0;
        await using var azure = await AzureHost.StartAsync(new DelegateBot(turn =>
        {
            var body = new AdaptiveCardInvokeResponse
            {
                StatusCode = 200,
                Type = "application/vnd.microsoft.activity.message",
                Value = $"answer {++calls}",
            };
            var answer = new InvokeResponse { Status = 200, Body = body };
            return turn.SendActivityAsync(new Activity(ActivityTypes.InvokeResponse) { Value = answer });
        }));
        var invoke = azure.Activity("invoke", "f:1", new JsonObject { ["name"] = "adaptiveCard/action" });

        var first = await azure.PostAsync(invoke);
        var second = await azure.PostAsync(invoke);

        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        var expected = """{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"answer 1"}""";
        Assert.Equal(expected, await first.Content.ReadAsStringAsync());
        Assert.Equal(expected, await second.Content.ReadAsStringAsync());
        Assert.Empty(azure.Connector.Calls);
    }

    [Fact]
    public async Task An_invoke_that_nobody_answers_is_501()
    {
        var response = await _azure.PostAsync(_azure.Activity("invoke", "f:2", new JsonObject { ["name"] = "task/fetch" }));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task The_answer_of_Bot_Builders_own_handler_to_an_unknown_invoke_is_501()
    {
        await using var azure = await AzureHost.StartAsync(new ActivityHandler());

        Assert.Equal(
            HttpStatusCode.NotImplemented,
            (await azure.PostAsync(azure.Activity("invoke", "f:3", new JsonObject { ["name"] = "composeExtension/query" }))).StatusCode);
    }

    [Fact]
    public async Task Replies_that_are_expected_come_in_the_answer_and_nowhere_else()
    {
        await using var azure = await AzureHost.StartAsync();
        var message = azure.Message("hello");
        message["deliveryMode"] = "expectReplies";

        var response = await azure.PostAsync(message);

        var replies = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["activities"]!.AsArray();
        Assert.Equal("Echo: hello", (string)Assert.Single(replies)!["text"]!);
        Assert.Empty(azure.Connector.Calls);

        var again = JsonNode.Parse(await (await azure.PostAsync(message)).Content.ReadAsStringAsync())!["activities"]!.AsArray();
        Assert.Equal("Echo: hello", (string)Assert.Single(again)!["text"]!);
    }

    [Fact]
    public async Task A_message_that_comes_twice_is_answered_once()
    {
        await using var azure = await AzureHost.StartAsync();
        var message = azure.Message("hello", id: "17");

        await Task.WhenAll(azure.PostAsync(message), azure.PostAsync(message), azure.PostAsync(message));

        Assert.Single(azure.Connector.Calls);
    }

    [Fact]
    public async Task An_edit_has_the_id_of_what_it_edits_and_is_handled_all_the_same()
    {
        var seen = new List<string>();
        await using var azure = await AzureHost.StartAsync(new DelegateBot(turn =>
        {
            seen.Add($"{turn.Activity.Type} {turn.Activity.Text}");
            return Task.CompletedTask;
        }));

        await azure.PostAsync(azure.Message("6 km", id: "17"));
        foreach (var (text, minute) in new[] { ("7 km", 31), ("8 km", 32), ("8 km", 32) })
        {
            var edit = new JsonObject { ["text"] = text, ["timestamp"] = $"2026-11-24T06:{minute}:00Z" };
            await azure.PostAsync(azure.Activity("messageUpdate", "17", edit));
        }

        Assert.Equal(["message 6 km", "messageUpdate 7 km", "messageUpdate 8 km"], seen);
    }

    [Fact]
    public async Task A_host_that_is_being_stopped_takes_nothing_new_and_says_when_to_come_back()
    {
        await using var azure = await AzureHost.StartAsync();
        azure.Host.Service<IHostApplicationLifetime>().StopApplication();

        var response = await azure.PostAsync(azure.Message());

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Equal("ServiceUnavailable", await DirectLineConversation.ErrorCodeAsync(response));
        Assert.Equal(TimeSpan.FromSeconds(2), response.Headers.RetryAfter!.Delta);
        Assert.Empty(azure.Connector.Calls);
    }

    [Fact]
    public async Task A_turn_that_takes_long_is_acknowledged_in_time_and_finished_after()
    {
        var gate = new TaskCompletionSource();
        await using var azure = await AzureHost.StartAsync(new DelegateBot(async turn =>
        {
            await gate.Task;
            await turn.SendActivityAsync("at last");
        }));

        Assert.Equal(HttpStatusCode.Accepted, (await azure.RunClockAsync(azure.PostAsync(azure.Message()))).StatusCode);

        gate.SetResult();
        await azure.Host.DisposeAsync();
        Assert.Equal("at last", Assert.Single(azure.Connector.Calls).Text);
    }
}
