using System.Text.Json.Nodes;
using Azure.Storage.Blobs;
using CoachBot.BotBuilder;
using CoachBot.Storage;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Storage;

[Collection(AzuriteCollection.Name)]
public sealed class BlobStorageTests : StorageContract
{
    private readonly BlobContainerClient _container;
    private readonly Azurite _azurite;

    public BlobStorageTests(Azurite azurite)
    {
        _azurite = azurite;
        _container = azurite.NewContainer();
        Storage = new BlobStorage(_container);
    }

    protected override IListingStorage Storage { get; }

    [Fact]
    public async Task Reading_and_deleting_need_no_container()
    {
        await Storage.DeleteAsync(["nothing"]);

        Assert.Empty(await Storage.ReadAsync(["nothing"]));
        Assert.False(await _container.ExistsAsync());
    }

    [Fact]
    public async Task Blobs_are_named_after_their_keys_and_long_keys_stay_apart()
    {
        var longKey = new string('k', 2000);
        await WriteAsync("directline/conversations/a|b ü", "short");
        await WriteAsync(longKey + "1", "one");
        await WriteAsync(longKey + "2", "two");

        Assert.Equal("short", (string)(await ReadAsync("directline/conversations/a|b ü"))["text"]!);
        Assert.Equal("one", (string)(await ReadAsync(longKey + "1"))["text"]!);
        Assert.Equal("two", (string)(await ReadAsync(longKey + "2"))["text"]!);
        Assert.True(await _container.GetBlobClient("directline%2Fconversations%2Fa%7Cb%20%C3%BC").ExistsAsync());
    }

    [Fact]
    public async Task A_conversation_goes_on_over_blobs_after_a_restart()
    {
        string[] settings = ["--Storage:Provider=AzureBlobs", $"--Storage:ConnectionString={_azurite.ConnectionString}"];
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

    private Task WriteAsync(string key, string text) =>
        Storage.WriteAsync(new Dictionary<string, object> { [key] = new StoredItem(new JsonObject { ["text"] = text }) });

    private async Task<JsonObject> ReadAsync(string key) => ((StoredItem)(await Storage.ReadAsync([key]))[key]).Value;
}
