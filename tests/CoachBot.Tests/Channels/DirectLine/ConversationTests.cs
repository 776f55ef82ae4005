using System.Net;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Channels.DirectLine;

public sealed class ConversationTests
{
    [Fact]
    public async Task The_bot_greets_once_however_often_the_conversation_is_opened()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        var again = await host.SendAsync(HttpMethod.Post, "/v3/directline/conversations", conversation.Token, "{}");
        await host.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{conversation.Id}?watermark=", conversation.Token);

        Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        Assert.Equal(["Hello from the coach."], await conversation.TextsAsync());
    }

    [Fact]
    public async Task Two_tabs_that_open_at_the_same_time_are_greeted_once()
    {
        await using var host = await TestHost.StartAsync();
        var generated = await DirectLineConversation.BodyAsync(
            await host.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate"), HttpStatusCode.OK);
        var token = (string)generated["token"]!;

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token, "{}")));

        var conversation = new DirectLineConversation(host, (string)generated["conversationId"]!, token, "");
        Assert.Equal(["Hello from the coach."], await conversation.TextsAsync());
    }

    [Fact]
    public async Task The_bot_learns_who_is_there_and_in_which_language()
    {
        Activity? joined = null;
        var bot = new DelegateBot(turn =>
        {
            joined = (Activity)turn.Activity;
            return Task.CompletedTask;
        });
        await using var host = await TestHost.StartAsync(bot, TimeProvider.System);
        var generated = await DirectLineConversation.BodyAsync(
            await host.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate", json: """{"user":{"id":"dl_anna"}}"""), HttpStatusCode.OK);

        await host.SendAsync(HttpMethod.Post, "/v3/directline/conversations", (string)generated["token"]!, """{"locale":"de-DE"}""");

        Assert.Equal(ActivityTypes.ConversationUpdate, joined!.Type);
        Assert.Equal("de-DE", joined.Locale);
        Assert.Equal(["coach", "dl_anna"], joined.MembersAdded!.Select(member => member.Id));
        Assert.Equal("coach", joined.Recipient!.Id);
        Assert.Equal("dl_anna", joined.From!.Id);
    }

    [Fact]
    public async Task The_user_who_holds_a_token_is_never_told_that_the_conversation_is_gone()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);
        await using var emptied = await TestHost.StartAsync(); // another storage, and so another key
        var generated = await DirectLineConversation.BodyAsync(
            await host.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate"), HttpStatusCode.OK);

        var response = await host.SendAsync(
            HttpMethod.Get, $"/v3/directline/conversations/{generated["conversationId"]}?watermark=17", (string)generated["token"]!);
        var elsewhere = await emptied.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{conversation.Id}", conversation.Token);

        var body = await DirectLineConversation.BodyAsync(response, HttpStatusCode.OK);
        Assert.Contains("watermark=17", (string)body["streamUrl"]!, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.StatusCode); // the page then asks for a new token
    }

    [Fact]
    public async Task The_holder_of_the_secret_is_told_that_a_conversation_never_existed()
    {
        await using var host = await TestHost.StartAsync("--DirectLine:Secret=correct horse battery");

        var response = await host.SendAsync(HttpMethod.Get, "/v3/directline/conversations/nowhere", "correct horse battery");

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("ConversationNotFound", await DirectLineConversation.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task A_conversation_goes_on_after_a_restart_with_the_same_token()
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("coachbot").FullName, "coach.db");
        string[] settings = ["--Storage:Provider=Sqlite", $"--Storage:Path={file}"];
        DirectLineConversation before;
        await using (var host = await TestHost.StartAsync(settings))
        {
            before = await DirectLineConversation.StartAsync(host);
            await before.SayAsync("one");
        }

        await using var restarted = await TestHost.StartAsync(settings);
        var after = new DirectLineConversation(restarted, before.Id, before.Token, "");
        await after.SayAsync("two");

        Assert.Equal(["Hello from the coach.", "one", "Echo: one", "two", "Echo: two"], await after.TextsAsync());
    }
}
