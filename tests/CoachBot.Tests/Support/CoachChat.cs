using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Coaching;
using CoachBot.Coaching.Content;
using CoachBot.Coaching.Dialogs;
using CoachBot.Coaching.Reminders;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CoachBot.Tests.Support;

/// <summary>
/// A runner in conversation with the coach, through the real engine. Every message meets a new engine and a new bot over
/// the same storage, as after a restart.
/// </summary>
internal sealed class CoachChat
{
    private static readonly Lazy<DialogContent> Content = new(() => DialogContent.Load(new ContentFiles()));

    private int _sent;

    public IStorage Storage { get; init; } = new MemoryStorage();

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 24, 7, 0, 0, TimeSpan.Zero));

    public string Channel { get; init; } = "webchat";

    public string Locale { get; set; } = "en-GB";

    public string ConversationId { get; init; } = "c1";

    public CoachOptions? Options { get; init; }

    public string UserId { get; init; } = "runner";

    public bool IsGroup { get; init; }

    /// <summary>IANA id; null where the channel tells none.</summary>
    public string? Zone { get; set; }
    /// <summary>The coach and the runner have met: consent was given and the questions of the first meeting were asked.</summary>
    public bool HaveMet { get; init; } = true;

    public static DialogContent Words => Content.Value;

    public Task<IReadOnlyList<Activity>> JoinAsync() =>
        SendAsync(new Activity(ActivityTypes.ConversationUpdate) { MembersAdded = [new ChannelAccount("coach"), new ChannelAccount("runner")] });

    public Task<IReadOnlyList<Activity>> SayAsync(string text) => SendAsync(new Activity(ActivityTypes.Message) { Text = text });

    public Task<IReadOnlyList<Activity>> SubmitAsync(object value) => SendAsync(new Activity(ActivityTypes.Message) { Value = value });

    /// <summary>The schedule asks the coach to speak first, as it would today.</summary>
    public async Task<IReadOnlyList<Activity>> PromptAsync(string kind = DueCheckIn.Morning)
    {
        var key = CheckInSchedule.Key(new Activity { ChannelId = Channel, From = new ChannelAccount(UserId) });
        var stored = (StoredItem)(await Storage.ReadAsync([key]))[key];
        var schedule = CheckInSchedule.Parse(stored.Utf8Json.Span);
        var today = DateOnly.FromDateTime(CheckInClock.Default.ToLocal(schedule.Times.Zone, Time.GetUtcNow()).DateTime);
        var prompt = new CheckInPrompt(today, kind).ToActivity(schedule);
        return await SendAsync(prompt);
    }

    /// <summary>An Action.Execute of a card.</summary>
    public async Task<(AdaptiveCardInvokeResponse Answer, IReadOnlyList<Activity> Replies)> ExecuteAsync(JsonObject data)
    {
        var action = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "check-in", ["data"] = data.DeepClone() };
        var outcome = await TurnAsync(new Activity(ActivityTypes.Invoke) { Name = "adaptiveCard/action", Value = new JsonObject { ["action"] = action } });
        Assert.Equal(200, outcome.InvokeResponse!.Status);
        return (Assert.IsType<AdaptiveCardInvokeResponse>(outcome.InvokeResponse.Body), outcome.Replies);
    }

    public async Task<IReadOnlyList<Activity>> SendAsync(Activity activity) => (await TurnAsync(activity)).Replies;

    private async Task<TurnOutcome> TurnAsync(Activity activity)
    {
        if (_sent == 0 && HaveMet)
            await MeetAsync(Storage, Channel, UserId, Time.GetUtcNow());
        activity.Id = $"a{++_sent}";
        activity.LocalTimezone ??= Zone;
        activity.ChannelId = Channel;
        activity.Locale ??= Locale;
        activity.From = new ChannelAccount(UserId, "Runner");
        activity.Recipient = new ChannelAccount("coach", "Coach");
        activity.Conversation = new ConversationAccount(IsGroup, id: ConversationId);
        Time.Advance(TimeSpan.FromSeconds(20));

        var state = new CoachState(new ConversationState(Storage), new UserState(Storage));
        var bot = new CoachActivityHandler(Words, state, Time, Options);
        Exception? failure = null;
        var options = new TurnOptions { OnFailure = (_, error, _, _) => Task.FromResult(failure = error) };
        await using var engine = new TurnEngine(Storage, bot, options, Time, NullLogger<TurnEngine>.Instance)
            .AddChannel(new FakeLoggedChannel(Channel));
        var outcome = await engine.ProcessAsync(activity);
        Assert.True(outcome.Status == TurnStatus.Done, $"The turn failed: {failure}");
        return outcome;
    }

    /// <summary>The record of a runner who gave consent and was asked the questions of the first meeting, unless there is one.</summary>
    public static async Task MeetAsync(IStorage storage, string channel, string userId, DateTimeOffset now)
    {
        var key = $"{channel}/users/{userId}";
        if ((await storage.ReadAsync([key], default)).Count > 0)
            return;

        var runner = new JsonObject { ["consentedAt"] = now, ["met"] = new JsonArray([.. Question.FirstMeeting.Select(question => JsonValue.Create(question.Name))]) };
        await storage.WriteAsync(new Dictionary<string, object> { [key] = new StoredItem(new JsonObject { ["runner"] = runner }) }, default);
    }
}
