using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.BotBuilder;

public sealed class TranscriptTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);
    private readonly MemoryTranscriptStore _store = new();
    private readonly RecordingAdapter _adapter = new();

    public TranscriptTests() => _adapter.Use(new TranscriptLoggerMiddleware(_store, new FakeTimeProvider(Now)));

    [Fact]
    public async Task Both_sides_are_logged_in_order()
    {
        await _adapter.RunAsync(Some.Message("hi"), (turn, ct) => turn.SendActivityAsync("hello", cancellationToken: ct));
        var log = await Log();
        Assert.Equal(["hi", "hello"], log.Select(activity => activity.Text));
        Assert.Equal(("user", Now), (log[0].From.Role, log[0].Timestamp));
        Assert.Equal("1", log[1].Id);
    }

    [Fact]
    public async Task What_is_logged_is_what_was_said_and_not_what_becomes_of_it()
    {
        var activity = Some.Message("hi");
        await _adapter.RunAsync(activity, (_, _) =>
        {
            activity.Text = "changed";
            return Task.CompletedTask;
        });
        Assert.Equal("hi", (await Log())[0].Text);
    }

    [Fact]
    public async Task Updates_and_deletions_are_logged_as_such()
    {
        await _adapter.RunAsync(Some.Message(), async (turn, ct) =>
        {
            await turn.UpdateActivityAsync(new Activity(ActivityTypes.Message, "9") { Text = "new" }, ct);
            await turn.DeleteActivityAsync("9", ct);
        });
        Assert.Equal(["message", "messageUpdate", "messageDelete"], (await Log()).Select(activity => activity.Type));
        Assert.All((await Log())[1..], activity => Assert.Equal("9", activity.Id));
    }

    [Fact]
    public async Task A_turn_that_fails_is_logged_too()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => _adapter.RunAsync(Some.Message("hi"), (_, _) => throw new InvalidOperationException()));
        Assert.Single(await Log());
    }

    [Fact]
    public async Task A_turn_the_bot_began_has_no_words_of_the_user()
    {
        await _adapter.ContinueConversationAsync(
            "app", Some.Message().GetConversationReference(), (turn, ct) => turn.SendActivityAsync("morning", cancellationToken: ct), default);
        Assert.Equal(["morning"], (await Log()).Select(activity => activity.Text));
    }

    [Fact]
    public async Task A_logger_that_fails_does_not_fail_the_turn()
    {
        var adapter = new RecordingAdapter();
        adapter.Use(new TranscriptLoggerMiddleware(new FailingLogger()));
        await adapter.RunAsync(Some.Message(), (turn, ct) => turn.SendActivityAsync("x", cancellationToken: ct));
        Assert.Single(adapter.Sent);
    }

    [Fact]
    public async Task Long_transcripts_come_in_pages_of_twenty()
    {
        for (var i = 0; i < 45; i++)
            await _store.LogActivityAsync(Spoken($"{i}", Now.AddMinutes(-i)));

        var seen = new List<string>();
        string token = null;
        do
        {
            var page = await _store.GetTranscriptActivitiesAsync("test", "c1", token);
            seen.AddRange(page.Items.Select(activity => activity.Id));
            token = page.ContinuationToken;
        }
        while (token is not null);
        Assert.Equal(Enumerable.Range(0, 45).Reverse().Select(i => $"{i}"), seen);
    }

    [Fact]
    public async Task Older_activities_can_be_left_out()
    {
        await _store.LogActivityAsync(Spoken("old", Now.AddDays(-1)));
        await _store.LogActivityAsync(Spoken("new", Now));
        Assert.Equal("new", Assert.Single((await _store.GetTranscriptActivitiesAsync("test", "c1", startDate: Now)).Items).Id);
    }

    [Fact]
    public async Task Transcripts_are_listed_by_channel_and_deleted_one_by_one()
    {
        await _store.LogActivityAsync(Spoken("a", Now));
        var other = Spoken("b", Now);
        other.ChannelId = "other";
        await _store.LogActivityAsync(other);

        var listed = Assert.Single((await _store.ListTranscriptsAsync("test")).Items);
        Assert.Equal(("test", "c1", Now), (listed.ChannelId, listed.Id, listed.Created));
        await _store.DeleteTranscriptAsync("test", "c1");
        Assert.Empty((await _store.ListTranscriptsAsync("test")).Items);
        Assert.Empty(await Log());
        Assert.Single((await _store.ListTranscriptsAsync("other")).Items);
    }

    [Fact]
    public async Task What_is_missing_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new TranscriptLoggerMiddleware(null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _store.LogActivityAsync(null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _store.GetTranscriptActivitiesAsync(null, "c"));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _store.GetTranscriptActivitiesAsync("c", null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _store.ListTranscriptsAsync(null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _store.DeleteTranscriptAsync("c", null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => new TraceTranscriptLogger(false).LogActivityAsync(null));
    }

    private static Activity Spoken(string id, DateTimeOffset time)
    {
        var activity = Some.Message();
        (activity.Id, activity.Timestamp) = (id, time);
        return activity;
    }

    private async Task<Activity[]> Log() => [.. (await _store.GetTranscriptActivitiesAsync("test", "c1")).Items.Cast<Activity>()];

    private sealed class FailingLogger : ITranscriptLogger
    {
        public Task LogActivityAsync(IActivity activity) => throw new InvalidOperationException("full");
    }
}
