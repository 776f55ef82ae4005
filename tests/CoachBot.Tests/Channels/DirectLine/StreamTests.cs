using System.Net.WebSockets;
using System.Text.Json.Nodes;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Channels.DirectLine;

public sealed class StreamTests
{
    [Fact]
    public async Task A_socket_first_repeats_what_was_said_then_goes_on()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);
        await conversation.SayAsync("one");
        using var socket = await DirectLineConversation.OpenAsync(conversation.StreamUrl);

        var repeated = await DirectLineConversation.ReceiveAsync(socket);
        await conversation.SayAsync("two");
        var texts = await TextsUntilAsync(socket, "Echo: two");

        Assert.Equal(["Hello from the coach.", "one", "Echo: one"], Texts(repeated!));
        Assert.Equal(["two", "Echo: two"], texts);
    }

    [Fact]
    public async Task After_a_reconnect_the_watermark_leaves_nothing_out_and_repeats_nothing()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);
        string watermark;
        using (var socket = await DirectLineConversation.OpenAsync(conversation.StreamUrl))
        {
            watermark = (string)(await DirectLineConversation.ReceiveAsync(socket))!["watermark"]!;
            socket.Abort();
        }

        await conversation.SayAsync("while away");
        var again = await DirectLineConversation.BodyAsync(
            await host.SendAsync(HttpMethod.Get, $"/v3/directline/conversations/{conversation.Id}?watermark={watermark}", conversation.Token),
            System.Net.HttpStatusCode.OK);
        using var reopened = await DirectLineConversation.OpenAsync((string)again["streamUrl"]!);

        Assert.Equal(["while away", "Echo: while away"], Texts((await DirectLineConversation.ReceiveAsync(reopened))!));
    }

    [Fact]
    public async Task Every_tab_gets_everything_without_gaps_while_others_write()
    {
        const int messages = 30;
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        var writing = Task.Run(async () =>
        {
            for (var i = 0; i < messages; i++)
                await conversation.SayAsync($"m{i}");
        });
        var tabs = Enumerable.Range(0, 5).Select(async _ =>
        {
            using var socket = await DirectLineConversation.OpenAsync(conversation.StreamUrl);
            return await TextsUntilAsync(socket, $"Echo: m{messages - 1}");
        });
        var seen = await Task.WhenAll(tabs);
        await writing;

        var expected = await conversation.TextsAsync();
        Assert.All(seen, texts => Assert.Equal(expected, texts));
    }

    [Fact]
    public async Task Frames_of_the_client_are_ignored_whatever_they_hold()
    {
        await using var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);
        using var socket = await DirectLineConversation.OpenAsync(conversation.StreamUrl);
        await DirectLineConversation.ReceiveAsync(socket);

        await socket.SendAsync(Array.Empty<byte>(), WebSocketMessageType.Text, true, CancellationToken.None);
        await socket.SendAsync(new byte[100_000], WebSocketMessageType.Binary, true, CancellationToken.None);
        await conversation.SayAsync("still there?");

        Assert.Equal(["still there?", "Echo: still there?"], await TextsUntilAsync(socket, "Echo: still there?"));
    }

    [Fact]
    public async Task A_host_that_stops_says_goodbye_at_once()
    {
        var host = await TestHost.StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);
        using var socket = await DirectLineConversation.OpenAsync(conversation.StreamUrl);
        await DirectLineConversation.ReceiveAsync(socket);

        var stopping = host.DisposeAsync().AsTask();

        Assert.Null(await DirectLineConversation.ReceiveAsync(socket));
        await stopping.WaitAsync(TimeSpan.FromSeconds(5), TimeProvider.System);
    }

    private static async Task<List<string>> TextsUntilAsync(WebSocket socket, string last)
    {
        var texts = new List<string>();
        while (texts.LastOrDefault() != last)
            texts.AddRange(Texts(await DirectLineConversation.ReceiveAsync(socket) ?? throw new InvalidOperationException("closed early")));
        return texts;
    }

    private static IEnumerable<string> Texts(JsonNode set) => set["activities"]!.AsArray().Select(activity => (string)activity!["text"]!);
}
