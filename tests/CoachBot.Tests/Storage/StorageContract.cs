using System.Text.Json.Nodes;
using CoachBot.BotBuilder;

namespace CoachBot.Tests.Storage;

/// <summary>What every store promises; one class per store derives from it.</summary>
public abstract class StorageContract
{
    protected abstract IListingStorage Storage { get; }

    /// <summary>Keys are new in each test, so that a store may be shared.</summary>
    protected string Key { get; } = $"contract/{Interlocked.Increment(ref _tests)}-{Environment.ProcessId}";

    private static int _tests;

    [Fact]
    public async Task What_is_not_there_is_left_out() => Assert.Empty(await Storage.ReadAsync([Key, Key + "b"]));

    [Fact]
    public async Task Keys_are_listed_by_how_they_begin_whatever_they_hold()
    {
        string[] keys = [$"{Key}/a b", $"{Key}/A%_b", $"{Key}/ä|\U0001F3C3", $"{Key}/{new string('x', 2000)}"];
        foreach (var key in keys)
            await Storage.WriteAsync(new Dictionary<string, object> { [key] = new StoredItem(new JsonObject()) });
        await Write(new StoredItem(new JsonObject()));

        Assert.Equal(keys.Order(StringComparer.Ordinal), (await ListAsync(Key + "/", false)).Order(StringComparer.Ordinal));
        Assert.Equal([keys[1]], await ListAsync(Key + "/A", false));
    }

    [Fact]
    public async Task What_waits_is_found_until_it_is_written_again_or_deleted()
    {
        await Write(new StoredItem(new JsonObject()) { IsWaiting = true });
        Assert.Equal([Key], await ListAsync(Key, true));

        await Write(new StoredItem(new JsonObject(), "*"));
        Assert.Empty(await ListAsync(Key, true));
        Assert.Equal([Key], await ListAsync(Key, false));

        await Write(new StoredItem(new JsonObject(), "*") { IsWaiting = true });
        await Storage.DeleteAsync([Key]);
        Assert.Empty(await ListAsync(Key, true));
    }

    [Fact]
    public async Task What_was_written_is_read()
    {
        await Write(new StoredItem(new JsonObject { ["a"] = 1, ["b"] = new JsonArray("x", null) }));
        var item = await Read();
        Assert.True(JsonNode.DeepEquals(new JsonObject { ["a"] = 1, ["b"] = new JsonArray("x", null) }, item.Value));
        Assert.False(string.IsNullOrEmpty(item.ETag));
    }

    [Fact]
    public async Task An_object_is_stored_as_plain_json()
    {
        await Write(new Note { Text = "x", Count = 2 });
        var item = await Read();
        Assert.Equal("{\"Text\":\"x\",\"Count\":2}", item.Value.ToJsonString());
    }

    [Fact]
    public async Task Objects_are_read_back_in_their_shape_with_their_version()
    {
        await Write(new VersionedNote { Text = "x" });
        var notes = await Storage.ReadAsync<VersionedNote>([Key, Key + "b"]);
        var note = Assert.Single(notes).Value;
        Assert.Equal("x", note.Text);
        Assert.Equal((await Read()).ETag, note.ETag);
    }

    [Fact]
    public async Task A_write_gives_the_item_its_new_version()
    {
        var note = new VersionedNote { Text = "x" };
        await Write(note);
        Assert.Equal((await Read()).ETag, note.ETag);

        var first = note.ETag;
        note.Text = "y";
        await Write(note);
        Assert.NotEqual(first, note.ETag);
        Assert.Equal((await Read()).ETag, note.ETag);
    }

    [Fact]
    public async Task A_new_item_must_not_exist_yet()
    {
        await Write(new VersionedNote { Text = "first" });
        var conflict = await Assert.ThrowsAsync<StorageConflictException>(() => Write(new VersionedNote { Text = "second" }));
        Assert.Equal(Key, conflict.Key);
        Assert.Equal("first", (string)(await Read()).Value["Text"]);
        await Assert.ThrowsAsync<StorageConflictException>(() => Write(new VersionedNote { Text = "third", ETag = "" }));
    }

    [Fact]
    public async Task An_old_version_cannot_overwrite_a_newer_one()
    {
        await Write(new VersionedNote { Text = "first" });
        var old = (await Read()).ETag;
        await Write(new VersionedNote { Text = "second", ETag = old });
        await Assert.ThrowsAsync<StorageConflictException>(() => Write(new VersionedNote { Text = "third", ETag = old }));
        Assert.Equal("second", (string)(await Read()).Value["Text"]);
    }

    [Fact]
    public async Task A_version_of_what_is_gone_does_not_write()
    {
        var note = new VersionedNote { Text = "x" };
        await Write(note);
        await Storage.DeleteAsync([Key]);
        await Assert.ThrowsAsync<StorageConflictException>(() => Write(note));
        Assert.Empty(await Storage.ReadAsync([Key]));
    }

    [Fact]
    public async Task A_version_from_before_a_deletion_does_not_come_back()
    {
        var note = new VersionedNote { Text = "x" };
        await Write(note);
        var old = note.ETag;
        await Storage.DeleteAsync([Key]);
        await Write(new VersionedNote { Text = "y" });
        await Assert.ThrowsAsync<StorageConflictException>(() => Write(new VersionedNote { Text = "z", ETag = old }));
    }

    [Fact]
    public async Task A_star_writes_whatever_is_there()
    {
        await Write(new VersionedNote { Text = "a", ETag = "*" });
        await Write(new VersionedNote { Text = "b", ETag = "*" });
        Assert.Equal("b", (string)(await Read()).Value["Text"]);
    }

    [Fact]
    public async Task An_object_without_a_version_writes_whatever_is_there()
    {
        await Write(new VersionedNote { Text = "a" });
        var old = (await Read()).ETag;
        await Write(new Note { Text = "b" });
        Assert.Equal("b", (string)(await Read()).Value["Text"]);
        Assert.NotEqual(old, (await Read()).ETag);
    }

    [Fact]
    public async Task What_was_read_is_a_snapshot()
    {
        await Write(new Note { Text = "a" });
        var item = await Read();
        await Write(new Note { Text = "b" });
        Assert.Equal("a", (string)item.Value["Text"]);
    }

    [Fact]
    public async Task Of_many_first_writers_one_wins()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(async i =>
        {
            try
            {
                await Write(new VersionedNote { Text = $"{i}" });
                return true;
            }
            catch (StorageConflictException)
            {
                return false;
            }
        }));
        Assert.Single(results, won => won);
    }

    [Fact]
    public async Task Several_keys_are_written_read_and_deleted_together()
    {
        var changes = new Dictionary<string, object> { [Key] = new Note { Text = "a" }, [Key + "b"] = new Note { Text = "b" } };
        await Storage.WriteAsync(changes);
        Assert.Equal(2, (await Storage.ReadAsync([Key, Key + "b"])).Count);
        await Storage.DeleteAsync([Key, Key + "b", Key + "none"]);
        Assert.Empty(await Storage.ReadAsync([Key, Key + "b"]));
    }

    [Theory]
    [InlineData("/with/slashes?and=#signs%20")]
    [InlineData("umlauts-äöü-日本-🏃")]
    [InlineData("a:1@thread.v2;messageid=2|0001\\x y")]
    public async Task Any_text_is_a_key(string suffix)
    {
        var key = Key + suffix;
        await Storage.WriteAsync(new Dictionary<string, object> { [key] = new Note { Text = "a" } });
        Assert.Equal(key, Assert.Single(await Storage.ReadAsync([key])).Key);
    }

    [Fact]
    public async Task Large_objects_are_kept()
    {
        var text = new string('x', 300_000);
        await Write(new Note { Text = text });
        Assert.Equal(text, (string)(await Read()).Value["Text"]);
    }

    [Fact]
    public async Task Nothing_to_do_is_no_error()
    {
        await Storage.WriteAsync(new Dictionary<string, object>());
        await Storage.DeleteAsync([]);
        Assert.Empty(await Storage.ReadAsync([]));
    }

    [Fact]
    public async Task Null_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await Storage.ReadAsync(null));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await Storage.WriteAsync(null));
        await Assert.ThrowsAsync<ArgumentNullException>(async () => await Storage.DeleteAsync(null));
    }

    [Fact]
    public async Task Only_json_objects_can_be_stored()
    {
        await Assert.ThrowsAsync<ArgumentException>(async () => await Write(null));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Write(new[] { 1 }));
        await Assert.ThrowsAsync<ArgumentException>(async () => await Write("text"));
    }

    private Task Write(object value) => Storage.WriteAsync(new Dictionary<string, object> { [Key] = value });

    private async Task<IReadOnlyList<string>> ListAsync(string prefix, bool waitingOnly) =>
        await Storage.ListAsync(prefix, waitingOnly).ToListAsync();

    private async Task<StoredItem> Read() => Assert.IsType<StoredItem>((await Storage.ReadAsync([Key]))[Key]);

    private sealed class Note
    {
        public string Text { get; set; }

        public int Count { get; set; }
    }

    private sealed class VersionedNote : IStoreItem
    {
        public string Text { get; set; }

        public string ETag { get; set; }
    }
}
