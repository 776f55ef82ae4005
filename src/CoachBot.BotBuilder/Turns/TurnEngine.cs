using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;
using Microsoft.Extensions.Logging;

namespace CoachBot.BotBuilder.Turns;

/// <summary>
/// Takes an activity through a turn: one at a time per conversation, one conditional write, replies only after it, and each
/// activity changes state once however often it arrives. A turn is a function of the document, the activity and the time,
/// so that it can be played again when another process wrote first.
/// </summary>
public sealed class TurnEngine : IAsyncDisposable
{
    private readonly TurnOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<TurnEngine> _log;
    private readonly TurnAdapter _adapter = new();
    private readonly ConversationStore _store;
    private readonly SharedDocuments _shared;
    private readonly Mailboxes _mailboxes;
    private readonly Outbox _outbox;
    private readonly LastingKeys _waiting;
    private readonly Settlement _settlement;
    private readonly BotTurns _turns;
    private readonly Dictionary<string, IChannel> _channels = new(StringComparer.Ordinal);

    public TurnEngine(IStorage storage, IBot bot, TurnOptions options, TimeProvider time, ILogger<TurnEngine> log)
    {
        (_options, _time, _log) = (options, time, log);
        var quarantine = new Quarantine(storage, log);
        _store = new ConversationStore(storage, quarantine);
        _shared = new SharedDocuments(storage, quarantine, options.MaxCachedBytes / 4, time);
        _mailboxes = new Mailboxes(options.MaxCachedBytes);
        _outbox = new Outbox(_shared, _mailboxes, options, time, log);
        _waiting = new LastingKeys(storage, ConversationStore.Prefix, waitingOnly: true);
        _settlement = new Settlement(_store, _mailboxes, _outbox, log);
        _turns = new BotTurns(bot, _adapter, _shared, options, log);
    }

    public TurnEngine Use(IMiddleware middleware)
    {
        _adapter.Use(middleware);
        return this;
    }

    /// <exception cref="ArgumentException">There is a channel of this id already.</exception>
    public TurnEngine AddChannel(IChannel channel)
    {
        ArgumentNullException.ThrowIfNull(channel);
        _channels.Add(channel.ChannelId, channel);
        return this;
    }

    public bool HasChannel(string channelId) => _channels.ContainsKey(channelId);

    /// <summary>Runs the turn, or waits for those before it.</summary>
    /// <param name="activity">Needs a channel that was added, a conversation and, where no key is given, an id.</param>
    /// <param name="dedupeKey">What a repetition of this activity would carry too; by default its id.</param>
    /// <param name="cancellationToken">Gives up waiting. A turn that began is finished.</param>
    /// <exception cref="ArgumentException">The activity lacks what is needed.</exception>
    /// <exception cref="StorageConflictException">Other processes kept writing first.</exception>
    public async Task<TurnOutcome> ProcessAsync(
        Activity activity, string? dedupeKey = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(activity);
        var (channel, conversationId) = AddressOf(activity);
        dedupeKey ??= activity.Id ?? throw new ArgumentException("The activity has no id to know a repetition by.", nameof(activity));
        using var span = TurnTelemetry.Begin(channel.ChannelId);
        var mailbox = _mailboxes.Take(ConversationStore.Key(channel.ChannelId, conversationId));
        try
        {
            if (!await mailbox.EnterAsync(_options.MaxWaiting, cancellationToken))
                return span.End(new TurnOutcome(TurnStatus.Overloaded, null, [], null));
            try
            {
                return span.End(await ProcessInTurnAsync(mailbox, channel, activity, dedupeKey));
            }
            finally
            {
                mailbox.Leave();
            }
        }
        finally
        {
            await _settlement.GiveBackAsync(mailbox);
        }
    }

    /// <summary>What a conversation of a logged channel holds; null if it never had a turn.</summary>
    public async Task<ConversationLog?> ReadLogAsync(
        string channelId, string conversationId, CancellationToken cancellationToken = default)
    {
        var mailbox = _mailboxes.Take(ConversationStore.Key(channelId, conversationId));
        try
        {
            var known = _options.SharesStorage || mailbox.IsErased ? null : mailbox.Document;
            var document = known ?? (await _store.LoadAsync(mailbox.Key, cancellationToken)).Document;
            return document.LastSequence == 0 ? null : new ConversationLog(document.Log, document.LastSequence);
        }
        finally
        {
            await _settlement.GiveBackAsync(mailbox);
        }
    }

    /// <summary>
    /// Does what committed turns still owe where no next turn comes to do it: replies that a channel wanted later, and what a
    /// process that died left behind. To be called now and then, by every process; two that meet do it once or find the conflict.
    /// </summary>
    public async Task SweepAsync(CancellationToken cancellationToken = default)
    {
        var own = _mailboxes.Unsettled();
        foreach (var key in own)
            await SettleAsync(key, isOwn: true);
        var still = await _waiting.StillThereAsync(cancellationToken);
        TurnTelemetry.Swept(own.Union(still).Count());
        foreach (var key in still)
        {
            if (!own.Contains(key))
                await SettleAsync(key, isOwn: false);
        }
    }

    /// <summary>
    /// Deletes all that is kept of a conversation: state, log, address, and the ids of what was handled. What its turns changed of
    /// documents that others share is done first.
    /// </summary>
    /// <exception cref="ArgumentException">No such channel was added.</exception>
    public async Task DeleteAsync(string channelId, string conversationId, CancellationToken cancellationToken = default)
    {
        var (channel, _) = AddressOf(new Activity { ChannelId = channelId, Conversation = new ConversationAccount(id: conversationId) });
        var mailbox = _mailboxes.Take(ConversationStore.Key(channelId, conversationId));
        await mailbox.EnterAsync(int.MaxValue, cancellationToken);
        try
        {
            await _settlement.EnsureLoadedAsync(mailbox);
            await _outbox.DeliverAsync(mailbox, channel);
            await _store.DeleteAsync(mailbox.Key, cancellationToken);
            mailbox.Forget();
        }
        finally
        {
            mailbox.Leave();
            await _settlement.GiveBackAsync(mailbox);
        }
    }

    /// <summary>Stores the delivery marks that were waiting for a next write.</summary>
    public async ValueTask DisposeAsync()
    {
        foreach (var key in _mailboxes.Ahead())
            await _settlement.FlushAsync(_mailboxes.Take(key));
        _mailboxes.Dispose();
        _shared.Dispose();
    }

    private async Task<TurnOutcome> ProcessInTurnAsync(Mailbox mailbox, IChannel channel, Activity activity, string dedupeKey)
    {
        activity.Timestamp ??= _time.GetUtcNow();
        var original = ActivityJson.Write(activity);
        var published = mailbox.Document?.LastSequence ?? 0;
        for (var attempt = 1; ; attempt++)
        {
            await _settlement.EnsureLoadedAsync(mailbox);
            if (mailbox.Document!.FindHandled(dedupeKey) is { } handled)
            {
                // Our own write, whose answer was lost on the way: its entries were not passed on yet.
                if (attempt > 1 && channel is ILoggedChannel logged)
                    logged.Publish(activity.Conversation!.Id!, [.. mailbox.Document.Log.Where(entry => entry.Sequence > published)]);
                return await AnswerAsRecordedAsync(mailbox, channel, handled);
            }

            // What an earlier process left undone comes first: this turn must see its changes, and may not overtake its replies.
            await _outbox.DeliverAsync(mailbox, channel);
            try
            {
                return await RunAsync(mailbox, channel, attempt == 1 ? activity : ActivityJson.Parse(original), dedupeKey);
            }
            catch (StorageConflictException) when (attempt < _options.MaxReplays)
            {
                Log.Replaying(_log, mailbox.Key, attempt);
                TurnTelemetry.Replayed(channel.ChannelId);
                mailbox.Forget();
                await Task.Delay(Backoff(mailbox.Key, attempt), _time);
            }
            catch
            {
                mailbox.Forget();
                throw;
            }
        }
    }

    private async Task<TurnOutcome> RunAsync(Mailbox mailbox, IChannel channel, Activity activity, string dedupeKey)
    {
        var before = mailbox.Document!;
        var run = new TurnRun(before, activity, channel is ILoggedChannel, _shared);
        var status = TurnStatus.Done;
        (ConversationDocument Document, IReadOnlyList<LoggedActivity> Logged) after;
        try
        {
            if (before.Damage is { } damage)
                throw damage;
            await _turns.PlayAsync(run);
            after = await run.FinishAsync(dedupeKey, _options, CancellationToken.None);
        }
        catch (Exception e) when (run.Storage.Fault is null && e is not StorageConflictException)
        {
            Log.TurnFailed(_log, mailbox.Key, e);
            (run, after) = await _turns.ExplainFailureAsync(before, run.Activity, channel, e, dedupeKey);
            status = TurnStatus.Failed;
        }

        var (etag, bytes) = await _store.CommitAsync(mailbox.Key, after.Document, mailbox.ETag, CancellationToken.None);
        mailbox.Keep(after.Document, etag, bytes);
        if (channel is ILoggedChannel logged && after.Logged.Count > 0)
            logged.Publish(run.ConversationId, after.Logged);
        await _settlement.SettleAsync(mailbox, channel);
        return new TurnOutcome(status, run.Activity.Id, run.Replies, run.InvokeResponse) { Delivery = DeliveryOf(mailbox, before.LastSequence) };
    }

    private Task SettleAsync(string key, bool isOwn) => _channels.TryGetValue(ConversationStore.ChannelOf(key), out var channel)
        ? _settlement.SettleAsync(key, channel, isOwn)
        : Task.CompletedTask;

    private async Task<TurnOutcome> AnswerAsRecordedAsync(Mailbox mailbox, IChannel channel, HandledActivity handled)
    {
        Log.Duplicate(_log, mailbox.Key);
        await _settlement.SettleAsync(mailbox, channel);
        IList<Activity> replies = handled.Replies.IsEmpty ? [] : JsonSerializer.Deserialize(handled.Replies.Span, ActivityJson.Default.IListActivity)!;
        var invoke = handled.InvokeResponse.IsEmpty ? null : WireJson.Convert<InvokeResponse>(JsonNode.Parse(handled.InvokeResponse.Span));
        return new TurnOutcome(TurnStatus.Duplicate, handled.ActivityId, [.. replies], invoke)
        {
            Delivery = mailbox.Document?.HasPending == true ? DeliveryResult.Later : DeliveryResult.Sent,
        };
    }

    private static DeliveryResult DeliveryOf(Mailbox mailbox, long before)
    {
        var left = mailbox.Document?.Outbox.Where(entry => entry.Kind == OutboxKind.Send && entry.Sequence > before).Select(entry => entry.Status).ToList() ?? [];
        return left.Contains(OutboxStatus.Pending) ? DeliveryResult.Later
            : left.Contains(OutboxStatus.Refused) ? DeliveryResult.Refused
            : left.Contains(OutboxStatus.Unknown) ? DeliveryResult.Unknown
            : DeliveryResult.Sent;
    }

    private (IChannel Channel, string ConversationId) AddressOf(Activity activity)
    {
        if (activity.Conversation?.Id is not { Length: > 0 } conversationId)
            throw new ArgumentException("The activity has no conversation.", nameof(activity));
        return _channels.TryGetValue(activity.ChannelId ?? "", out var channel)
            ? (channel, conversationId)
            : throw new ArgumentException($"No channel '{activity.ChannelId}' was added to the engine.", nameof(activity));
    }

    // String hashes differ from process to process, so that two that collided once wait different times.
    private static TimeSpan Backoff(string key, int attempt)
    {
        var jitter = ((uint)HashCode.Combine(key, attempt) % 1000) / 1000.0;
        return TimeSpan.FromMilliseconds(10 * Math.Pow(2, attempt - 1) * (0.5 + jitter));
    }
}
