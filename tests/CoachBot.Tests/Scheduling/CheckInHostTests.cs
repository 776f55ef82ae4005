using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Channels.DirectLine;
using CoachBot.Coaching;
using CoachBot.Coaching.Content;
using CoachBot.Coaching.Reminders;
using CoachBot.Scheduling;
using CoachBot.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Scheduling;

/// <summary>The whole way in the real host: what a runner says, the schedule, the morning, the message in the chat.</summary>
public sealed class CheckInHostTests : IAsyncLifetime
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 18, 0, 0, TimeSpan.Zero)); // a Tuesday
    private TestHost _host = null!;
    private int _sent;

    public async Task InitializeAsync()
    {
        _host = await TestHost.StartAsync(services => services
            .AddCoach(new ContentDirectory(Path.Combine(AppContext.BaseDirectory, "dialogs")))
            .AddSingleton<TimeProvider>(_time));
        await CoachChat.MeetAsync(_host.Service<IStorage>(), DirectLineChannel.Id, "dl_ana", _time.GetUtcNow());
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Every_weekday_at_a_quarter_to_seven_a_message_comes_in_the_chat()
    {
        await SayAsync("remind me every weekday at 6:45");
        Assert.Contains("Wednesday", await LastAsync(), StringComparison.Ordinal);

        await PassAsync(to: "2026-11-25T05:44:40Z"); // 6:44 in Madrid
        Assert.DoesNotContain("orning.", await LastAsync(), StringComparison.Ordinal);
        await PassAsync(to: "2026-11-25T05:45:20Z");

        Assert.Contains("0 to 10", await ComesAsync("orning"), StringComparison.Ordinal);
        await EndsAsync("2026-11-25", LedgerState.Sent);
    }

    [Fact]
    public async Task A_host_that_was_down_makes_up_for_it_and_says_no_good_morning_at_noon()
    {
        await SayAsync("remind me every day at 6:45");
        await PassAsync(to: "2026-11-25T13:00:00Z");
        await EndsAsync("2026-11-25", LedgerState.Skipped);

        await PassAsync(to: "2026-11-26T07:00:00Z"); // 75 minutes late
        await ComesAsync("orning");
        await EndsAsync("2026-11-26", LedgerState.Sent);
    }

    [Fact]
    public async Task Deleting_everything_deletes_the_schedule_too()
    {
        await SayAsync("remind me every day at 6:45");
        Assert.NotNull(await RecordAsync());
        await SayAsync("delete my data");
        await SayAsync("yes, delete");

        Assert.Null(await RecordAsync());
    }

    [Fact]
    public async Task A_stranger_cannot_make_the_coach_speak_first()
    {
        await SayAsync("remind me every day at 6:45");
        var before = await LogAsync();
        var forged = Message("");
        forged.Type = ActivityTypes.Event;
        forged.Name = "coach/checkIn";
        forged.Value = new System.Text.Json.Nodes.JsonObject { ["on"] = "2026-11-24", ["kind"] = "morning" };
        await _host.Service<TurnEngine>().ProcessAsync(forged, "forged");

        Assert.Equal(before.Count, (await LogAsync()).Count(text => text.Length > 0));
    }

    private static string Key => $"{CheckInSchedule.KeyPrefix}{DirectLineChannel.Id}/dl_ana";

    private Activity Message(string text) => new(ActivityTypes.Message)
    {
        Text = text,
        ChannelId = DirectLineChannel.Id,
        Locale = "en-GB",
        LocalTimezone = "Europe/Madrid",
        From = new ChannelAccount("dl_ana", role: RoleTypes.User),
        Recipient = new ChannelAccount("coach"),
        Conversation = new ConversationAccount(id: "c1"),
    };

    private async Task SayAsync(string text)
    {
        var outcome = await _host.Service<TurnEngine>().ProcessAsync(Message(text), $"m{++_sent}");
        Assert.Equal(TurnStatus.Done, outcome.Status);
    }

    /// <summary>In steps in which the host's own waits end one after another.</summary>
    private async Task PassAsync(string to)
    {
        var end = DateTimeOffset.Parse(to, null);
        while (_time.GetUtcNow() < end)
        {
            var left = end - _time.GetUtcNow();
            _time.Advance(left < TimeSpan.FromHours(1) ? left : left - TimeSpan.FromMinutes(10));
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        }
    }

    private async Task<string> ComesAsync(string text) =>
        await EventuallyAsync(async () => (await LogAsync()).LastOrDefault(said => said.Contains(text, StringComparison.Ordinal)), $"'{text}' in the chat");

    private async Task EndsAsync(string on, LedgerState state)
    {
        var id = new LedgerKey(Key, DateOnly.Parse(on, null), DueCheckIn.Morning);
        await EventuallyAsync(
            async () => await _host.Service<ICheckInStore>().ReadEntryAsync(id, CancellationToken.None) is { } entry && entry.State == state ? entry : null, $"{id} {state}");
    }

    private async Task<T> EventuallyAsync<T>(Func<Task<T>> look, string what)
        where T : class
    {
        for (var i = 0; i < 300; i++)
        {
            if (await look() is { } found)
                return found;
            _time.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System);
        }

        throw new TimeoutException($"It never came to {what}: {string.Join(" | ", await LogAsync())}");
    }

    private async Task<CheckInRecord> RecordAsync() => await _host.Service<ICheckInStore>().ReadAsync(Key, CancellationToken.None);

    private async Task<string> LastAsync() => (await LogAsync())[^1];

    private async Task<List<string>> LogAsync() =>
        [.. (await _host.Service<TurnEngine>().ReadLogAsync(DirectLineChannel.Id, "c1"))!.Entries.Select(entry => entry.Activity.Text ?? "")];
}
