using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels.DirectLine;

/// <summary>Hands activities to the engine and waits a while for the commit.</summary>
internal sealed class ConversationTurns(TurnEngine engine, TurnInbox inbox, TimeProvider time)
{
    /// <summary>Clients show "Send failed" after 20 s; the turn itself goes on after this time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    private static readonly ChannelAccount Bot = new(id: "coach", name: "CoachBot", role: RoleTypes.Bot);

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

        var outcome = await inbox.ProcessAsync(activity, dedupeKey, Patience);
        return (outcome, outcome?.ActivityId ?? activity.Id);
    }
}
