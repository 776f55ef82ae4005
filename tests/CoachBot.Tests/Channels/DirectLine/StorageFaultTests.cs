using System.Net;
using CoachBot.BotBuilder;
using CoachBot.Storage;
using CoachBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace CoachBot.Tests.Channels.DirectLine;

/// <summary>The storage is away for a while.</summary>
public sealed class StorageFaultTests
{
    private const string Message = """{"type":"message","text":"ran 10k","channelData":{"clientActivityID":"c1"}}""";
    private readonly WatchedStorage _storage = new(new MemoryStorage());

    [Fact]
    public async Task A_message_that_could_not_be_stored_is_asked_for_again_and_then_counts_once()
    {
        await using var host = await StartAsync();
        var conversation = await DirectLineConversation.StartAsync(host);

        _storage.BeforeWrite = _ => throw new IOException("disk full");
        await AssertAskedToComeBackAsync(await conversation.PostAsync(Message));
        _storage.BeforeRead = _ => throw new TimeoutException("gone");
        await AssertAskedToComeBackAsync(await conversation.PostAsync(Message));
        (_storage.BeforeWrite, _storage.BeforeRead) = (null, null);

        Assert.Equal(HttpStatusCode.OK, (await conversation.PostAsync(Message)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await conversation.PostAsync(Message)).StatusCode);
        Assert.Equal(["Hello from the coach.", "ran 10k", "Echo: ran 10k"], await conversation.TextsAsync());
    }

    [Fact]
    public async Task Reading_and_beginning_ask_to_come_back_too()
    {
        await using var host = await StartAsync();
        var generated = await DirectLineConversation.BodyAsync(
            await host.SendAsync(HttpMethod.Post, "/v3/directline/tokens/generate"), HttpStatusCode.OK);
        var token = (string)generated["token"]!;
        var path = $"/v3/directline/conversations/{generated["conversationId"]}";

        _storage.BeforeRead = _ => throw new IOException("gone");

        await AssertAskedToComeBackAsync(await host.SendAsync(HttpMethod.Post, "/v3/directline/conversations", token, "{}"));
        await AssertAskedToComeBackAsync(await host.SendAsync(HttpMethod.Get, path, token));
        await AssertAskedToComeBackAsync(await host.SendAsync(HttpMethod.Get, $"{path}/activities", token));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await host.Client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Client.GetAsync("/health/live")).StatusCode);
    }

    private static async Task AssertAskedToComeBackAsync(HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.True(response.Headers.RetryAfter!.Delta > TimeSpan.Zero);
        Assert.Equal("ServiceUnavailable", await DirectLineConversation.ErrorCodeAsync(response));
    }

    private Task<TestHost> StartAsync() => TestHost.StartAsync(services => services
        .AddSingleton(TestHost.Echo)
        .AddSingleton<IStorage>(new GuardedStorage(_storage)));
}
