using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder.State;

public sealed class BotStateTests
{
    private const string UserKey = "test/users/u1";
    private readonly Dictionary<string, JsonObject> _dictionary = [];
    private readonly WatchedStorage _storage;
    private readonly UserState _user;
    private readonly TurnContext _turn = new RecordingAdapter().Turn();

    public BotStateTests()
    {
        _storage = new WatchedStorage(new MemoryStorage(_dictionary));
        _user = new UserState(_storage);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void A_property_needs_a_name(string? name) => Assert.Throws<ArgumentNullException>(() => _user.CreateProperty<string>(name!));

    [Fact]
    public async Task A_state_needs_storage_and_a_turn()
    {
        Assert.Throws<ArgumentNullException>(() => new UserState(null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _user.LoadAsync(null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _user.SaveChangesAsync(null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _user.ClearStateAsync(null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _user.DeleteAsync(null));
        Assert.Throws<ArgumentNullException>(() => _user.Get(null));
    }

    [Fact]
    public async Task Each_state_has_its_key()
    {
        foreach (var state in new BotState[] { _user, new ConversationState(_storage), new PrivateConversationState(_storage) })
        {
            await state.CreateProperty<string>("p").SetAsync(_turn, "v");
            await state.SaveChangesAsync(_turn);
        }

        Assert.Equal([UserKey, "test/conversations/c1", "test/conversations/c1/users/u1"], _dictionary.Keys);
    }

    [Fact]
    public async Task An_activity_without_the_parts_of_the_key_is_refused()
    {
        foreach (var (state, break_) in new (BotState, Action<Activity>)[]
        {
            (_user, activity => activity.From = null),
            (_user, activity => activity.ChannelId = null),
            (new ConversationState(_storage), activity => activity.Conversation = null),
            (new PrivateConversationState(_storage), activity => activity.Conversation.Id = null),
            (new PrivateConversationState(_storage), activity => activity.From = null),
        })
        {
            var activity = Some.Message();
            break_(activity);
            var turn = new RecordingAdapter().Turn(activity);
            await Assert.ThrowsAsync<ArgumentNullException>(() => state.CreateProperty<string>("p").GetAsync(turn));
        }
    }

    [Fact]
    public async Task A_property_that_is_not_there_has_the_default_of_its_type()
    {
        Assert.Null(await _user.CreateProperty<string>("text").GetAsync(_turn));
        Assert.Null(await _user.CreateProperty<Poco>("poco").GetAsync(_turn));
        Assert.Equal(0, await _user.CreateProperty<int>("int").GetAsync(_turn));
        Assert.False(await _user.CreateProperty<bool>("bool").GetAsync(_turn));
    }

    [Fact]
    public async Task What_the_factory_makes_is_the_value_from_then_on()
    {
        var property = _user.CreateProperty<Poco>("p");
        var made = await property.GetAsync(_turn, () => new Poco { Value = "made" });
        Assert.Same(made, await property.GetAsync(_turn, () => new Poco()));

        made.Value = "changed";
        await _user.SaveChangesAsync(_turn);
        Assert.Equal("changed", (string)_dictionary[UserKey]["p"]["Value"]);
    }

    [Fact]
    public async Task The_factory_is_asked_for_values_without_null_too()
    {
        var property = _user.CreateProperty<int>("n");
        Assert.Equal(7, await property.GetAsync(_turn, () => 7));
        Assert.Equal(7, await property.GetAsync(_turn));
    }

    [Fact]
    public async Task State_is_read_once_a_turn_and_written_only_when_it_changed()
    {
        var property = _user.CreateProperty<string>("p");
        await _user.SaveChangesAsync(_turn);
        Assert.Equal((0, 0), _storage.Counts);

        await property.SetAsync(_turn, "a");
        await property.SetAsync(_turn, "b");
        Assert.Equal((1, 0), _storage.Counts);

        await _user.SaveChangesAsync(_turn);
        await _user.SaveChangesAsync(_turn);
        Assert.Equal("b", await property.GetAsync(_turn));
        Assert.Equal((1, 1), _storage.Counts);

        await property.DeleteAsync(_turn);
        Assert.Equal((1, 1), _storage.Counts);
        await _user.SaveChangesAsync(_turn);
        Assert.Equal((1, 2), _storage.Counts);
    }

    [Fact]
    public async Task A_value_set_to_what_it_was_is_no_change()
    {
        var property = _user.CreateProperty<Poco>("p");
        await property.SetAsync(_turn, new Poco { Value = "x" });
        await _user.SaveChangesAsync(_turn);
        await property.SetAsync(_turn, new Poco { Value = "x" });
        await _user.SaveChangesAsync(_turn);
        Assert.Equal((1, 1), _storage.Counts);
    }

    [Fact]
    public async Task A_forced_save_writes_what_was_loaded_and_nothing_else()
    {
        await _user.SaveChangesAsync(_turn, force: true);
        Assert.Equal((0, 0), _storage.Counts);
        await _user.LoadAsync(_turn);
        await _user.SaveChangesAsync(_turn, force: true);
        Assert.Equal((1, 1), _storage.Counts);
    }

    [Fact]
    public async Task A_second_turn_sees_what_the_first_saved()
    {
        await Save("a", "hello");
        var next = new RecordingAdapter().Turn();
        Assert.Equal("hello", await _user.CreateProperty<string>("a").GetAsync(next));
        Assert.Equal("hello", (string)_dictionary[UserKey]["a"]);
    }

    [Fact]
    public async Task Changing_one_property_keeps_the_others()
    {
        await Save("a", "one");
        await Save("b", "two");
        await Save("a", "three");
        Assert.Equal(("three", "two"), ((string)_dictionary[UserKey]["a"], (string)_dictionary[UserKey]["b"]));
    }

    [Fact]
    public async Task A_deleted_property_is_gone_after_the_save()
    {
        await Save("a", "one");
        var next = new RecordingAdapter().Turn();
        await _user.CreateProperty<string>("a").DeleteAsync(next);
        await _user.SaveChangesAsync(next);
        Assert.False(_dictionary[UserKey].ContainsKey("a"));
    }

    [Fact]
    public async Task A_forced_load_forgets_what_was_changed()
    {
        await Save("a", "saved");
        var property = _user.CreateProperty<string>("a");
        await property.SetAsync(_turn, "changed");
        await _user.LoadAsync(_turn);
        Assert.Equal("changed", await property.GetAsync(_turn));
        await _user.LoadAsync(_turn, force: true);
        Assert.Equal("saved", await property.GetAsync(_turn));
    }

    [Fact]
    public async Task Clearing_empties_the_state_and_a_save_makes_it_so()
    {
        await Save("a", "one");
        var next = new RecordingAdapter().Turn();
        await _user.ClearStateAsync(next);
        Assert.Null(await _user.CreateProperty<string>("a").GetAsync(next));
        Assert.Equal("one", (string)_dictionary[UserKey]["a"]);
        await _user.SaveChangesAsync(next);
        Assert.False(_dictionary[UserKey].ContainsKey("a"));
    }

    [Fact]
    public async Task Deleting_removes_the_state_at_once()
    {
        await Save("a", "one");
        await _user.LoadAsync(_turn);
        await _user.DeleteAsync(_turn);
        Assert.Empty(_dictionary);
        Assert.Null(_user.GetCachedState(_turn));
        Assert.Equal("new", await _user.CreateProperty<string>("a").GetAsync(_turn, () => "new"));
    }

    [Fact]
    public async Task The_state_can_be_looked_at_as_json()
    {
        Assert.Null(_user.Get(_turn));
        await _user.CreateProperty<Poco>("p").SetAsync(_turn, new Poco { Value = "x" });
        Assert.Equal("{\"p\":{\"Value\":\"x\"}}", _user.Get(_turn).ToJsonString());
        Assert.Equal(["p"], _user.GetCachedState(_turn).State.Keys);
    }

    [Fact]
    public async Task A_set_loads_and_saves_all()
    {
        var conversation = new ConversationState(_storage);
        var set = new BotStateSet(_user).Add(conversation);
        Assert.Equal([_user, conversation], set.BotStates);
        await set.LoadAllAsync(_turn);
        await set.SaveAllChangesAsync(_turn, force: true);
        Assert.Equal((2, 2), _storage.Counts);
    }

    [Fact]
    public async Task Automatic_saving_saves_after_the_turn()
    {
        var property = _user.CreateProperty<Poco>("p");
        var adapter = new RecordingAdapter();
        adapter.Use(new AutoSaveStateMiddleware().Add(_user));
        await adapter.RunAsync(Some.Message(), async (turn, ct) =>
        {
            (await property.GetAsync(turn, () => new Poco(), ct)).Value = "x";
            Assert.Empty(_dictionary);
        });
        Assert.Equal("x", (string)_dictionary[UserKey]["p"]["Value"]);
    }

    [Fact]
    public async Task A_turn_that_throws_saves_nothing()
    {
        var adapter = new RecordingAdapter();
        adapter.Use(new AutoSaveStateMiddleware(_user));
        await Assert.ThrowsAsync<InvalidOperationException>(() => adapter.RunAsync(Some.Message(), async (turn, ct) =>
        {
            await _user.CreateProperty<string>("p").SetAsync(turn, "x", ct);
            throw new InvalidOperationException();
        }));
        Assert.Empty(_dictionary);
    }

    [Fact]
    public async Task A_turn_with_a_storage_of_its_own_uses_that()
    {
        var own = new TurnStorage();
        _turn.TurnState.Add<ITurnStorage>(own);
        await _user.CreateProperty<string>("p").SetAsync(_turn, "x");
        await _user.SaveChangesAsync(_turn);
        Assert.Empty(_dictionary);
        Assert.Single(await own.ReadAsync([UserKey]));
    }

    private async Task Save(string name, string value)
    {
        var turn = new RecordingAdapter().Turn();
        await _user.CreateProperty<string>(name).SetAsync(turn, value);
        await _user.SaveChangesAsync(turn);
    }

    private sealed class TurnStorage : MemoryStorage, ITurnStorage;

    private sealed class Poco
    {
        public string Value { get; set; }
    }
}
