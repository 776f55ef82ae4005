using CoachBot.BotBuilder.Schema;
using Microsoft.Extensions.Logging;

namespace CoachBot.BotBuilder.Turns;

/// <summary>Lets the bot play a turn, or say why it could not.</summary>
internal sealed class BotTurns(IBot bot, TurnAdapter adapter, SharedDocuments shared, TurnOptions options, ILogger log)
{
    public async Task PlayAsync(TurnRun run)
    {
        using var context = new TurnContext(adapter, run.Activity);
        context.TurnState.Add(run);
        context.TurnState.Add<ITurnStorage>(run.Storage);
        context.TurnState.Add<IConversationEraser>(run);
        await adapter.RunAsync(context, bot.OnTurnAsync, CancellationToken.None);
        foreach (var reply in context.BufferedReplyActivities)
            run.Collect(reply);
    }

    /// <summary>A turn in which nothing but the failure is told.</summary>
    public async Task<(TurnRun Run, (ConversationDocument, IReadOnlyList<LoggedActivity>) After)> ExplainFailureAsync(
        ConversationDocument before, Activity activity, IChannel channel, Exception failure, string dedupeKey)
    {
        var dropState = before.Damage is not null || before.FailuresInARow + 1 >= options.MaxFailuresInARow;
        var run = new TurnRun(before, activity, channel is ILoggedChannel, shared);
        if (options.OnFailure is { } explain)
        {
            try
            {
                using var context = new TurnContext(adapter, activity);
                context.TurnState.Add(run);
                context.TurnState.Add<ITurnStorage>(run.Storage);
                await explain(context, failure, dropState, CancellationToken.None);
            }
            catch (Exception e) when (run.Storage.Fault is null)
            {
                Log.ExplanationFailed(log, e);
            }
        }

        return (run, run.FinishFailed(dedupeKey, dropState, options));
    }
}
