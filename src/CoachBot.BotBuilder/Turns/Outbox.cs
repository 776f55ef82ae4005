using CoachBot.BotBuilder.Schema;
using Microsoft.Extensions.Logging;

namespace CoachBot.BotBuilder.Turns;

/// <summary>Does what a committed turn still owes, in order, and marks it done in memory; the next write stores the marks.</summary>
internal sealed class Outbox(SharedDocuments shared, Mailboxes mailboxes, TurnOptions options, TimeProvider time, ILogger log)
{
    /// <summary>Messages that can still be changed: those on the screen, about.</summary>
    private const int MaxSent = 20;

    public async Task DeliverAsync(Mailbox mailbox, IChannel channel)
    {
        foreach (var entry in mailbox.Document!.Outbox.Where(entry => entry.Status == OutboxStatus.Pending))
        {
            if (!await TryDeliverAsync(mailbox, channel, entry))
                return;
        }
    }

    /// <returns>False: what follows must wait too.</returns>
    private async Task<bool> TryDeliverAsync(Mailbox mailbox, IChannel channel, OutboxEntry entry)
    {
        if (entry.Kind == OutboxKind.Change)
        {
            var deltaId = $"{mailbox.Key}#{entry.Sequence}";
            await shared.ApplyAsync(entry.Target!, deltaId, JsonDelta.Read(entry.Payload), CancellationToken.None);
            mailboxes.MarkErased(entry.Target!);
            mailbox.Amend(mailbox.Document!.WithOutbox(entry, null));
            return true;
        }

        var activity = ActivityJson.Parse(entry.Payload.Span);
        var id = activity.Id;
        var result = channel is IPushChannel push ? await PushAsync(push, mailbox.Document!, entry.Kind, activity) : DeliveryResult.Refused;
        if (result == DeliveryResult.Later && time.GetUtcNow() - activity.Timestamp > options.MaxDeliveryDelay)
            result = DeliveryResult.Refused;
        TurnTelemetry.Delivered(channel.ChannelId, result, time.GetUtcNow() - activity.Timestamp);
        switch (result)
        {
            case DeliveryResult.Later:
                return false;
            case DeliveryResult.Sent:
                var after = mailbox.Document!.WithOutbox(entry, null);
                if (entry.Kind == OutboxKind.Send && activity.Id is { } channelsId && channelsId != id)
                    after = after.WithSent(new SentActivity(id!, channelsId), MaxSent);
                mailbox.Amend(after);
                return true;
            default:
                Log.NotDelivered(log, mailbox.Key, entry.Sequence, result);
                mailbox.Amend(mailbox.Document!.WithOutbox(
                    entry, result == DeliveryResult.Unknown ? OutboxStatus.Unknown : OutboxStatus.Refused));
                return true;
        }
    }

    private static Task<DeliveryResult> PushAsync(IPushChannel channel, ConversationDocument document, OutboxKind kind, Activity activity)
    {
        if (kind == OutboxKind.Send)
            return channel.DeliverAsync(activity, CancellationToken.None);

        // An id of ours that no channel's stands for is older than we remember, or its message never arrived. Other ids came from the channel.
        activity.Id = document.Sent.FirstOrDefault(sent => sent.Id == activity.Id)?.ChannelsId ?? activity.Id;
        return kind == OutboxKind.Update
            ? channel.UpdateAsync(activity, CancellationToken.None)
            : channel.DeleteAsync(activity, CancellationToken.None);
    }
}
