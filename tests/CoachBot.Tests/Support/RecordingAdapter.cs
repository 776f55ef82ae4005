using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Tests.Support;

/// <summary>A channel that keeps what it is given and numbers it from 1.</summary>
internal sealed class RecordingAdapter : BotAdapter
{
    public List<Activity> Sent { get; } = [];

    public List<Activity> Updated { get; } = [];

    public List<ConversationReference> Deleted { get; } = [];

    public Exception SendFault { get; set; }

    public Task RunAsync(Activity activity, BotCallbackHandler bot, CancellationToken cancellationToken = default) =>
        RunAsync(new TurnContext(this, activity), bot, cancellationToken);

    public Task RunAsync(ITurnContext context, BotCallbackHandler bot, CancellationToken cancellationToken = default) =>
        RunPipelineAsync(context, bot, cancellationToken);

    public TurnContext Turn(Activity activity = null) => new(this, activity ?? Some.Message());

    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        if (SendFault is not null)
            throw SendFault;
        Sent.AddRange(activities);
        var first = Sent.Count - activities.Length + 1;
        return Task.FromResult(activities.Select((_, i) => new ResourceResponse($"{first + i}")).ToArray());
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        Updated.Add(activity);
        return Task.FromResult(new ResourceResponse(activity.Id));
    }

    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        Deleted.Add(reference);
        return Task.CompletedTask;
    }
}
