using System.Net;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Channels.DirectLine;
using CoachBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Channels.DirectLine;

public sealed class ActivityTests
{
    [Fact]
    public async Task The_users_message_comes_back_first_with_its_id_and_channel_data_then_the_reply()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);
        var (_, watermark) = await conversation.PollAsync();

        var id = await conversation.SayAsync("hi", clientActivityId: "abc");
        var (activities, _) = await conversation.PollAsync(watermark);

        Assert.Equal(["hi", "Echo: hi"], activities.Select(activity => (string)activity["text"]!));
        Assert.Equal(id, (string)activities[0]["id"]!);
        Assert.Equal("abc", (string)activities[0]["channelData"]!["clientActivityID"]!);
        Assert.Equal(id, (string)activities[1]["replyToId"]!);
    }

    [Fact]
    public async Task The_watermark_gives_each_activity_once_and_an_empty_one_gives_all()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);
        await conversation.SayAsync("one");
        var (_, watermark) = await conversation.PollAsync();
        await conversation.SayAsync("two");

        var (later, end) = await conversation.PollAsync(watermark);
        var (nothing, _) = await conversation.PollAsync(end);
        var (all, _) = await conversation.PollAsync("");

        Assert.Equal(["two", "Echo: two"], later.Select(activity => (string)activity["text"]!));
        Assert.Empty(nothing);
        Assert.Equal(5, all.Count);
    }

    [Fact]
    public async Task A_message_sent_twice_is_heard_once()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        var first = await conversation.SayAsync("hi", clientActivityId: "same");
        var second = await conversation.SayAsync("hi", clientActivityId: "same");

        Assert.Equal(first, second);
        Assert.Equal(["Hello from the coach.", "hi", "Echo: hi"], await conversation.TextsAsync());
    }

    [Fact]
    public async Task A_replayed_activity_id_is_heard_once_too()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        for (var i = 0; i < 3; i++)
            await conversation.PostAsync("""{"type":"message","id":"mine-1","text":"hi"}""");

        Assert.Equal(["Hello from the coach.", "hi", "Echo: hi"], await conversation.TextsAsync());
    }

    [Fact]
    public async Task The_same_words_twice_are_two_messages()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        await conversation.SayAsync("yes");
        await conversation.SayAsync("yes");

        Assert.Equal(["Hello from the coach.", "yes", "Echo: yes", "yes", "Echo: yes"], await conversation.TextsAsync());
    }

    [Fact]
    public async Task A_client_speaks_for_its_own_user_only_and_in_plain_text()
    {
        Activity? heard = null;
        var bot = new DelegateBot(turn =>
        {
            heard = (Activity)turn.Activity;
            return Task.CompletedTask;
        });
        await using var host = await TestHost.StartAsync(bot, TimeProvider.System);
        var conversation = await DirectLineConversation.StartAsync(host, "dl_anna");

        await conversation.PostAsync("""
            {"type":"message","text":"hi","textFormat":"xml","from":{"id":"dl_bob","role":"bot"},"conversation":{"id":"other"},
             "recipient":{"id":"x"},"channelId":"msteams","serviceUrl":"https://evil.example","callerId":"urn:botframework:azure",
             "membersAdded":[{"id":"x"}],"value":{"a":1},"channelData":{"postBack":true},"unknown":"kept"}
            """);

        Assert.Equal("dl_anna", heard!.From!.Id);
        Assert.Equal("user", heard.From.Role);
        Assert.Equal(conversation.Id, heard.Conversation!.Id);
        Assert.Equal("directline", heard.ChannelId);
        Assert.Equal("plain", heard.TextFormat);
        Assert.Null(heard.ServiceUrl);
        Assert.Null(heard.CallerId);
        Assert.Null(heard.MembersAdded);
        Assert.NotNull(heard.Value);
        Assert.NotNull(heard.ChannelData);
    }

    [Fact]
    public async Task Typing_is_taken_and_not_kept()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        var response = await conversation.PostAsync("""{"type":"typing"}""");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(await conversation.TextsAsync());
    }

    [Fact]
    public async Task A_slow_bot_does_not_keep_the_client_waiting_and_its_reply_still_comes()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(50));
        var begun = new TaskCompletionSource();
        var mayAnswer = new TaskCompletionSource();
        var bot = new DelegateBot(async turn =>
        {
            if (turn.Activity.Type != ActivityTypes.Message)
                return;
            begun.TrySetResult();
            await mayAnswer.Task;
            await turn.SendActivityAsync(MessageFactory.Text("At last."));
        });
        await using var host = await TestHost.StartAsync(bot, time);
        var conversation = await DirectLineConversation.StartAsync(host);

        var saying = conversation.SayAsync("hi");
        await begun.Task;
        while (!saying.IsCompleted)
        {
            time.Advance(ConversationTurns.Patience);
            await Task.Yield();
        }

        var id = await saying;
        using var socket = await DirectLineConversation.OpenAsync(conversation.StreamUrl);
        mayAnswer.SetResult();

        var set = await DirectLineConversation.ReceiveAsync(socket);
        Assert.Equal(id, (string)set!["activities"]![0]!["id"]!);
    }

    [Fact]
    public async Task A_bot_that_fails_gives_no_server_error()
    {
        var bot = new DelegateBot(turn => turn.Activity.Type == ActivityTypes.Message ? throw new InvalidOperationException("broken") : Task.CompletedTask);
        await using var host = await TestHost.StartAsync(bot, TimeProvider.System);
        var conversation = await DirectLineConversation.StartAsync(host);

        Assert.NotEmpty(await conversation.SayAsync("hi"));
    }

    [Fact]
    public async Task Files_are_refused_with_a_reason()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        using var form = new MultipartFormDataContent { { new ByteArrayContent([1, 2, 3]), "file", "run.gpx" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{conversation.Id}/upload?userId=x") { Content = form };
        request.Headers.Authorization = new("Bearer", conversation.Token);
        var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("UploadsNotSupported", await DirectLineConversation.ErrorCodeAsync(response));
    }
}
