using System.Net;
using System.Net.Http.Headers;
using System.Text;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Tests.Channels.DirectLine;

/// <summary>Files come in as clients send them, are read once, and stay nowhere.</summary>
public sealed class UploadTests
{
    private const string Activity = """{"type":"message","text":"from my watch","channelData":{"clientActivityID":"c-1"},"attachments":[{"contentType":"application/gpx+xml","name":"run.gpx"}]}""";

    [Fact]
    public async Task A_form_with_an_activity_and_a_file_is_one_message()
    {
        await using var host = await StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        var answer = await UploadAsync(host, conversation, Form(Activity, "twelve bytes"));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var (activities, _) = await conversation.PollAsync();
        Assert.Equal("c-1", (string)activities[^2]["channelData"]!["clientActivityID"]!);
        Assert.Equal("from my watch: a file of 12", (string)activities[^1]["text"]!);
        Assert.DoesNotContain("twelve bytes", string.Join('\n', activities.Select(activity => activity.ToJsonString())), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_upload_twice_is_one_message()
    {
        await using var host = await StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        await UploadAsync(host, conversation, Form(Activity, "x"));
        await UploadAsync(host, conversation, Form(Activity, "x"));

        Assert.Single((await conversation.TextsAsync()), text => text == "from my watch: a file of 1");
    }

    [Fact]
    public async Task A_file_alone_is_a_message_without_words()
    {
        await using var host = await StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);
        using var file = new ByteArrayContent("abc"u8.ToArray()) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };

        Assert.Equal(HttpStatusCode.OK, (await UploadAsync(host, conversation, file)).StatusCode);
        Assert.Equal(": a file of 3", (await conversation.TextsAsync())[^1]);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_read_no_further_and_said_to_be()
    {
        await using var host = await StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        Assert.Equal(HttpStatusCode.OK, (await UploadAsync(host, conversation, Form(Activity, new string('x', 5000)))).StatusCode);
        Assert.Equal("from my watch: TooLarge", (await conversation.TextsAsync())[^1]);
    }

    [Fact]
    public async Task Files_in_data_addresses_are_read_and_other_addresses_are_not_fetched()
    {
        await using var host = await StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        await conversation.PostAsync("""{"type":"message","text":"a","attachments":[{"contentType":"x/y","contentUrl":"data:x/y;base64,YWJjZA=="}]}""");
        await conversation.PostAsync("""{"type":"message","text":"b","attachments":[{"contentType":"x/y","contentUrl":"http://127.0.0.1:1/secret"}]}""");

        Assert.Equal(["a: a file of 4", "b: NotFetched"], (await conversation.TextsAsync()).Where(text => text.Contains(": ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("multipart/form-data", "no boundary")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\nnot json\r\n--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Type: application/vnd.microsoft.activity\r\n\r\n{}\r\n--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "cut off")]
    public async Task A_broken_form_is_refused_with_a_reason(string type, string body)
    {
        await using var host = await StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var answer = await UploadAsync(host, conversation, content);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("BadArgument", await DirectLineConversation.ErrorCodeAsync(answer));
    }

    private static Task<TestHost> StartAsync() => TestHost.StartAsync(services => services
        .AddSingleton<IFileReader, Lengths>()
        .AddSingleton<IBot>(new DelegateBot(turn => turn.Activity.Type == ActivityTypes.Message
            ? turn.SendActivityAsync(MessageFactory.Text($"{turn.Activity.Text}: {turn.Activity.Attachments![0].Name}"))
            : Task.CompletedTask)));

    private static MultipartFormDataContent Form(string activity, string file) => new()
    {
        { new StringContent(activity, Encoding.UTF8, "application/vnd.microsoft.activity"), "activity", "blob" },
        { new ByteArrayContent(Encoding.UTF8.GetBytes(file)), "file", "run.gpx" },
    };

    private static async Task<HttpResponseMessage> UploadAsync(TestHost host, DirectLineConversation conversation, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v3/directline/conversations/{conversation.Id}/upload?userId=x") { Content = content };
        request.Headers.Authorization = new("Bearer", conversation.Token);
        return await host.Client.SendAsync(request);
    }

    /// <summary>Keeps how long a file is.</summary>
    private sealed class Lengths : IFileReader
    {
        public int LimitBytes => 4096;

        public Attachment Read(ReadOnlyMemory<byte> file) => new("test/length", name: $"a file of {file.Length}");

        public Attachment Refuse(FileRefusal reason) => new("test/length", name: $"{reason}");
    }
}
