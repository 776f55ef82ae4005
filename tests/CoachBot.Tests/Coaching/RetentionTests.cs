using CoachBot.BotBuilder;
using CoachBot.Coaching;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Coaching;

public sealed class RetentionTests
{
    private const string CheckIn = "12k easy in 65 min, effort 4, legs 2/10, slept 8 good, energy 4, stress 4";

    private readonly CoachOptions _options = new() { RetentionDays = 30 };
    private readonly MemoryStorage _storage = new();

    [Fact]
    public async Task A_runner_who_stays_away_is_forgotten_with_their_conversation()
    {
        var chat = new CoachChat { Storage = _storage };
        await chat.SayAsync(CheckIn);
        chat.Time.Advance(TimeSpan.FromDays(31));

        Assert.Equal(2, (await KeysAsync()).Count);
        Assert.Equal(2, await new Retention(_storage, _options, chat.Time).SweepAsync(default));
        Assert.Empty(await KeysAsync());
    }

    [Fact]
    public async Task Who_was_heard_of_stays()
    {
        var chat = new CoachChat { Storage = _storage };
        await chat.SayAsync(CheckIn);
        chat.Time.Advance(TimeSpan.FromDays(29));

        Assert.Equal(0, await new Retention(_storage, _options, chat.Time).SweepAsync(default));
        Assert.Contains("1 check-in", Assert.Single(await chat.SayAsync("what do you know about me")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_documents_are_left_alone()
    {
        await _storage.WriteAsync(new Dictionary<string, object> { ["directline/signing"] = new StoredItem("{}"u8.ToArray()) });

        Assert.Equal(0, await new Retention(_storage, _options, new CoachChat().Time).SweepAsync(default));
    }

    [Fact]
    public async Task Check_ins_beyond_the_days_go_with_the_next_message()
    {
        var chat = new CoachChat { Storage = _storage, Options = _options };
        await chat.SayAsync(CheckIn);
        chat.Time.Advance(TimeSpan.FromDays(31));
        await chat.SayAsync("thanks");

        Assert.DoesNotContain("check-in from", Assert.Single(await chat.SayAsync("what do you know about me")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3651)]
    public void Days_that_make_no_sense_are_refused(int days) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new CoachOptions { RetentionDays = days });

    private async Task<IReadOnlyList<string>> KeysAsync() => await _storage.ListAsync("").ToListAsync();
}
