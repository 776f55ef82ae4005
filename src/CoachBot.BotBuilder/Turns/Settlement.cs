using Microsoft.Extensions.Logging;

namespace CoachBot.BotBuilder.Turns;

/// <summary>
/// Brings the documents of mailboxes in and what they owe out: everything around a turn that is not the turn. Whoever calls holds the
/// mailbox's turn, unless it says otherwise.
/// </summary>
internal sealed class Settlement(ConversationStore store, Mailboxes mailboxes, Outbox outbox, ILogger log)
{
    public async Task EnsureLoadedAsync(Mailbox mailbox)
    {
        if (mailbox.IsErased)
            mailbox.Forget();
        if (mailbox.Document is not null)
            return;
        var (document, etag) = await store.LoadAsync(mailbox.Key, CancellationToken.None);
        mailbox.Keep(document, etag, 0);
    }

    /// <summary>Called after the turn; documents that leave memory are stored with their marks first.</summary>
    public async Task GiveBackAsync(Mailbox mailbox)
    {
        foreach (var ahead in mailboxes.GiveBack(mailbox))
            await FlushAsync(mailboxes.Take(ahead.Key));
    }

    /// <summary>Takes the mailbox's turn itself, and gives the mailbox back.</summary>
    public async Task FlushAsync(Mailbox mailbox)
    {
        await mailbox.EnterAsync(int.MaxValue, CancellationToken.None);
        try
        {
            if (mailbox.IsAhead)
                await StoreMarksAsync(mailbox);
        }
        finally
        {
            mailbox.Leave();
            mailboxes.GiveBack(mailbox);
        }
    }

    private async Task StoreMarksAsync(Mailbox mailbox)
    {
        try
        {
            var (etag, bytes) = await store.CommitAsync(mailbox.Key, mailbox.Document!, mailbox.ETag, CancellationToken.None);
            mailbox.Keep(mailbox.Document!, etag, bytes);
        }
        catch (StorageConflictException)
        {
            // Another process has the conversation now, and with it the outbox.
            mailbox.Forget();
        }
    }

    // The turn is committed: whatever happens now, it happened, and what is still owed stays in the outbox.
    public async Task SettleAsync(Mailbox mailbox, IChannel channel)
    {
        try
        {
            await outbox.DeliverAsync(mailbox, channel);

            // A message that was sent must not be sent again by whoever takes the next turn. Changes may: they are known by their id.
            if (channel is IPushChannel && mailbox.IsAhead && mailbox.Count == 1)
                await StoreMarksAsync(mailbox);
        }
        catch (Exception e)
        {
            Log.ChangeWaits(log, mailbox.Key, e);
        }
    }

    /// <summary>Settles a conversation that has no turn now; takes its turn itself.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="channel">Its channel.</param>
    /// <param name="isOwn">This process knows what it owes; otherwise it is read anew.</param>
    public async Task SettleAsync(string key, IChannel channel, bool isOwn)
    {
        var mailbox = mailboxes.Take(key);
        await mailbox.EnterAsync(int.MaxValue, CancellationToken.None);
        try
        {
            // What another process wrote is not what this one remembers.
            if (!isOwn && !mailbox.IsAhead)
                mailbox.Forget();
            await EnsureLoadedAsync(mailbox);
            await outbox.DeliverAsync(mailbox, channel);
            if (mailbox.IsAhead)
                await StoreMarksAsync(mailbox);
        }
        catch (Exception e)
        {
            Log.ChangeWaits(log, key, e);
        }
        finally
        {
            mailbox.Leave();
            await GiveBackAsync(mailbox);
        }
    }
}
