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
        var isFirst = true;
        foreach (var message in MessageBlocks.Of(reply))
        {
            var answer = await api.PostMessageAsync(workspace, channel, SlackIds.ThreadOf(reply.ReplyToId), message.Text, message.Blocks, cancellationToken);

            // To come back later for the rest would bring the first messages again.
            var result = ResultOf(answer, reply);
            if (result is not DeliveryResult.Sent)
                return !isFirst && result is DeliveryResult.Later ? DeliveryResult.Unknown : result;
            isFirst = false;
        }

        return DeliveryResult.Sent;
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
