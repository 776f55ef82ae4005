using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Turns;

/// <summary>The adapter that bots see under the engine: it hands every send to the turn, and nothing leaves before the commit.</summary>
internal sealed class TurnAdapter : BotAdapter
{
    public override Task<ResourceResponse[]> SendActivitiesAsync(
        ITurnContext turnContext, Activity[] activities, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activities);
        var run = turnContext.TurnState.Get<TurnRun>()!;
        return Task.FromResult(Array.ConvertAll(activities, run.Collect));
    }

    public override Task<ResourceResponse> UpdateActivityAsync(
        ITurnContext turnContext, Activity activity, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(activity);
        return Task.FromResult(turnContext.TurnState.Get<TurnRun>()!.Update(activity));
    }

    public override Task DeleteActivityAsync(
        ITurnContext turnContext, ConversationReference reference, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        ArgumentNullException.ThrowIfNull(reference);
        turnContext.TurnState.Get<TurnRun>()!.Delete(reference);
        return Task.CompletedTask;
    }

    /// <summary>Plays one turn through the middleware.</summary>
    public Task RunAsync(ITurnContext turnContext, BotCallbackHandler callback, CancellationToken cancellationToken) =>
        RunPipelineAsync(turnContext, callback, cancellationToken);
}
