using System.Net;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Channels.DirectLine;

/// <summary>Browsers that come without token or secret: who may begin, and how one comes back.</summary>
public sealed class VisitorTests
{
    private const string Generate = "/v3/directline/tokens/generate";
    private static readonly string[] Production =
        ["--environment=Production", "--DirectLine:Secret=correct horse battery", "--DirectLine:AllowedOrigins=https://club.example"];

    [Theory]
    [InlineData("https://club.example", HttpStatusCode.OK)]
    [InlineData("https://evil.example", HttpStatusCode.Unauthorized)]
    [InlineData("https://club.example.evil.example", HttpStatusCode.Unauthorized)]
    [InlineData("null", HttpStatusCode.Unauthorized)]
    public async Task A_page_of_an_allowed_origin_may_begin(string origin, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync(Production);

        var response = await host.SendAsync(HttpMethod.Post, Generate, headers: ("Origin", origin));

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Our_own_page_may_begin_and_chooses_no_user_id()
    {
        await using var host = await TestHost.StartAsync(Production);
        var origin = host.Address.GetLeftPart(UriPartial.Authority);

        var response = await host.SendAsync(HttpMethod.Post, Generate, json: """{"user":{"id":"dl_someone-else"}}""", headers: ("Origin", origin));
        var token = (string)(await DirectLineConversation.BodyAsync(response, HttpStatusCode.OK))["token"]!;

        var claims = new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(token);
        Assert.NotEqual("dl_someone-else", claims.GetClaim("user").Value);
    }

    [Fact]
    public async Task In_development_a_page_from_elsewhere_gets_nothing()
    {
        await using var host = await TestHost.StartAsync();

        var response = await host.SendAsync(HttpMethod.Post, Generate, headers: ("Origin", "https://evil.example"));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task In_development_a_foreign_name_for_this_machine_gets_nothing()
    {
        await using var host = await TestHost.StartAsync();

        var response = await host.SendAsync(
            HttpMethod.Post, Generate, headers: [("Host", "evil.example"), ("Origin", "http://evil.example")]);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_browser_comes_back_to_its_conversation_until_it_starts_over()
    {
        await using var host = await TestHost.StartAsync();
        using var browser = host.NewClient(cookies: true);
        browser.DefaultRequestHeaders.Add("Origin", host.Address.GetLeftPart(UriPartial.Authority));

        var first = await ConversationAsync(browser, Generate);
        var reloaded = await ConversationAsync(browser, Generate);
        var startedOver = await ConversationAsync(browser, Generate + "?conversation=new");
        var reloadedAgain = await ConversationAsync(browser, Generate);

        Assert.Equal(first, reloaded);
        Assert.NotEqual(first.Conversation, startedOver.Conversation);
        Assert.Equal(first.User, startedOver.User);
        Assert.Equal(startedOver, reloadedAgain);
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_of_other_paths()
    {
        await using var host = await TestHost.StartAsync();

        var response = await host.SendAsync(HttpMethod.Post, Generate, headers: ("Origin", host.Address.GetLeftPart(UriPartial.Authority)));

        var cookie = Assert.Single(response.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=lax", cookie, StringComparison.Ordinal);
        Assert.Contains("path=/v3/directline/tokens", cookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_of_allowed_origins_pass_the_preflight_and_others_do_not()
    {
        await using var host = await TestHost.StartAsync(Production);

        Assert.Equal("https://club.example", await AllowedOriginAsync(host, "https://club.example"));
        Assert.Null(await AllowedOriginAsync(host, "https://evil.example"));
    }

    [Fact]
    public async Task Too_many_new_conversations_from_one_address_have_to_wait()
    {
        await using var host = await TestHost.StartAsync(Production);

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 70; i++)
            answers.Add(await host.SendAsync(HttpMethod.Post, Generate, headers: ("Origin", "https://club.example")));

        Assert.Equal(HttpStatusCode.OK, answers[0].StatusCode);
        var refused = answers.Last(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.NotNull(refused.Headers.RetryAfter);
    }

    private static async Task<string?> AllowedOriginAsync(TestHost host, string origin)
    {
        var response = await host.SendAsync(
            HttpMethod.Options,
            "/v3/directline/conversations",
            headers:
            [
                ("Origin", origin),
                ("Access-Control-Request-Method", "POST"),
                ("Access-Control-Request-Headers", "authorization, content-type, x-ms-bot-agent, x-requested-with"),
            ]);
        return response.Headers.TryGetValues("Access-Control-Allow-Origin", out var allowed) ? allowed.Single() : null;
    }

    private static async Task<(string Conversation, string User)> ConversationAsync(HttpClient browser, string path)
    {
        var body = await DirectLineConversation.BodyAsync(await browser.PostAsync(path, null), HttpStatusCode.OK);
        var token = new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken((string)body["token"]!);
        return ((string)body["conversationId"]!, token.GetClaim("user").Value);
    }
}
