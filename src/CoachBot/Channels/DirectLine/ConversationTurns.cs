using System.Collections.Concurrent;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels.DirectLine;

/// <summary>Hands activities to the engine, waits a while for the commit, and at shutdown until what was begun is done.</summary>
internal sealed class ConversationTurns(TurnEngine engine, TimeProvider time, ILogger<ConversationTurns> log) : IHostedService
{
    /// <summary>Clients show "Send failed" after 20 s; the turn itself goes on after this time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private static readonly ChannelAccount Bot = new(id: "coach", name: "CoachBot", role: RoleTypes.Bot);
    private readonly ConcurrentDictionary<Task, byte> _underWay = new();

    public static ChannelAccount User(string id, string? name = null) => new(id: id, name: name, role: RoleTypes.User);

    /// <summary>Tells the bot, once in the life of a conversation, that it and the user are there.</summary>
    /// <returns>Whether the conversation is new.</returns>
    public async Task<bool> StartAsync(TokenBinding binding, string? locale)
    {
        if (await engine.ReadLogAsync(DirectLineChannel.Id, binding.ConversationId) is not null)
            return false;

        var joined = new Activity(
            type: ActivityTypes.ConversationUpdate,
            from: User(binding.UserId),
            locale: locale,
            membersAdded: [Bot, User(binding.UserId)]);
        var (outcome, _) = await ProcessAsync(joined, binding.ConversationId, dedupeKey: "start");
        return outcome?.Status is not TurnStatus.Duplicate;
    }

    /// <summary>The outcome (null when it takes longer than <see cref="Patience"/>) and the activity's id, if it has one by then.</summary>
    public async Task<(TurnOutcome? Outcome, string? Id)> ProcessAsync(Activity activity, string conversationId, string dedupeKey)
    {
        activity.ChannelId = DirectLineChannel.Id;
        activity.Conversation = new ConversationAccount(id: conversationId);
        activity.Recipient = Bot;
        activity.Timestamp = time.GetUtcNow();

        var turn = engine.ProcessAsync(activity, dedupeKey);
        try
        {
            var outcome = await turn.WaitAsync(Patience, time);
            return (outcome, outcome.ActivityId);
        }
        catch (TimeoutException) when (!turn.IsCompleted)
        {
            Log.TurnTakesLong(log, conversationId);
            _underWay.TryAdd(turn, 0);
            _ = turn.ContinueWith(done => _underWay.TryRemove(done, out _), TaskScheduler.Default);
            return (null, activity.Id);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Task.WhenAll(_underWay.Keys).WaitAsync(cancellationToken);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            Log.TurnFailedLate(log, e);
        }
    }
}
