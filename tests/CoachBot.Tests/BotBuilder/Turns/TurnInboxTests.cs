using CoachBot.BotBuilder.Turns;
using Microsoft.Extensions.Logging.Abstractions;

namespace CoachBot.Tests.BotBuilder.Turns;

/// <summary>Turns that take longer than their channel waits.</summary>
public sealed class TurnInboxTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private readonly TaskCompletionSource _slow = new();
    private readonly TurnEngineFixture _coach;

    public TurnInboxTests() => _coach = new TurnEngineFixture { OnTurn = _ => _slow.Task };

    [Fact]
    public async Task A_turn_in_time_gives_its_outcome_and_stores_nothing_beside_it()
    {
        _slow.SetResult();

        var outcome = await Inbox(_coach).ProcessAsync(TurnEngineFixture.Message("hello", "id-1"), "id-1", Patience);

        Assert.Equal(TurnStatus.Done, outcome!.Status);
        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task A_slow_turn_is_promised_in_storage_first_and_the_promise_goes_when_it_is_kept()
    {
        var inbox = Inbox(_coach);
        Assert.Null(await SlowAsync(inbox));
        Assert.Equal(["inbox/push/c1/id-1"], await KeptAsync());

        _slow.SetResult();
        await inbox.DrainAsync(CancellationToken.None);

        Assert.Equal(["1: hello"], _coach.Push.Delivered);
        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task A_promise_that_cannot_be_stored_is_not_made()
    {
        _coach.Storage.BeforeWrite = _ => throw new IOException("disk full");

        await Assert.ThrowsAsync<IOException>(() => SlowAsync(Inbox(_coach)));
    }

    [Fact]
    public async Task What_a_killed_process_promised_another_does_once()
    {
        await SlowAsync(Inbox(_coach));

        var other = new TurnEngineFixture(_coach.Storage.Inner);
        var inbox = Inbox(other);
        for (var look = 0; look < 4; look++)
        {
            await inbox.RecoverAsync();
            await inbox.DrainAsync(CancellationToken.None);
        }

        Assert.Equal(["1: hello"], other.Push.Delivered);
        Assert.Empty(await KeptAsync());
    }

    [Fact]
    public async Task A_process_that_is_still_at_it_is_not_disturbed_by_its_own_looks()
    {
        var inbox = Inbox(_coach);
        await SlowAsync(inbox);
        for (var look = 0; look < 3; look++)
            await inbox.RecoverAsync();

        _slow.SetResult();
        await inbox.DrainAsync(CancellationToken.None);

        Assert.Equal(["1: hello"], _coach.Push.Delivered);
    }

    private static TurnInbox Inbox(TurnEngineFixture coach) => new(coach.Engine, coach.Storage, coach.Time, NullLogger<TurnInbox>.Instance);

    private async Task<TurnOutcome> SlowAsync(TurnInbox inbox)
    {
        var taken = inbox.ProcessAsync(TurnEngineFixture.Message("hello", "id-1"), "id-1", Patience);
        _coach.Time.Advance(Patience + TimeSpan.FromSeconds(1));
        return await taken;
    }

    private async Task<IReadOnlyList<string>> KeptAsync() => await _coach.Storage.ListAsync("inbox/").ToListAsync();
}
