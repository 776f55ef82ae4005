using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Channels.Slack.Blocks;
using CoachBot.Channels.Slack.WebApi;

namespace CoachBot.Channels.Slack;

/// <summary>Brings replies to Slack, in as many messages as they need.</summary>
internal sealed class SlackChannel(SlackWebApi api, ConversationEnds ends, ILogger<SlackChannel> log) : IPushChannel
{
    public string ChannelId => SlackIds.Channel;

    public async Task<DeliveryResult> DeliverAsync(Activity reply, CancellationToken cancellationToken)
    {
        if (reply.Type != ActivityTypes.Message)
            return DeliveryResult.Sent;

        var (workspace, channel) = SlackIds.SplitConversation(reply.Conversation?.Id ?? "");
        var (isFirst, ts) = (true, reply.Id);
        foreach (var message in MessageBlocks.Of(reply))
        {
            var answer = await api.PostMessageAsync(workspace, channel, SlackIds.ThreadOf(reply.ReplyToId), message.Text, message.Blocks, cancellationToken);

            // To come back later for the rest would bring the first messages again.
            var result = ResultOf(answer, reply);
            if (result is not DeliveryResult.Sent)
                return !isFirst && result is DeliveryResult.Later ? DeliveryResult.Unknown : result;
            isFirst = false;
            ts = Json.Text(answer.Body, "ts") ?? ts;
        }

        reply.Id = ts;
        return DeliveryResult.Sent;
    }

    /// <summary>Of a message that was divided, the last one was named and is replaced.</summary>
    public async Task<DeliveryResult> UpdateAsync(Activity activity, CancellationToken cancellationToken)
    {
        var (workspace, channel) = SlackIds.SplitConversation(activity.Conversation?.Id ?? "");
        return activity.Id is { } ts && MessageBlocks.Of(activity) is [.., var message]
            ? ResultOfChange(await api.UpdateMessageAsync(workspace, channel, ts, message.Text, message.Blocks, cancellationToken))
            : DeliveryResult.Refused;
    }

    public async Task<DeliveryResult> DeleteAsync(Activity address, CancellationToken cancellationToken)
    {
        var (workspace, channel) = SlackIds.SplitConversation(address.Conversation?.Id ?? "");
        return ResultOfChange(await api.DeleteMessageAsync(workspace, channel, address.Id ?? "", cancellationToken));
    }

    // A message that is gone is no sign that its conversation is.
    private DeliveryResult ResultOfChange(SlackAnswer answer)
    {
        if (answer.IsDone)
            return DeliveryResult.Sent;
        Log.SlackRefused(log, answer.Error);
        return answer.Outcome is SlackOutcome.Later ? DeliveryResult.Later : DeliveryResult.Refused;
    }

    private DeliveryResult ResultOf(SlackAnswer answer, Activity reply)
    {
        switch (answer.Outcome)
        {
            case SlackOutcome.Done:
                return DeliveryResult.Sent;
            case SlackOutcome.Unknown:
                return DeliveryResult.Unknown;
            case SlackOutcome.Later:
                return DeliveryResult.Later;
            case SlackOutcome.Ended:
                ends.Tell(reply, answer.Error ?? "");
                return DeliveryResult.Refused;
            default:
                Log.SlackRefused(log, answer.Error);
                return DeliveryResult.Refused;
        }
    }
}
