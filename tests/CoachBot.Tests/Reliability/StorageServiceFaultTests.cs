using System.Net;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Reliability;

/// <summary>A real storage service behind a line that spoils calls: a message counts once, or the client is asked to send it again.</summary>
[Collection(AzuriteCollection.Name)]
public sealed class StorageServiceFaultTests(Azurite azurite)
{
    private static readonly Fault[] All = [Fault.Reset, Fault.LostAnswer, Fault.Truncated, Fault.Busy, Fault.Throttled, Fault.ServerError];

    [Theory]
    [InlineData(Fault.Reset)]
    [InlineData(Fault.LostAnswer)]
    [InlineData(Fault.Truncated)]
    [InlineData(Fault.Busy)]
    [InlineData(Fault.Throttled)]
    [InlineData(Fault.ServerError)]
    public async Task One_spoilt_call_is_not_noticed(Fault fault)
    {
        await using var proxy = await ProxyAsync();
        await using var host = await HostAsync(proxy);
        var conversation = await DirectLineConversation.StartAsync(host);
        using var socket = await DirectLineConversation.OpenAsync(conversation.StreamUrl);
        await DirectLineConversation.ReceiveAsync(socket);

        proxy.WritesOnly = true;
        proxy.Spoil(fault);
        await conversation.SayAsync("ran 10k", "m1");

        Assert.Equal(1, proxy.Spoilt);
        Assert.Equal(["Hello from the coach.", "ran 10k", "Echo: ran 10k"], await conversation.TextsAsync());
        var seen = new List<string>();
        while (seen.Count < 2)
            seen.AddRange((await DirectLineConversation.ReceiveAsync(socket))!["activities"]!.AsArray().Select(activity => (string)activity!["text"]!));
        Assert.Equal(["ran 10k", "Echo: ran 10k"], seen);
    }

    [Fact]
    public async Task Through_any_mixture_of_faults_every_message_counts_once()
    {
        await using var proxy = await ProxyAsync();
        await using var host = await HostAsync(proxy);
        var conversation = await DirectLineConversation.StartAsync(host);
        var random = new Random(7);
        var messages = FullRun.Or(15, 500);
        for (var i = 0; i < messages; i++)
        {
            proxy.Spoil(All[random.Next(All.Length)], random.Next(6));
            while (!await IsTakenAsync(conversation, $"m{i}"))
            {
            }
        }

        proxy.Heal();
        var texts = await conversation.TextsAsync();
        Assert.Equal(
            Enumerable.Range(0, messages).SelectMany(i => new[] { $"m{i}", $"Echo: m{i}" }).TakeLast(texts.Count - 1), texts.Skip(1));
    }

    private static async Task<bool> IsTakenAsync(DirectLineConversation conversation, string text)
    {
        using var answer = await conversation.PostAsync($$$"""{"type":"message","text":"{{{text}}}","channelData":{"clientActivityID":"{{{text}}}"}}""");
        Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests, $"{answer.StatusCode}");
        return answer.StatusCode is HttpStatusCode.OK;
    }

    private Task<FaultyProxy> ProxyAsync() => FaultyProxy.StartAsync(azurite.BlobEndpoint);

    private Task<TestHost> HostAsync(FaultyProxy proxy) => TestHost.StartAsync(
        "--Storage:Provider=AzureBlobs",
        $"--Storage:ConnectionString={azurite.ConnectionString.Replace(azurite.BlobEndpoint.GetLeftPart(UriPartial.Authority), proxy.Address, StringComparison.Ordinal)}");
}
