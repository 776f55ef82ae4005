using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels;

/// <summary>
/// Tells the bot, by an <c>endOfConversation</c> of our own, that nothing it says arrives any more, so that it stops what it had
/// planned to say. The next message from the runner opens the conversation again.
/// </summary>
internal sealed class ConversationEnds(IServiceProvider services, TimeProvider time)
{
    private const string IdPrefix = "unreachable:";

    /// <param name="reply">The reply that was refused.</param>
    /// <param name="code">The service's word for why.</param>
    public void Tell(Activity reply, string code)
    {
        // What the bot says to that very news is refused too.
        if (reply.ReplyToId?.StartsWith(IdPrefix, StringComparison.Ordinal) == true)
            return;

        var end = new Activity(ActivityTypes.EndOfConversation)
        {
            Id = $"{IdPrefix}{reply.ReplyToId}:{time.GetUtcNow():O}",
            Code = EndOfConversationCodes.ChannelFailed,
            Text = code,
            ChannelId = reply.ChannelId,
            ServiceUrl = reply.ServiceUrl,
            Conversation = reply.Conversation,
            From = reply.Recipient,
            Recipient = reply.From,
            Locale = reply.Locale,
        };

        // Not awaited: it waits for the turn that is delivering right now. And asked for late, since the engine asks for us.
        services.GetRequiredService<TurnInbox>().Post(end, end.Id);
    }
}
