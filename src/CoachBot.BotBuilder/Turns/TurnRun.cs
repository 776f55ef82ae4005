using System.Text.Json;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Turns;

/// <summary>One try at one turn: it starts from a document and ends in the next one. Thrown away on a conflict.</summary>
internal sealed class TurnRun : IConversationEraser
{
    private readonly ConversationDocument _before;
    private readonly bool _isLogged;
    private readonly List<Activity> _replies = [];

    /// <summary>What leaves, or for a logged channel is logged, in the order in which the bot did it.</summary>
    private readonly List<OutboxEntry> _entries = [];
    private bool _erased;
    private long _sequence;

    public TurnRun(ConversationDocument before, Activity activity, bool isLogged, SharedDocuments shared)
    {
        _before = before;
        _isLogged = isLogged;
        _sequence = before.LastSequence;
        Activity = activity;
        ConversationId = activity.Conversation!.Id!;
        if (isLogged)
            activity.Id = ActivityId(++_sequence);
        ActivityJsonBytes = ActivityJson.Write(activity);
        Storage = new TurnStorage(before, $"{activity.ChannelId}/conversations/{ConversationId}", shared);
    }

    public Activity Activity { get; }

    public string ConversationId { get; }

    public TurnStorage Storage { get; }

    public IReadOnlyList<Activity> Replies => _replies;

    public InvokeResponse? InvokeResponse { get; private set; }

    /// <summary>The incoming activity as it was before the bot could change it.</summary>
    private ReadOnlyMemory<byte> ActivityJsonBytes { get; }

    // Clients take their own activity as sent when they see it come back. What we sent ourselves to speak first has no sender.
    private bool IsEchoed => Activity.Type is ActivityTypes.Message or ActivityTypes.Event && Activity.RelatesTo is null;

    private bool ExpectsReplies => Activity.DeliveryMode == DeliveryModes.ExpectReplies;

    public ResourceResponse Collect(Activity reply)
    {
        if (reply.Type == ActivityTypesEx.InvokeResponse)
        {
            InvokeResponse = reply.Value as InvokeResponse;
            return new ResourceResponse();
        }

        // A trace is for a debugger, and there is none; typing and delays would arrive together with what they announce.
        if (reply.Type is ActivityTypes.Trace or ActivityTypes.Typing or ActivityTypesEx.Delay)
            return new ResourceResponse();

        reply.Id = ActivityId(++_sequence);
        reply.Timestamp = Activity.Timestamp;
        _replies.Add(reply);
        _entries.Add(new OutboxEntry(_sequence, OutboxKind.Send, null, ActivityJson.Write(reply)));
        return new ResourceResponse(reply.Id);
    }

    /// <exception cref="NotSupportedException">Clients that read a log have read it.</exception>
    public ResourceResponse Update(Activity activity)
    {
        Owe(OutboxKind.Update, activity);
        return new ResourceResponse(activity.Id!);
    }

    /// <inheritdoc cref="Update"/>
    public void Delete(ConversationReference reference)
    {
        var address = new Activity(ActivityTypes.MessageDelete).ApplyConversationReference(reference);
        address.Id = reference.ActivityId;
        Owe(OutboxKind.Delete, address);
    }

    public void Erase() => _erased = true;

    /// <summary>The next document, and what is new in its log.</summary>
    public async Task<(ConversationDocument Document, IReadOnlyList<LoggedActivity> Logged)> FinishAsync(
        string dedupeKey, TurnOptions options, CancellationToken cancellationToken)
    {
        var document = _erased
            ? ConversationDocument.Empty with { Handled = [.. _before.Handled.Select(handled => handled with { Replies = default })] }
            : Storage.ApplyTo(_before);
        foreach (var (key, delta) in await Storage.SharedChangesAsync(cancellationToken))
            document = document with { Outbox = document.Outbox.Add(new OutboxEntry(++_sequence, OutboxKind.Change, key, delta)) };

        return Seal(document with { FailuresInARow = 0 }, dedupeKey, options);
    }

    /// <summary>The document of a turn whose bot failed: only what was said about it is kept, and the state if it may be sound.</summary>
    public (ConversationDocument Document, IReadOnlyList<LoggedActivity> Logged) FinishFailed(
        string dedupeKey, bool dropState, TurnOptions options)
    {
        var document = dropState
            ? _before with { State = _before.State.Clear(), FailuresInARow = 0 }
            : _before with { FailuresInARow = _before.FailuresInARow + 1 };
        return Seal(document, dedupeKey, options);
    }

    private (ConversationDocument Document, IReadOnlyList<LoggedActivity> Logged) Seal(
        ConversationDocument document, string dedupeKey, TurnOptions options)
    {
        var logged = new List<LoggedActivity>();
        if (_isLogged)
        {
            if (!_erased && IsEchoed)
                logged.Add(new LoggedActivity(_before.LastSequence + 1, ActivityJsonBytes));
            logged.AddRange(_entries.Select(reply => new LoggedActivity(reply.Sequence, reply.Payload)));
            document = document.WithLog(logged, options.MaxLogEntries, options.MaxLogBytes);
        }
        else
        {
            var owed = _entries.Where(entry => entry.Kind != OutboxKind.Send || !ExpectsReplies);
            document = document with { Outbox = document.Outbox.AddRange(owed) };
        }

        var handled = new HandledActivity(dedupeKey, Activity.Id, InvokeJson(), ExpectsReplies ? RepliesJson() : default);
        document = document.WithHandled(handled, options.MaxHandled) with
        {
            Damage = null,
            LastSequence = _sequence,
            Reference = JsonSerializer.SerializeToUtf8Bytes(Activity.GetConversationReference(), ActivityJson.Default.ConversationReference),
        };
        return (document, logged);
    }

    // Direct Line's own shape, so that clients which order by id do so rightly.
    private string ActivityId(long sequence) => $"{ConversationId}|{sequence:D7}";

    private void Owe(OutboxKind kind, Activity activity)
    {
        if (_isLogged)
            throw new NotSupportedException($"A message in channel '{activity.ChannelId}' cannot be changed once it was sent.");
        if (string.IsNullOrEmpty(activity.Id))
            throw new ArgumentException("The activity to change has no id.", nameof(activity));
        _entries.Add(new OutboxEntry(++_sequence, kind, null, ActivityJson.Write(activity)));
    }

    private ReadOnlyMemory<byte> InvokeJson() =>
        InvokeResponse is null ? default : JsonSerializer.SerializeToUtf8Bytes(WireJson.ToNode(InvokeResponse));

    private ReadOnlyMemory<byte> RepliesJson() => JsonSerializer.SerializeToUtf8Bytes(_replies, ActivityJson.Default.IListActivity);
}
