using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder;

/// <summary>Tells the telemetry client of every activity received, sent, updated and deleted.</summary>
public class TelemetryLoggerMiddleware : IMiddleware
{
    /// <param name="telemetryClient">Where events go; nowhere when null.</param>
    /// <param name="logPersonalInformation">Add names and what was said. Off by default: this is health data.</param>
    public TelemetryLoggerMiddleware(IBotTelemetryClient? telemetryClient, bool logPersonalInformation = false)
    {
        TelemetryClient = telemetryClient ?? NullBotTelemetryClient.Instance;
        LogPersonalInformation = logPersonalInformation;
    }

    public IBotTelemetryClient TelemetryClient { get; }

    public bool LogPersonalInformation { get; }

    public virtual async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        await OnReceiveActivityAsync(turnContext.Activity, cancellationToken);
        turnContext.OnSendActivities(async (_, activities, send) =>
        {
            var responses = await send();
            foreach (var activity in activities)
                await OnSendActivityAsync(activity, cancellationToken);
            return responses;
        });
        turnContext.OnUpdateActivity(async (_, activity, update) =>
        {
            var response = await update();
            await OnUpdateActivityAsync(activity, cancellationToken);
            return response;
        });
        turnContext.OnDeleteActivity(async (_, reference, delete) =>
        {
            await delete();
            var deletion = new Activity(ActivityTypes.MessageDelete, reference.ActivityId).ApplyConversationReference(reference);
            await OnDeleteActivityAsync(deletion, cancellationToken);
        });
        if (next is not null)
            await next(cancellationToken);
    }

    protected virtual Task OnReceiveActivityAsync(Activity activity, CancellationToken cancellation) =>
        Track(TelemetryLoggerConstants.BotMsgReceiveEvent, activity);

    protected virtual Task OnSendActivityAsync(Activity activity, CancellationToken cancellation) =>
        Track(TelemetryLoggerConstants.BotMsgSendEvent, activity);

    protected virtual Task OnUpdateActivityAsync(Activity activity, CancellationToken cancellation) =>
        Track(TelemetryLoggerConstants.BotMsgUpdateEvent, activity);

    protected virtual Task OnDeleteActivityAsync(Activity activity, CancellationToken cancellation) =>
        Track(TelemetryLoggerConstants.BotMsgDeleteEvent, activity);

    private Task Track(string eventName, Activity activity)
    {
        var properties = new Dictionary<string, string?>
        {
            ["type"] = activity.Type,
            ["channelId"] = activity.ChannelId,
            ["conversationId"] = activity.Conversation?.Id,
            ["fromId"] = activity.From?.Id,
            ["recipientId"] = activity.Recipient?.Id,
            ["replyActivityId"] = activity.ReplyToId,
            ["locale"] = activity.Locale,
        };
        if (LogPersonalInformation)
        {
            properties["conversationName"] = activity.Conversation?.Name;
            properties["fromName"] = activity.From?.Name;
            properties["recipientName"] = activity.Recipient?.Name;
            properties["text"] = activity.Text;
            properties["speak"] = activity.Speak;
        }

        var known = properties
            .Where(property => property.Value is not null)
            .ToDictionary(property => property.Key, property => property.Value!);
        TelemetryClient.TrackEvent(eventName, known);
        return Task.CompletedTask;
    }
}

public static class TelemetryLoggerConstants
{
    public const string BotMsgReceiveEvent = "BotMessageReceived";
    public const string BotMsgSendEvent = "BotMessageSend";
    public const string BotMsgUpdateEvent = "BotMessageUpdate";
    public const string BotMsgDeleteEvent = "BotMessageDelete";
}
