using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using ChannelNames = CoachBot.BotBuilder.Connector.Channels;

namespace CoachBot.Channels.BotFramework.Outgoing;

/// <summary>Brings one reply to its Connector, in as many parts as it takes.</summary>
internal sealed class Deliveries(ConnectorClient connector, ConversationEnds ends, ILogger<Deliveries> log)
{
    public Task<DeliveryResult> DeliverAsync(Activity reply, CancellationToken cancellationToken)
    {
        OutgoingActivity.Adapt(reply);
        return DeliverAsync(MessageParts.Of(reply), cancellationToken);
    }

    private async Task<DeliveryResult> DeliverAsync(IReadOnlyList<Activity> parts, CancellationToken cancellationToken)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var answer = await SendAsync(parts[i], cancellationToken);
            if (answer.Outcome is ConnectorOutcome.TooBig && parts.Count == 1
                && MessageParts.Of(parts[0], ActivityJson.Write(parts[0]).Length / 2) is { Count: > 1 } smaller)
                return await DeliverAsync(smaller, cancellationToken);

            // To come back later for the rest would bring the first parts again.
            var result = ResultOf(answer, parts[i]);
            if (result is not DeliveryResult.Sent)
                return i > 0 && result is DeliveryResult.Later ? DeliveryResult.Unknown : result;
        }

        return DeliveryResult.Sent;
    }

    private async Task<ConnectorAnswer> SendAsync(Activity part, CancellationToken cancellationToken)
    {
        var answer = await connector.SendAsync(part, cancellationToken);
        if (answer.Outcome is not ConnectorOutcome.NotFound || part is not { ChannelId: ChannelNames.Msteams, Conversation.IsGroup: not true })
            return answer;

        // Teams forgets personal conversations now and then, and opens them again on request.
        var opened = await connector.OpenPersonalAsync(part, cancellationToken);
        if (opened is not { Outcome: ConnectorOutcome.Done, Id: { Length: > 0 } id })
            return opened.Outcome is ConnectorOutcome.Done or ConnectorOutcome.Unknown ? answer : opened;
        (part.Conversation!.Id, part.ReplyToId) = (id, null);
        return await connector.SendAsync(part, cancellationToken);
    }

    private DeliveryResult ResultOf(ConnectorAnswer answer, Activity reply)
    {
        switch (answer.Outcome)
        {
            case ConnectorOutcome.Done:
                return DeliveryResult.Sent;
            case ConnectorOutcome.Unknown:
                return DeliveryResult.Unknown;
            case ConnectorOutcome.Later:
                return DeliveryResult.Later;
            case ConnectorOutcome.Ended or ConnectorOutcome.NotFound:
                ends.Tell(reply, answer.Code ?? answer.Outcome.ToString());
                return DeliveryResult.Refused;
            default:
                Log.NotTaken(log, answer.Outcome, answer.Code);
                return DeliveryResult.Refused;
        }
    }
}
