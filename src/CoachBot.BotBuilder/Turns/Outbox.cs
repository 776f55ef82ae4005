using CoachBot.BotBuilder.Schema;
using Microsoft.Extensions.Logging;

namespace CoachBot.BotBuilder.Turns;

/// <summary>Does what a committed turn still owes, in order, and marks it done in memory; the next write stores the marks.</summary>
internal sealed class Outbox(SharedDocuments shared, Mailboxes mailboxes, ILogger log)
{
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
            var id = $"{mailbox.Key}#{entry.Sequence}";
            await shared.ApplyAsync(entry.Target!, id, JsonDelta.Read(entry.Payload), CancellationToken.None);
            mailboxes.MarkErased(entry.Target!);
            mailbox.Amend(mailbox.Document!.WithOutbox(entry, null));
            return true;
        }

        var result = channel is IPushChannel push
            ? await push.DeliverAsync(ActivityJson.Parse(entry.Payload.Span), CancellationToken.None)
            : DeliveryResult.Refused;
        switch (result)
        {
            case DeliveryResult.Later:
                return false;
            case DeliveryResult.Sent:
                mailbox.Amend(mailbox.Document!.WithOutbox(entry, null));
                return true;
            default:
                Log.NotDelivered(log, mailbox.Key, entry.Sequence, result);
                mailbox.Amend(mailbox.Document!.WithOutbox(
                    entry, result == DeliveryResult.Unknown ? OutboxStatus.Unknown : OutboxStatus.Refused));
                return true;
        }
    }
}
