using CoachBot.BotBuilder.Schema;
using Trace = System.Diagnostics.Trace;

namespace CoachBot.BotBuilder;

/// <summary>Logs what comes in and what goes out, updates and deletions too, when the turn is over.</summary>
public class TranscriptLoggerMiddleware : IMiddleware
{
    private readonly ITranscriptLogger _logger;
    private readonly TimeProvider _time;

    public TranscriptLoggerMiddleware(ITranscriptLogger transcriptLogger)
        : this(transcriptLogger, TimeProvider.System)
    {
    }

    /// <param name="transcriptLogger">The logger.</param>
    /// <param name="time">Stamps activities that have no time.</param>
    public TranscriptLoggerMiddleware(ITranscriptLogger transcriptLogger, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(transcriptLogger);
        ArgumentNullException.ThrowIfNull(time);
        _logger = transcriptLogger;
        _time = time;
    }

    public async Task OnTurnAsync(ITurnContext turnContext, NextDelegate next, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var transcript = new List<Activity>();
        LogIncoming(turnContext.Activity, transcript);
        turnContext.OnSendActivities(async (_, activities, send) =>
        {
            var responses = await send();
            foreach (var activity in activities)
                Log(Copy(activity), transcript, turnContext.Activity);
            return responses;
        });
        turnContext.OnUpdateActivity(async (_, activity, update) =>
        {
            var response = await update();
            var copy = Copy(activity);
            copy.Type = ActivityTypes.MessageUpdate;
            Log(copy, transcript, turnContext.Activity);
            return response;
        });
        turnContext.OnDeleteActivity(async (_, reference, delete) =>
        {
            await delete();
            var deletion = new Activity(ActivityTypes.MessageDelete, reference.ActivityId).ApplyConversationReference(reference);
            Log(deletion, transcript, turnContext.Activity);
        });

        try
        {
            await next(cancellationToken);
        }
        finally
        {
            await FlushAsync(transcript);
        }
    }

    /// <summary>A turn that the bot started itself has no words of the user.</summary>
    private void LogIncoming(Activity activity, List<Activity> transcript)
    {
        if (activity.Type == ActivityTypes.Event && activity.Name == ActivityEventNames.ContinueConversation)
            return;
        activity.From ??= new ChannelAccount();
        if (string.IsNullOrEmpty(activity.From.Role))
            activity.From.Role = RoleTypes.User;
        Log(Copy(activity), transcript, activity);
    }

    private void Log(Activity activity, List<Activity> transcript, Activity incoming)
    {
        activity.Timestamp ??= _time.GetUtcNow();
        // Some channels give no ids; a transcript is paged by them.
        if (string.IsNullOrEmpty(activity.Id))
            activity.Id = $"g_{incoming.Id}_{transcript.Count}";
        transcript.Add(activity);
    }

    private async Task FlushAsync(List<Activity> transcript)
    {
        foreach (var activity in transcript)
        {
            try
            {
                await _logger.LogActivityAsync(activity);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                // A turn does not fail because its transcript does.
                Trace.TraceError("An activity could not be written to the transcript: {0}", e.Message);
            }
        }
    }

    private static Activity Copy(Activity activity) => ActivityJson.Parse(ActivityJson.Write(activity));
}
