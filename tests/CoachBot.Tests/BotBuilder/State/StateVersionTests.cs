using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder.State;

/// <summary>Two turns at once: the one that saves later must not undo what it has not seen.</summary>
public sealed class StateVersionTests
{
    private readonly Dictionary<string, JsonObject> _dictionary = [];
    private readonly ConversationState _state;
    private readonly IStatePropertyAccessor<string> _property;

    public StateVersionTests()
    {
        _state = new ConversationState(new MemoryStorage(_dictionary));
        _property = _state.CreateProperty<string>("p");
    }

    /// <summary>Defect 1 of Bot Builder: state has no versions, the last save wins.</summary>
    [Fact]
    public async Task Of_two_turns_that_loaded_the_same_state_the_second_save_conflicts()
    {
        await SaveAsync(await ChangedTurn("start"));
        var (first, second) = (await ChangedTurn("first"), await ChangedTurn("second"));
        await SaveAsync(first);
        await Assert.ThrowsAsync<StorageConflictException>(() => SaveAsync(second));
        Assert.Equal("first", (string)_dictionary["test/conversations/c1"]["p"]);
    }

    /// <summary>Defect 3 of Bot Builder: a new state is written unconditionally, so two first turns race.</summary>
    [Fact]
    public async Task Of_two_first_turns_the_second_save_conflicts()
    {
        var (first, second) = (await ChangedTurn("first"), await ChangedTurn("second"));
        await SaveAsync(first);
        await Assert.ThrowsAsync<StorageConflictException>(() => SaveAsync(second));
    }

    /// <summary>Defect 2 of Bot Builder: old data can be paired with a newer version, so that a lost update passes.</summary>
    [Fact]
    public async Task The_version_is_that_of_the_data_it_was_read_with()
    {
        await SaveAsync(await ChangedTurn("start"));
        var late = await ChangedTurn("late");
        await SaveAsync(await ChangedTurn("meanwhile"));
        await Assert.ThrowsAsync<StorageConflictException>(() => SaveAsync(late));
    }

    [Fact]
    public async Task A_turn_can_save_more_than_once()
    {
        var turn = await ChangedTurn("a");
        await SaveAsync(turn);
        await _property.SetAsync(turn, "b");
        await SaveAsync(turn);
        Assert.Equal("b", (string)_dictionary["test/conversations/c1"]["p"]);
    }

    [Fact]
    public async Task After_a_conflict_the_turn_can_load_again_and_save()
    {
        var (first, second) = (await ChangedTurn("first"), await ChangedTurn("second"));
        await SaveAsync(first);
        await Assert.ThrowsAsync<StorageConflictException>(() => SaveAsync(second));
        await _state.LoadAsync(second, force: true);
        await _property.SetAsync(second, "second");
        await SaveAsync(second);
        Assert.Equal("second", (string)_dictionary["test/conversations/c1"]["p"]);
    }

    [Fact]
    public async Task A_cleared_state_conflicts_with_what_was_saved_since_it_was_loaded()
    {
        await SaveAsync(await ChangedTurn("start"));
        var turn = await ChangedTurn("x");
        await SaveAsync(await ChangedTurn("meanwhile"));
        await _state.ClearStateAsync(turn);
        await Assert.ThrowsAsync<StorageConflictException>(() => SaveAsync(turn));
    }

    [Fact]
    public async Task Clearing_what_was_never_loaded_clears_whatever_is_there()
    {
        await SaveAsync(await ChangedTurn("start"));
        var turn = new RecordingAdapter().Turn();
        await _state.ClearStateAsync(turn);
        await SaveAsync(turn);
        Assert.False(_dictionary["test/conversations/c1"].ContainsKey("p"));
    }

    private async Task<TurnContext> ChangedTurn(string value)
    {
        var turn = new RecordingAdapter().Turn();
        await _property.SetAsync(turn, value);
        return turn;
    }

    private Task SaveAsync(ITurnContext turn) => _state.SaveChangesAsync(turn);
}
