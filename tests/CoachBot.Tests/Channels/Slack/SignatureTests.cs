using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.Channels.Slack.Incoming;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>Only Slack is let in.</summary>
public sealed class SignatureTests
{
    private static readonly byte[] Verification = """{"type":"url_verification","challenge":"3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P"}"""u8.ToArray();

    [Fact]
    public void The_signature_is_that_of_Slacks_own_example()
    {
        var body = Encoding.ASCII.GetBytes(
            "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA" +
            "&user_name=roadrunner&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554" +
            "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c");

        Assert.Equal("v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", SlackHost.Sign("1531420618", body));
    }

    [Theory]
    [InlineData("wrong secret", 401)]
    [InlineData("wrong version", 401)]
    [InlineData("not hex", 401)]
    [InlineData("empty", 401)]
    [InlineData("missing", 401)]
    [InlineData("twice", 401)]
    [InlineData("upper case", 401)]
    [InlineData("of another body", 401)]
    [InlineData("of another time", 401)]
    [InlineData("no time", 401)]
    [InlineData("time is no number", 401)]
    [InlineData("five minutes and a second old", 401)]
    [InlineData("five minutes and a second early", 401)]
    [InlineData("just old enough", 200)]
    [InlineData("just early enough", 200)]
    [InlineData("good", 200)]
    public async Task Every_signature_is_judged(string kind, int status)
    {
        await using var slack = await SlackHost.StartAsync();
        var shift = kind switch { "five minutes and a second old" => -301, "five minutes and a second early" => 301, "just old enough" => -299, "just early enough" => 299, _ => 0 };
        var timestamp = (slack.Time.GetUtcNow().ToUnixTimeSeconds() + shift).ToString(CultureInfo.InvariantCulture);
        var good = SlackHost.Sign(timestamp, Verification);
        var signature = kind switch
        {
            "wrong secret" => "v0=" + new string('a', 64),
            "wrong version" => "v1" + good[2..],
            "not hex" => "v0=zz",
            "empty" => "",
            "upper case" => "v0=" + good[3..].ToUpperInvariant(),
            "of another body" => SlackHost.Sign(timestamp, [.. Verification, (byte)' ']),
            "of another time" => SlackHost.Sign("1", Verification),
            _ => good,
        };
        var headers = new List<(string, string)>();
        if (kind != "missing")
            headers.Add((SlackSignature.Header, signature));
        if (kind == "twice")
            headers.Add((SlackSignature.Header, good));
        if (kind != "no time")
            headers.Add((SlackSignature.TimestampHeader, kind == "time is no number" ? "soon" : timestamp));

        var response = await slack.PostAsync("/api/slack/events", Verification, "application/json", [.. headers]);

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
    }

    [Theory]
    [InlineData("/api/slack/events")]
    [InlineData("/api/slack/interactions")]
    [InlineData("/api/slack/commands")]
    public async Task No_address_lets_in_who_did_not_sign(string path)
    {
        await using var slack = await SlackHost.StartAsync();

        var response = await slack.PostAsync(path, "payload=%7B%7D"u8.ToArray(), "application/x-www-form-urlencoded", []);

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [Fact]
    public async Task A_certificate_check_needs_no_signature_and_does_nothing()
    {
        await using var slack = await SlackHost.StartAsync();

        var response = await slack.PostAsync(
            "/api/slack/commands", "ssl_check=1&command=%2Frecovery&text=plan&team_id=T1&user_id=U1&trigger_id=1"u8.ToArray(), "application/x-www-form-urlencoded", []);

        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync()));
        Assert.Empty(slack.Slack.Calls);
    }

    [Fact]
    public async Task The_address_is_verified_by_its_challenge()
    {
        await using var slack = await SlackHost.StartAsync();

        var response = await slack.PostAsync("/api/slack/events", Verification, "application/json");

        Assert.Equal("application/json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("3eZbrw1aBm2rZgRNFdxV2595E9CY3gmdALWMmHkvFXO7tYXAYM8P", (string)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["challenge"]!);
    }

    [Theory]
    [InlineData("/api/slack/events", "application/json", "{", 400)]
    [InlineData("/api/slack/events", "application/json", "[]", 400)]
    [InlineData("/api/slack/events", "application/json", "", 400)]
    [InlineData("/api/slack/events", "application/json", """{"type":"event_callback","type":"url_verification"}""", 400)]
    [InlineData("/api/slack/events", "application/json", """{"type":"something else"}""", 400)]
    [InlineData("/api/slack/events", "application/json", """{"type":"event_callback","event":{"type":"message","channel":"D1"}}""", 400)]
    [InlineData("/api/slack/interactions", "application/x-www-form-urlencoded", "payload=%7B", 400)]
    [InlineData("/api/slack/interactions", "application/x-www-form-urlencoded", "no=payload", 400)]
    [InlineData("/api/slack/interactions", "application/x-www-form-urlencoded; charset=utf-8", "payload=%7B%22type%22%3A%22shortcut%22%7D", 200)]
    [InlineData("/api/slack/commands", "application/x-www-form-urlencoded", "command=%2Frecovery", 400)]
    public async Task What_cannot_be_read_is_refused_and_what_is_new_is_left_alone(string path, string contentType, string body, int status)
    {
        await using var slack = await SlackHost.StartAsync();

        var response = await slack.PostAsync(path, Encoding.UTF8.GetBytes(body), contentType);

        Assert.Equal((HttpStatusCode)status, response.StatusCode);
        Assert.Empty(slack.Slack.Calls);
    }

    [Fact]
    public async Task What_is_too_large_is_refused()
    {
        await using var slack = await SlackHost.StartAsync();

        var response = await slack.PostAsync("/api/slack/events", new byte[SlackRequest.LimitBytes + 1], "application/json");

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }
}
