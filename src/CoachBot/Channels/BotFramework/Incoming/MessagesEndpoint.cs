using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;

namespace CoachBot.Channels.BotFramework.Incoming;

/// <summary><c>POST /api/messages</c>: who calls, then what is said, then whether the one may say the other, then the turn.</summary>
internal sealed class MessagesEndpoint(
    BotFrameworkOptions options,
    CallerGate gate,
    TrustedServices services,
    TurnInbox turns,
    IHostApplicationLifetime lifetime,
    ILogger<MessagesEndpoint> log)
{
    /// <summary>Azure gives up on a request after 15 s; the turn itself goes on after this time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public async Task<IResult> PostAsync(HttpContext context)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return BotFrameworkErrors.TryLater(context.Response, "This instance is being stopped.");
        var (caller, refusal) = await gate.AdmitAsync(context);
        if (caller is null)
            return refusal!;
        var (body, fault) = await ActivityBody.ReadAsync(context.Request);
        if (body is null)
            return fault!;
        if (caller.Objection(body.Activity, services, options.RequiredEndorsements) is { } objection)
        {
            Log.CallRefused(log, StatusCodes.Status403Forbidden, objection);
            return BotFrameworkErrors.Forbidden(objection);
        }

        if (!options.ChannelIds.Contains(body.Activity.ChannelId))
            return BotFrameworkErrors.BadArgument($"Channel '{body.Activity.ChannelId}' is not served here; see BotFramework:Channels.");

        // Someone is typing: nothing to keep, and nothing that a bot would act on.
        return body.Activity.Type == ActivityTypes.Typing ? Results.Ok() : await ProcessAsync(context, body);
    }

    private async Task<IResult> ProcessAsync(HttpContext context, ActivityBody body)
    {
        var activity = body.Activity;
        var (isInvoke, expectsReplies) = (activity.Type == ActivityTypes.Invoke, activity.DeliveryMode == DeliveryModes.ExpectReplies);
        var dedupeKey = DedupeKey.Take(body);
        IncomingActivity.Normalise(activity);
        try
        {
            var outcome = await turns.ProcessAsync(activity, dedupeKey, Patience);
            return outcome?.Status switch
            {
                // A later call finds the turn done and gets its answer.
                null when isInvoke || expectsReplies => BotFrameworkErrors.TryLater(context.Response, "The turn takes long; ask again."),
                null => Results.Accepted(),
                TurnStatus.Overloaded => BotFrameworkErrors.TryLater(context.Response, "Too much waits in this conversation."),
                TurnStatus.Failed when isInvoke => BotFrameworkErrors.Failed(),
                _ when expectsReplies => Answers.Replies(outcome),
                _ when isInvoke => Answers.Invoke(outcome, dedupeKey),
                _ => Results.Ok(),
            };
        }
        catch (StorageConflictException)
        {
            return BotFrameworkErrors.TryLater(context.Response, "Too busy right now.");
        }
    }
}
