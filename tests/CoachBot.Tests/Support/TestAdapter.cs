using System.Globalization;
using System.Security.Claims;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Adapters;

/// <summary>An adapter that keeps what the bot sends in a queue.</summary>
public class TestAdapter : BotAdapter
{
    private readonly bool _sendTraceActivity;
    private readonly object _queueLock = new();
    private readonly TimeProvider _time = TimeProvider.System;
    private TaskCompletionSource _arrival = NewArrival();
    private int _nextId;

    public TestAdapter(string channelId, bool sendTraceActivity = false)
        : this((ConversationReference?)null, sendTraceActivity) => Conversation.ChannelId = channelId;

    /// <param name="conversation">Where the turns take place; channel "test" and "Conversation1" by default.</param>
    /// <param name="sendTraceActivity">Whether traces are kept too.</param>
    public TestAdapter(ConversationReference? conversation = null, bool sendTraceActivity = false)
    {
        _sendTraceActivity = sendTraceActivity;
        Conversation = conversation ?? new ConversationReference
        {
            ChannelId = "test",
            ServiceUrl = "https://test.com",
            User = new ChannelAccount("user1", "User1"),
            Bot = new ChannelAccount("bot", "Bot"),
            Conversation = new ConversationAccount(false, id: "Conversation1", name: "Conversation1"),
        };
    }

    public Queue<Activity> ActiveQueue { get; } = new();

    public ConversationReference Conversation { get; set; }

    /// <summary>Of the activities made from text.</summary>
    public string Locale { get; set; } = "en-us";

    public bool EnableTrace { get; set; }

    public static ConversationReference CreateConversation(string name, string user = "User1", string bot = "Bot") => new()
    {
        ChannelId = "test",
        ServiceUrl = "https://test.com",
        Conversation = new ConversationAccount(false, id: name, name: name),
        User = new ChannelAccount(user.ToLowerInvariant(), user),
        Bot = new ChannelAccount(bot.ToLowerInvariant(), bot),
    };

    public new TestAdapter Use(IMiddleware middleware)
    {
        base.Use(middleware);
        return this;
    }

    /// <summary>Runs a turn, after filling in what the activity lacks.</summary>
    public async Task<InvokeResponse?> ProcessActivityAsync(
        Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken = default)
    {
        Complete(activity);
        using var context = new TurnContext(this, activity);
        return await RunAsync(context, callback, cancellationToken);
    }

    public override async Task<InvokeResponse?> ProcessActivityAsync(
        ClaimsIdentity claimsIdentity, Activity activity, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        Complete(activity);
        using var context = new TurnContext(this, activity);
        context.TurnState.Add(BotIdentityKey, claimsIdentity);
        return await RunAsync(context, callback, cancellationToken);
    }

    public override async Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        if (activities.Length == 0)
        {
            throw new ArgumentException("Expecting one or more activities, but the array was empty.", nameof(activities));
        }

        var responses = new ResourceResponse[activities.Length];
        for (var index = 0; index < activities.Length; index++)
        {
            var activity = activities[index];
            activity.Id = string.IsNullOrEmpty(activity.Id) ? NextId() : activity.Id;
            activity.Timestamp ??= _time.GetUtcNow();
            await DeliverAsync(activity, cancellationToken);
            responses[index] = new ResourceResponse(activity.Id);
        }

        return responses;
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        var found = Rebuild(queued => queued.Id == activity.Id ? activity : queued, activity.Id);
        return Task.FromResult(found ? new ResourceResponse(activity.Id) : new ResourceResponse());
    }

    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Rebuild(queued => queued.Id == reference.ActivityId ? null : queued, reference.ActivityId);
        return Task.CompletedTask;
    }

    /// <summary>Empties the queue and starts another conversation.</summary>
    public Task CreateConversationAsync(string channelId, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        ActiveQueue.Clear();
        var update = (Activity)Activity.CreateConversationUpdateActivity();
        update.ChannelId = channelId;
        update.Conversation = new ConversationAccount(id: "new-" + NextId());
        return callback(new TurnContext(this, update), cancellationToken);
    }

    /// <returns>Null when the bot has sent nothing more.</returns>
    public IActivity? GetNextReply()
    {
        lock (_queueLock)
        {
            return ActiveQueue.TryDequeue(out var reply) ? reply : null;
        }
    }

    /// <summary>Waits for a reply as long as the token allows.</summary>
    public async Task<IActivity> GetNextReplyAsync(CancellationToken cancellationToken = default)
    {
        while (true)
        {
            Task arrival;
            lock (_queueLock)
            {
                if (ActiveQueue.TryDequeue(out var reply))
                {
                    return reply;
                }

                arrival = _arrival.Task;
            }

            await arrival.WaitAsync(cancellationToken);
        }
    }

    public Activity MakeActivity(string? text = null) => new()
    {
        Type = ActivityTypes.Message,
        Locale = Locale ?? "en-us",
        From = Conversation.User,
        Recipient = Conversation.Bot,
        Conversation = Conversation.Conversation,
        ServiceUrl = Conversation.ServiceUrl,
        Id = NextId(),
        Text = text,
    };

    public virtual Task SendTextToBotAsync(string userSays, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        ProcessActivityAsync(MakeActivity(userSays), callback, cancellationToken);

    private async Task<InvokeResponse?> RunAsync(TurnContext context, BotCallbackHandler callback, CancellationToken cancellationToken)
    {
        await RunPipelineAsync(context, callback, cancellationToken);
        return context.Activity.Type == ActivityTypes.Invoke
            ? context.TurnState.Get<Activity>(InvokeResponseKey)?.Value as InvokeResponse
                ?? new InvokeResponse { Status = 501 }
            : null;
    }

    private void Complete(Activity activity)
    {
        activity.Type ??= ActivityTypes.Message;
        activity.ChannelId ??= Conversation.ChannelId;
        if (activity.From == null || activity.From.Id == "unknown" || activity.From.Role == RoleTypes.Bot)
        {
            activity.From = Conversation.User;
        }

        activity.Recipient = Conversation.Bot;
        activity.Conversation = Conversation.Conversation;
        activity.ServiceUrl = Conversation.ServiceUrl;
        activity.Id = NextId();
        if (activity.Timestamp == null || activity.Timestamp == default(DateTimeOffset))
        {
            activity.Timestamp = _time.GetUtcNow();
        }
    }

    private async Task DeliverAsync(Activity activity, CancellationToken cancellationToken)
    {
        if (activity.Type == ActivityTypesEx.Delay)
        {
            var delayMs = Convert.ToInt32(activity.Value, CultureInfo.InvariantCulture);
            await Task.Delay(TimeSpan.FromMilliseconds(delayMs), _time, cancellationToken);
        }
        else if (activity.Type != ActivityTypes.Trace || _sendTraceActivity || EnableTrace)
        {
            Enqueue(activity);
        }
    }

    private void Enqueue(Activity activity)
    {
        lock (_queueLock)
        {
            ActiveQueue.Enqueue(activity);
            _arrival.TrySetResult();
            _arrival = NewArrival();
        }
    }

    private bool Rebuild(Func<Activity, Activity?> change, string? id)
    {
        lock (_queueLock)
        {
            var before = ActiveQueue.ToArray();
            ActiveQueue.Clear();
            foreach (var queued in before)
            {
                if (change(queued) is { } kept)
                {
                    ActiveQueue.Enqueue(kept);
                }
            }

            return Array.Exists(before, queued => queued.Id == id);
        }
    }

    private string NextId() => (Interlocked.Increment(ref _nextId) - 1).ToString(CultureInfo.InvariantCulture);

    private static TaskCompletionSource NewArrival() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
