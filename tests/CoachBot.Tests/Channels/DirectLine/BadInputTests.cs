using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CoachBot.Tests.Support;
using CsCheck;

namespace CoachBot.Tests.Channels.DirectLine;

/// <summary>Whatever comes in, the answer is defined, never a server error, and the conversation goes on.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("", HttpStatusCode.BadRequest)]
    [InlineData("not json", HttpStatusCode.BadRequest)]
    [InlineData("null", HttpStatusCode.BadRequest)]
    [InlineData("[]", HttpStatusCode.BadRequest)]
    [InlineData("\"message\"", HttpStatusCode.BadRequest)]
    [InlineData("{}", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":null}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":7}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","text":{}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","text":"a","text":"b"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","channelData":{"a":1,"a":2}}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","attachments":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","timestamp":"yesterday"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"x"}]}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"invoke","name":"x"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"martian"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message"}""", HttpStatusCode.OK)]
    [InlineData("""{"type":"message","text":null,"value":{"x":"1"},"channelData":{"postBack":true}}""", HttpStatusCode.OK)]
    [InlineData("""{"type":"message","text":"😀😀🏃‍♀️"}""", HttpStatusCode.OK)]
    [InlineData("""{"type":"message","text":"‮مرحبا‏ שלום"}""", HttpStatusCode.OK)]
    [InlineData("""{"type":"message","text":"a\u0000b\u001b[31m\u0007\r\n\u2028"}""", HttpStatusCode.OK)]
    [InlineData("""{"type":"message","text":"\ud800"}""", HttpStatusCode.BadRequest)]
    [InlineData("""{"type":"message","text":"<script>alert(1)</script><img src=x onerror=alert(1)>"}""", HttpStatusCode.OK)]
    [InlineData("""{"type":"message","text":"hi","channelData":"text","value":[1,2],"entities":[{"type":"x"}]}""", HttpStatusCode.OK)]
    [InlineData("""{"type":"message","text":"hi","channelData":{"clientActivityID":7}}""", HttpStatusCode.OK)]
    [InlineData("""{"type":"event","name":"x","value":1}""", HttpStatusCode.OK)]
    [InlineData("""{"type":"endOfConversation"}""", HttpStatusCode.OK)]
    public async Task Every_activity_gets_a_defined_answer(string json, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        var response = await conversation.PostAsync(json);

        Assert.True(expected == response.StatusCode, $"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");
        if (expected != HttpStatusCode.OK)
            Assert.Equal("BadArgument", await DirectLineConversation.ErrorCodeAsync(response));
        await GoesOnAsync(conversation);
    }

    [Fact]
    public async Task A_hundred_kilobytes_of_text_are_heard()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        await conversation.SayAsync(new string('a', 100 * 1024));

        await GoesOnAsync(conversation);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_too_large_is_refused(bool withLength)
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, conversation.ActivitiesPath);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", conversation.Token);
        request.Headers.TransferEncodingChunked = !withLength;
        request.Content = new StringContent($$"""{"type":"message","text":"{{new string('a', 300 * 1024)}}"}""", Encoding.UTF8, "application/json");

        var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
        Assert.Equal("MessageSizeTooBig", await DirectLineConversation.ErrorCodeAsync(response));
        await GoesOnAsync(conversation);
    }

    [Fact]
    public async Task Json_as_deep_as_a_well_is_refused()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        var deep = string.Concat(Enumerable.Repeat("[", 20_000)) + string.Concat(Enumerable.Repeat("]", 20_000));
        var response = await conversation.PostAsync($$"""{"type":"message","value":{{deep}}}""");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await GoesOnAsync(conversation);
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Another_content_type_is_refused(string? type)
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, conversation.ActivitiesPath);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", conversation.Token);
        request.Content = new ByteArrayContent("""{"type":"message","text":"hi"}"""u8.ToArray());
        request.Content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);

        var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
        await GoesOnAsync(conversation);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);
        using var request = new HttpRequestMessage(HttpMethod.Post, conversation.ActivitiesPath);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", conversation.Token);
        request.Content = new ByteArrayContent([.. "{\"type\":\"message\",\"text\":\""u8, 0xff, 0xfe, 0xc0, .. "\"}"u8]);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");

        var response = await host.Client.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        await GoesOnAsync(conversation);
    }

    [Fact]
    public async Task Fifty_messages_at_once_are_all_heard_once()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => conversation.SayAsync($"m{i}")));

        var texts = await conversation.TextsAsync();
        var replies = texts.Where(text => text.StartsWith("Echo: ", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        var kept = Enumerable.Range(0, 50).Select(i => $"Echo: m{i}").Order(StringComparer.Ordinal).Where(texts.Contains);
        Assert.Equal(kept, replies);
        Assert.True(texts.Count >= 99, $"{texts.Count} entries");
    }

    [Fact]
    public async Task A_flood_is_told_to_wait()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        var answers = await Task.WhenAll(Enumerable.Range(0, 400).Select(_ => host.SendAsync(HttpMethod.Get, conversation.ActivitiesPath, conversation.Token)));

        var refused = answers.First(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.DoesNotContain(answers, answer => (int)answer.StatusCode >= 500);
    }

    [Theory]
    [InlineData("GET", "/v3/directline/nowhere", HttpStatusCode.NotFound)]
    [InlineData("GET", "/v3/directline/tokens/generate", HttpStatusCode.MethodNotAllowed)]
    [InlineData("GET", "/v3/directline/conversations/x/stream", HttpStatusCode.Unauthorized)]
    [InlineData("GET", "/v3/directline/conversations/x/stream?t=nonsense", HttpStatusCode.Forbidden)]
    [InlineData("POST", "/v3/directline/conversations", HttpStatusCode.Unauthorized)]
    [InlineData("POST", "/v3/directline/conversations/x/activities", HttpStatusCode.Unauthorized)]
    public async Task Wrong_addresses_and_methods_have_answers(string method, string path, HttpStatusCode expected)
    {
        await using var host = await TestHost.StartAsync();

        var response = await host.SendAsync(new HttpMethod(method), path);

        Assert.Equal(expected, response.StatusCode);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("%00")]
    [InlineData("abc")]
    [InlineData("7.5")]
    public async Task A_watermark_that_we_did_not_write_gives_everything(string watermark)
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        var (activities, _) = await conversation.PollAsync(watermark);

        Assert.Single(activities);
    }

    [Fact]
    public async Task Bytes_of_any_kind_never_make_a_server_error()
    {
        await using var host = await TestHost.StartAsync();
        var bodies = Gen.OneOf(
            Gen.Byte.Array[0, 200].Select(Encoding.Latin1.GetString),
            Gen.String[0, 60].Select(text => $$"""{"type":"message","text":{{System.Text.Json.JsonSerializer.Serialize(text)}}}"""),
            Gen.Select(OneOf("text", "from", "channelData", "attachments", "value", "locale", "entities", "suggestedActions", "timestamp"),
                OneOf("1", "\"x\"", "[]", "{}", "[{}]", "null", "true", "[null]", "{\"id\":[]}"), (name, value) => $$"""{"type":"message","{{name}}":{{value}}}"""));

        await bodies.SampleAsync(async body =>
        {
            var conversation = await DirectLineConversation.StartAsync(host);
            var response = await conversation.PostAsync(body);
            Assert.True((int)response.StatusCode < 500, $"{(int)response.StatusCode} for {body}");
        }, iter: 300, threads: 2);
    }

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static async Task GoesOnAsync(DirectLineConversation conversation)
    {
        await conversation.SayAsync("still there?");
        Assert.Equal("Echo: still there?", (await conversation.PollAsync()).Activities.Select(activity => (string?)activity["text"]).Last());
    }
}
