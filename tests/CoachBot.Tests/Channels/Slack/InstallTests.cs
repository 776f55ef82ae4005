using System.Net;
using System.Text;
using CoachBot.BotBuilder;
using CoachBot.Channels.Slack;
using CoachBot.Channels.Slack.Install;
using CoachBot.Tests.Support;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>Workspaces come and go.</summary>
public sealed class InstallTests : IDisposable
{
    private readonly string _keys = Directory.CreateTempSubdirectory("slack-keys").FullName;
    private readonly MemoryStorage _storage = new();

    [Fact]
    public async Task A_workspace_that_installs_the_app_is_answered_with_its_own_token()
    {
        await using var slack = await StartAsync(Echo);

        Assert.Equal(HttpStatusCode.OK, (await InstallAsync(slack)).StatusCode);
        await slack.SayAsync("hi", "Ev1");

        var exchange = Assert.Single(slack.Slack.CallsTo("oauth.v2.access"));
        Assert.Equal(("good", "1.2", "client-secret", ""), (exchange.Form["code"], exchange.Form["client_id"], exchange.Form["client_secret"], exchange.Authorization));
        Assert.EndsWith("/api/slack/oauth_redirect", exchange.Form["redirect_uri"], StringComparison.Ordinal);
        Assert.Equal("Bearer xoxb-of-the-workspace", Assert.Single(slack.Slack.Posted).Authorization);
    }

    [Fact]
    public async Task A_token_is_stored_encrypted_and_read_after_a_restart()
    {
        await using (var slack = await StartAsync(Echo))
            await InstallAsync(slack);

        var stored = await StoredAsync("slack/installations/T1");
        Assert.NotNull(stored);
        Assert.DoesNotContain("xoxb", stored, StringComparison.Ordinal);

        await using var restarted = await StartAsync(Echo);
        await restarted.SayAsync("hi", "Ev1");
        Assert.Equal("Bearer xoxb-of-the-workspace", Assert.Single(restarted.Slack.Posted).Authorization);
    }

    [Fact]
    public async Task Without_the_keys_a_stored_token_is_useless()
    {
        await using (var slack = await StartAsync(Echo))
            await InstallAsync(slack);
        foreach (var key in Directory.EnumerateFiles(_keys))
            File.Delete(key);

        await using var restarted = await StartAsync(Echo);
        Assert.Equal(HttpStatusCode.OK, (await restarted.SayAsync("hi", "Ev1")).StatusCode);

        Assert.Empty(restarted.Slack.Calls);
    }

    [Fact]
    public async Task Someone_is_sent_to_Slack_with_the_scopes_that_are_needed_and_a_state()
    {
        await using var slack = await StartAsync(Echo);

        var response = await slack.Host.Client.GetAsync(InstallEndpoints.InstallPath);

        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        Assert.StartsWith(SlackOptions.DefaultAuthorizeUrl + "?", response.Headers.Location!.AbsoluteUri, StringComparison.Ordinal);
        var query = QueryHelpers.ParseQuery(response.Headers.Location.Query);
        Assert.Equal(("1.2", string.Join(',', SlackScopes.Bot)), (query["client_id"].ToString(), query["scope"].ToString()));
        Assert.NotEmpty(query["state"].ToString());
        Assert.Contains("httponly", response.Headers.GetValues("Set-Cookie").Single(), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("no state")]
    [InlineData("another state")]
    [InlineData("no cookie")]
    [InlineData("another browser")]
    [InlineData("too late")]
    [InlineData("twice")]
    public async Task Only_the_browser_that_began_may_finish_once_and_soon(string kind)
    {
        await using var slack = await StartAsync(Echo);
        var (state, cookie) = await BeginAsync(slack);
        var (otherState, otherCookie) = await BeginAsync(slack);
        if (kind == "too late")
            slack.Time.Advance(TimeSpan.FromMinutes(11));
        if (kind == "twice")
        {
            var first = await FinishAsync(slack, state, cookie);
            Assert.Equal(HttpStatusCode.OK, first.StatusCode);
            cookie = first.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        }

        var response = await FinishAsync(
            slack,
            kind switch { "no state" => "", "another state" => otherState, _ => state },
            kind switch { "no cookie" => null, "another browser" => otherCookie, _ => cookie });

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(kind == "twice" ? 1 : 0, slack.Slack.CallsTo("oauth.v2.access").Count);
    }

    [Fact]
    public async Task Who_changes_their_mind_and_a_code_that_is_not_good_install_nothing()
    {
        await using var slack = await StartAsync(Echo);
        var (state, cookie) = await BeginAsync(slack);

        Assert.Contains("nichts installiert", await (await FinishAsync(slack, state, cookie, code: null, "de")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        (state, cookie) = await BeginAsync(slack);
        Assert.Equal(HttpStatusCode.BadGateway, (await FinishAsync(slack, state, cookie, code: "bad")).StatusCode);

        await slack.SayAsync("hi", "Ev1");
        Assert.Empty(slack.Slack.Posted);
    }

    [Theory]
    [InlineData("""{"type":"app_uninstalled"}""")]
    [InlineData("""{"type":"tokens_revoked","tokens":{"oauth":["U1"],"bot":["UCOACH"]}}""")]
    public async Task A_workspace_that_goes_in_mid_dialog_leaves_nothing(string happened)
    {
        await using var slack = await StartAsync(SlackHost.AddCoach);
        await InstallAsync(slack);
        await slack.SayAsync("hi", "Ev1");
        await slack.SayAsync("yes", "Ev2");
        await slack.SayAsync("long run, 28 km in 2:40, effort 7", "Ev3");
        Assert.NotNull(await StoredAsync("turns/slack/T1:D1"));

        var posted = slack.Slack.Posted.Count;
        await slack.SendEventAsync(SlackPayloads.Event(System.Text.Json.Nodes.JsonNode.Parse(happened)!.AsObject(), "EvX"));

        Assert.Equal(["pictures/key", "slack/removals"], await KeysAsync());
        Assert.Equal("{}", await StoredAsync("slack/removals"));
        Assert.Equal(posted, slack.Slack.Posted.Count);

        // What is still under way from there finds nobody home, and is kept nowhere.
        await slack.SayAsync("hello?", "Ev4");
        Assert.Equal(["pictures/key", "slack/removals"], await KeysAsync());
    }

    [Fact]
    public async Task A_removal_that_was_cut_off_is_finished_by_the_next_start()
    {
        await using (var slack = await StartAsync(SlackHost.AddCoach))
        {
            await InstallAsync(slack);
            await slack.SayAsync("hi", "Ev1");
        }

        await _storage.WriteAsync(new Dictionary<string, object> { ["slack/removals"] = new StoredItem("{\"T1\":true}"u8.ToArray(), "*") });
        await using var restarted = await StartAsync(SlackHost.AddCoach);

        await restarted.UntilAsync(() => StoredAsync("slack/removals").GetAwaiter().GetResult() == "{}");
        Assert.Equal(["pictures/key", "slack/removals"], await KeysAsync());
    }

    [Fact]
    public async Task Tokens_of_people_that_are_revoked_are_not_ours()
    {
        await using var slack = await StartAsync(Echo);
        await InstallAsync(slack);

        await slack.SendEventAsync(SlackPayloads.Event(System.Text.Json.Nodes.JsonNode.Parse("""{"type":"tokens_revoked","tokens":{"oauth":["U1"],"bot":[]}}""")!.AsObject(), "EvX"));

        Assert.NotNull(await StoredAsync("slack/installations/T1"));
    }

    public void Dispose() => Directory.Delete(_keys, recursive: true);

    private static void Echo(IServiceCollection services) => services.AddSingleton(TestHost.Echo);

    private Task<SlackHost> StartAsync(Action<IServiceCollection> addBot) => SlackHost.StartAsync(
        services =>
        {
            services.AddSingleton<IStorage>(_storage);
            addBot(services);
        },
        SlackHost.ManyWorkspaces,
        $"--Slack:KeysPath={_keys}");

    private static async Task<HttpResponseMessage> InstallAsync(SlackHost slack)
    {
        var (state, cookie) = await BeginAsync(slack);
        return await FinishAsync(slack, state, cookie);
    }

    private static async Task<(string State, string Cookie)> BeginAsync(SlackHost slack)
    {
        var response = await slack.Host.Client.GetAsync(InstallEndpoints.InstallPath);
        return (QueryHelpers.ParseQuery(response.Headers.Location!.Query)["state"].ToString(), response.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
    }

    private static async Task<HttpResponseMessage> FinishAsync(SlackHost slack, string state, string? cookie, string? code = "good", string language = "en")
    {
        var query = $"?state={Uri.EscapeDataString(state)}" + (code is null ? "&error=access_denied" : $"&code={code}");
        using var request = new HttpRequestMessage(HttpMethod.Get, InstallEndpoints.RedirectPath + query);
        if (cookie is not null)
            request.Headers.Add("Cookie", cookie);
        request.Headers.AcceptLanguage.ParseAdd(language);
        return await slack.Host.Client.SendAsync(request);
    }

    /// <summary>Everything that is stored, but for what the web chat keeps of its own.</summary>
    private async Task<IReadOnlyList<string>> KeysAsync()
    {
        var keys = await _storage.ListAsync("").ToListAsync();
        return [.. keys.Where(key => !key.StartsWith("directline/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
    }

    private async Task<string?> StoredAsync(string key)
    {
        var found = await _storage.ReadAsync([key]);
        return found.TryGetValue(key, out var item) ? Encoding.UTF8.GetString(((StoredItem)item).Utf8Json.Span) : null;
    }
}
