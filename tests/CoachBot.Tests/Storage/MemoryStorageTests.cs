using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;

namespace CoachBot.Tests.Storage;

public sealed class MemoryStorageTests : StorageContract
{
    protected override IListingStorage Storage { get; } = new MemoryStorage();

    [Fact]
    public async Task The_dictionary_it_was_given_holds_the_objects()
    {
        var dictionary = new Dictionary<string, JsonObject>();
        await new MemoryStorage(dictionary).WriteAsync(new Dictionary<string, object> { ["k"] = new { Name = "x" } });
        Assert.Equal("x", (string)dictionary["k"]["Name"]);
    }

    [Fact]
    public async Task What_a_test_puts_into_the_dictionary_is_read()
    {
        var storage = new MemoryStorage(new Dictionary<string, JsonObject> { ["k"] = new() { ["Name"] = "x" } });
        var item = (StoredItem)(await storage.ReadAsync(["k"]))["k"];
        Assert.Equal("{\"Name\":\"x\"}", item.Value.ToJsonString());
        await storage.WriteAsync(new Dictionary<string, object> { ["k"] = new StoredItem(new JsonObject(), item.ETag) });
    }

    [Fact]
    public async Task Storages_over_one_dictionary_see_each_others_versions()
    {
        var dictionary = new Dictionary<string, JsonObject>();
        var (one, two) = (new MemoryStorage(dictionary), new MemoryStorage(dictionary));
        var item = new StoredItem(new JsonObject { ["a"] = 1 });
        await one.WriteAsync(new Dictionary<string, object> { ["k"] = item });
        var old = item.ETag;
        await two.WriteAsync(new Dictionary<string, object> { ["k"] = new StoredItem(new JsonObject { ["a"] = 2 }, old) });
        await Assert.ThrowsAsync<StorageConflictException>(
            () => one.WriteAsync(new Dictionary<string, object> { ["k"] = new StoredItem(new JsonObject { ["a"] = 3 }, old) }));
    }

    [Fact]
    public async Task Its_own_json_options_are_used()
    {
        var dictionary = new Dictionary<string, JsonObject>();
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
        await new MemoryStorage(options, dictionary).WriteAsync(new Dictionary<string, object> { ["k"] = new { FirstName = "x" } });
        Assert.Equal("x", (string)dictionary["k"]["first_name"]);
        Assert.Throws<ArgumentNullException>(() => new MemoryStorage((JsonSerializerOptions)null));
    }

    /// <summary>Defect 4 of Bot Builder: of several keys in one write some may be written and others not.</summary>
    [Fact]
    public async Task Several_keys_are_written_all_or_none()
    {
        await Storage.WriteAsync(new Dictionary<string, object> { ["taken"] = new StoredItem(new JsonObject()) });
        var changes = new Dictionary<string, object> { ["free"] = new StoredItem(new JsonObject()), ["taken"] = new StoredItem(new JsonObject()) };
        await Assert.ThrowsAsync<StorageConflictException>(() => Storage.WriteAsync(changes));
        Assert.Empty(await Storage.ReadAsync(["free"]));
    }
}
