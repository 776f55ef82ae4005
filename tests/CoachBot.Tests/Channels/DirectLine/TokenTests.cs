using System.Net;
using CoachBot.Channels.DirectLine;
using CoachBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Channels.DirectLine;

public sealed class TokenTests
{
    private const string Generate = "/v3/directline/tokens/generate";
    private const string Refresh = "/v3/directline/tokens/refresh";
    private const string Secret = "--DirectLine:Secret=correct horse battery";

    [Fact]
    public async Task A_token_is_for_one_conversation_and_lasts_half_an_hour()
    {
        await using var host = await TestHost.StartAsync();

        var first = await DirectLineConversation.BodyAsync(await host.SendAsync(HttpMethod.Post, Generate), HttpStatusCode.OK);
        var second = await DirectLineConversation.BodyAsync(await host.SendAsync(HttpMethod.Post, Generate), HttpStatusCode.OK);

        Assert.Equal(1800, (int)first["expires_in"]!);
        Assert.NotEqual((string)first["conversationId"]!, (string)second["conversationId"]!);
    }

    [Fact]
    public async Task A_token_of_one_conversation_opens_no_other()
    {
        await using var host = await TestHost.StartAsync();
        var mine = await DirectLineConversation.StartAsync(host);
        var other = await DirectLineConversation.StartAsync(host);

        var response = await host.SendAsync(HttpMethod.Get, other.ActivitiesPath, mine.Token);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal("Forbidden", await DirectLineConversation.ErrorCodeAsync(response));
    }

    [Fact]
    public async Task Without_credentials_there_is_nothing_to_read()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        var response = await host.SendAsync(HttpMethod.Get, conversation.ActivitiesPath);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("a.b.c")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJjb252IjoieCIsInVzZXIiOiJ5IiwiZXhwIjo0MTAyNDQ0ODAwfQ.")]
    public async Task A_token_that_is_not_ours_is_refused(string token)
    {
        await using var host = await TestHost.StartAsync();

        var response = await host.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token, "{}");

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task An_old_token_is_refused_and_cannot_be_refreshed()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(50));
        await using var host = await TestHost.StartAsync(TestHost.Echo, time);
        var conversation = await DirectLineConversation.StartAsync(host);

        time.Advance(TimeSpan.FromMinutes(29));
        var refreshed = await DirectLineConversation.BodyAsync(await host.SendAsync(HttpMethod.Post, Refresh, conversation.Token), HttpStatusCode.OK);
        time.Advance(TimeSpan.FromMinutes(2));
        var late = await host.SendAsync(HttpMethod.Post, Refresh, conversation.Token);
        var withNewToken = await host.SendAsync(HttpMethod.Get, conversation.ActivitiesPath, (string)refreshed["token"]!);

        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Equal(HttpStatusCode.OK, withNewToken.StatusCode);
        Assert.Equal(conversation.Id, (string)refreshed["conversationId"]!);
    }

    [Fact]
    public async Task A_token_made_for_one_purpose_does_not_serve_another()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);
        var streamToken = conversation.StreamUrl.Split("&t=")[1];
        var cookie = host.Service<DirectLineTokens>().Issue(TokenPurpose.Browser, new TokenBinding(conversation.Id, "dl_x"));

        foreach (var token in (string[])[streamToken, cookie])
        {
            var response = await host.SendAsync(HttpMethod.Get, conversation.ActivitiesPath, token);
            Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        }
    }

    [Fact]
    public async Task The_holder_of_the_secret_chooses_the_user_and_may_read_every_conversation()
    {
        await using var host = await TestHost.StartAsync("--environment=Production", Secret);

        var generated = await DirectLineConversation.BodyAsync(
            await host.SendAsync(HttpMethod.Post, Generate, "correct horse battery", """{"user":{"id":"dl_anna"}}"""), HttpStatusCode.OK);
        var token = (string)generated["token"]!;
        await host.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token, "{}");
        var activities = $"/v3/directline/conversations/{generated["conversationId"]}/activities";
        await host.SendAsync(HttpMethod.Post, activities, token, """{"type":"message","text":"hi","from":{"id":"dl_mallory"}}""");
        var set = await DirectLineConversation.BodyAsync(
            await host.SendAsync(HttpMethod.Get, activities, "correct horse battery"), HttpStatusCode.OK);

        Assert.Contains(set["activities"]!.AsArray(), activity => (string?)activity!["from"]!["id"] == "dl_anna");
        Assert.DoesNotContain(set["activities"]!.AsArray(), activity => (string?)activity!["from"]!["id"] == "dl_mallory");
    }

    [Theory]
    [InlineData("wrong secret wrong secret", HttpStatusCode.Forbidden)]
    [InlineData(null, HttpStatusCode.Unauthorized)]
    public async Task Outside_development_nobody_begins_without_the_secret_or_our_page(string? bearer, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync("--environment=Production", Secret);

        var response = await host.SendAsync(HttpMethod.Post, Generate, bearer);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task A_user_id_that_could_be_anything_is_refused()
    {
        await using var host = await TestHost.StartAsync();

        var response = await host.SendAsync(HttpMethod.Post, Generate, json: """{"user":{"id":"anna"}}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("BadArgument", await DirectLineConversation.ErrorCodeAsync(response));
    }
}
