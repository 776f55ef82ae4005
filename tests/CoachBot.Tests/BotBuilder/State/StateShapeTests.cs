using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder.State;

/// <summary>What comes back from stored JSON.</summary>
public sealed class StateShapeTests
{
    private const string Key = "test/conversations/c1";
    private readonly Dictionary<string, JsonObject> _dictionary = [];
    private readonly WatchedStorage _storage;
    private readonly ConversationState _state;

    public StateShapeTests()
    {
        _storage = new WatchedStorage(new MemoryStorage(_dictionary));
        _state = new ConversationState(_storage);
    }

    /// <summary>Defect 6 of Bot Builder: what is converted on the way out is not what is saved, so edits are lost.</summary>
    [Fact]
    public async Task Edits_to_an_object_from_state_are_saved()
    {
        await Saved(new Run { Km = 5, Notes = ["a"] });
        var turn = Turn();
        var run = await _state.CreateProperty<Run>("p").GetAsync(turn);
        run.Km = 6;
        run.Notes.Add("b");
        await _state.SaveChangesAsync(turn);
        Assert.Equal("{\"Km\":6,\"Notes\":[\"a\",\"b\"],\"Next\":null}", _dictionary[Key]["p"].ToJsonString());
    }

    [Fact]
    public async Task Looking_at_an_object_is_no_change()
    {
        _dictionary[Key] = JsonNode.Parse("""{ "p": { "Notes": ["a"], "Km": 5, "Unknown": true } }""").AsObject();
        var turn = Turn();
        await _state.CreateProperty<Run>("p").GetAsync(turn);
        await _state.SaveChangesAsync(turn);
        Assert.Equal((1, 0), _storage.Counts);
    }

    [Fact]
    public async Task The_same_object_is_given_again_in_the_turn()
    {
        await Saved(new Run());
        var (turn, property) = (Turn(), _state.CreateProperty<Run>("p"));
        Assert.Same(await property.GetAsync(turn), await property.GetAsync(turn));
    }

    [Fact]
    public async Task Objects_inside_objects_come_back()
    {
        var read = await RoundTrip(new Run { Km = 1, Next = new Run { Km = 2, Notes = ["x"] } });
        Assert.Equal((1, 2, "x"), (read.Km, read.Next.Km, read.Next.Notes[0]));
    }

    [Fact]
    public async Task Open_values_come_back_as_plain_values()
    {
        var read = await RoundTrip<IDictionary<string, object>>(new Dictionary<string, object>
        {
            ["text"] = "x",
            ["small"] = 3,
            ["large"] = 5_000_000_000L,
            ["real"] = 1.5,
            ["flag"] = true,
            ["nothing"] = null,
            ["list"] = new List<object> { 1, "two" },
            ["map"] = new Dictionary<string, object> { ["n"] = 4 },
        });
        Assert.Equal(("x", 3, 5_000_000_000L, 1.5, true), (read["text"], read["small"], read["large"], read["real"], read["flag"]));
        Assert.Null(read["nothing"]);
        Assert.Equal([1, "two"], Assert.IsType<List<object>>(read["list"]));
        Assert.Equal(4, Assert.IsType<Dictionary<string, object>>(read["map"])["n"]);
    }

    [Fact]
    public async Task Simple_values_come_back()
    {
        Assert.Equal("x", await RoundTrip("x"));
        Assert.Equal(7, await RoundTrip(7));
        Assert.Equal(7.25, await RoundTrip(7.25));
        Assert.True(await RoundTrip(true));
        Assert.Equal(DayOfWeek.Friday, await RoundTrip(DayOfWeek.Friday));
        var time = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.FromHours(1));
        Assert.Equal(time, await RoundTrip(time));
        Assert.Equal(7, await RoundTrip<int?>(7));
        Assert.Equal([1, 2], await RoundTrip(new List<int> { 1, 2 }));
    }

    [Fact]
    public async Task An_object_can_be_read_in_another_shape()
    {
        await Saved(new Run { Km = 5 });
        Assert.Equal(5, (int)(await _state.CreateProperty<JsonObject>("p").GetAsync(Turn()))["Km"]);
        Assert.Equal(5, (await _state.CreateProperty<Dictionary<string, object>>("p").GetAsync(Turn()))["Km"]);
    }

    [Fact]
    public async Task An_activity_is_stored_as_on_the_wire()
    {
        var read = await RoundTrip(Some.Message("kept"));
        Assert.Equal("kept", read.Text);
        Assert.Equal("kept", (string)_dictionary[Key]["p"]["text"]);
        Assert.False(_dictionary[Key]["p"].AsObject().ContainsKey("replyToId"));
    }

    [Fact]
    public async Task A_card_in_a_stored_activity_is_the_same_on_the_wire()
    {
        var message = (Activity)MessageFactory.Attachment(new HeroCard("T", buttons: [new CardAction("imBack", "b", value: 1)]).ToAttachment());
        var read = await RoundTrip(message);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(ActivityJson.Write(message)), JsonNode.Parse(ActivityJson.Write(read))));
    }

    [Fact]
    public async Task What_is_stored_as_something_else_is_no_state()
    {
        var state = new ConversationState(new FixedStorage("text"));
        await Assert.ThrowsAsync<InvalidOperationException>(() => state.LoadAsync(Turn()));
    }

    [Fact]
    public async Task A_storage_of_another_make_may_give_dictionaries()
    {
        var state = new ConversationState(new FixedStorage(new Dictionary<string, object> { ["p"] = "x" }));
        Assert.Equal("x", await state.CreateProperty<string>("p").GetAsync(Turn()));
    }

    private static TurnContext Turn() => new RecordingAdapter().Turn();

    private async Task Saved<T>(T value)
    {
        var turn = Turn();
        await _state.CreateProperty<T>("p").SetAsync(turn, value);
        await _state.SaveChangesAsync(turn);
    }

    private async Task<T> RoundTrip<T>(T value)
    {
        await Saved(value);
        return await _state.CreateProperty<T>("p").GetAsync(Turn());
    }

    private sealed class Run
    {
        public int Km { get; set; }

        public List<string> Notes { get; set; }

        public Run Next { get; set; }
    }

    private sealed class FixedStorage(object value) : IStorage
    {
        public Task<IDictionary<string, object>> ReadAsync(string[] keys, CancellationToken cancellationToken = default) =>
            Task.FromResult<IDictionary<string, object>>(keys.ToDictionary(key => key, _ => value));

        public Task WriteAsync(IDictionary<string, object> changes, CancellationToken cancellationToken = default) => Task.CompletedTask;

        public Task DeleteAsync(string[] keys, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
