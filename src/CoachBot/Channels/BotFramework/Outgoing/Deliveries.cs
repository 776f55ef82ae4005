using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using ChannelNames = CoachBot.BotBuilder.Connector.Channels;

namespace CoachBot.Channels.BotFramework.Outgoing;

/// <summary>Brings one reply to its Connector, in as many parts as it takes.</summary>
internal sealed class Deliveries(ConnectorClient connector, ConversationEnds ends, ILogger<Deliveries> log)
{
    /// <summary>Where the service names the message, or the last part of it, the reply gets that id.</summary>
    public Task<DeliveryResult> DeliverAsync(Activity reply, CancellationToken cancellationToken)
    {
        OutgoingActivity.Adapt(reply);
        return DeliverAsync(reply, MessageParts.Of(reply), cancellationToken);
    }

    public async Task<DeliveryResult> UpdateAsync(Activity activity, CancellationToken cancellationToken)
    {
        var id = activity.Id!;
        OutgoingActivity.Adapt(activity);
        activity.Id = id;
        return ResultOfChange(await connector.UpdateAsync(activity, cancellationToken));
    }

    public async Task<DeliveryResult> DeleteAsync(Activity address, CancellationToken cancellationToken) =>
        ResultOfChange(await connector.DeleteAsync(address, cancellationToken));

    private async Task<DeliveryResult> DeliverAsync(Activity reply, IReadOnlyList<Activity> parts, CancellationToken cancellationToken)
    {
        for (var i = 0; i < parts.Count; i++)
        {
            var answer = await SendAsync(parts[i], cancellationToken);
            if (answer.Outcome is ConnectorOutcome.TooBig && parts.Count == 1
                && MessageParts.Of(parts[0], ActivityJson.Write(parts[0]).Length / 2) is { Count: > 1 } smaller)
                return await DeliverAsync(reply, smaller, cancellationToken);

            // To come back later for the rest would bring the first parts again.
            var result = ResultOf(answer, parts[i]);
            if (result is not DeliveryResult.Sent)
                return i > 0 && result is DeliveryResult.Later ? DeliveryResult.Unknown : result;
            reply.Id = answer.Id;
        }

        return DeliveryResult.Sent;
    }

    private async Task<ConnectorAnswer> SendAsync(Activity part, CancellationToken cancellationToken)
    {
        var answer = await connector.SendAsync(part, cancellationToken);
        var isPersonal = part is { ChannelId: ChannelNames.Msteams, Conversation.IsGroup: not true };
        if (answer.Outcome is not ConnectorOutcome.NotFound || !isPersonal)
            return answer;

        // Teams forgets personal conversations now and then, and opens them again on request.
        var opened = await connector.OpenPersonalAsync(part, cancellationToken);
        if (opened is not { Outcome: ConnectorOutcome.Done, Id: { Length: > 0 } id })
            return opened.Outcome is ConnectorOutcome.Done or ConnectorOutcome.Unknown ? answer : opened;
        (part.Conversation!.Id, part.ReplyToId) = (id, null);
        return await connector.SendAsync(part, cancellationToken);
    }

    // A message that is gone is no sign that its conversation is.
    private DeliveryResult ResultOfChange(ConnectorAnswer answer)
    {
        if (answer.Outcome is ConnectorOutcome.Done)
            return DeliveryResult.Sent;
        Log.NotTaken(log, answer.Outcome, answer.Code);
        return answer.Outcome is ConnectorOutcome.Later ? DeliveryResult.Later : DeliveryResult.Refused;
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
