using CoachBot.BotBuilder;

namespace CoachBot.Tests.BotBuilder;

public sealed class TurnStateTests
{
    private readonly TurnContextStateCollection _state = [];

    [Fact]
    public void An_object_is_found_by_its_type()
    {
        _state.Add("text");
        Assert.Equal("text", _state.Get<string>());
        Assert.Equal("text", _state["System.String"]);
    }

    [Fact]
    public void An_object_is_found_by_its_name()
    {
        _state.Add("key", "text");
        Assert.Equal("text", _state.Get<string>("key"));
    }

    [Fact]
    public void What_is_not_there_or_of_another_type_is_null()
    {
        _state.Add("key", "text");
        Assert.Null(_state.Get<string>("other"));
        Assert.Null(_state.Get<Version>("key"));
        Assert.Null(_state.Get<Version>());
    }

    [Fact]
    public void Adding_twice_is_refused_and_setting_replaces()
    {
        _state.Add("key", "a");
        Assert.Throws<ArgumentException>(() => _state.Add("key", "b"));
        _state.Set("key", "c");
        Assert.Equal("c", _state.Get<string>("key"));
        _state.Set("d");
        _state.Set("e");
        Assert.Equal("e", _state.Get<string>());
    }

    [Fact]
    public void Names_and_added_values_must_be_there()
    {
        Assert.Throws<ArgumentNullException>(() => _state.Get<string>(null));
        Assert.Throws<ArgumentNullException>(() => _state.Add(null, "a"));
        Assert.Throws<ArgumentNullException>(() => _state.Add<string>("key", null));
        Assert.Throws<ArgumentNullException>(() => _state.Set(null, "a"));
    }

    [Fact]
    public void Null_can_be_set()
    {
        _state.Set("key", "a");
        _state.Set<string>("key", null);
        Assert.Null(_state.Get<string>("key"));
    }
}
