using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Channels.Slack.Install;

namespace CoachBot.Channels.Slack;

/// <summary>Hands activities to the engine, and answers Slack in time whatever a turn takes.</summary>
internal sealed class SlackTurns(
    TurnInbox inbox, SlackUsers users, Installations installations, WorkUnderWay underWay, TimeProvider time)
{
    /// <summary>Slack gives up on a request after 3 s; the work itself goes on after this time.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>A turn that takes longer is written down, so that it takes place even if this process ends.</summary>
    private static readonly TimeSpan TurnPatience = TimeSpan.FromSeconds(1.5);

    /// <summary>Does the work and answers as it says, or with an empty 200 when it takes longer than Slack waits.</summary>
    public async Task<IResult> AnswerAsync(Func<Task<IResult>> work) =>
        await underWay.WaitAsync(Task.Run(work), Patience) ?? Results.Ok();

    /// <summary>One turn; null when it is not done yet and surely will be. Nothing happens where the app is not installed.</summary>
    /// <param name="place">Who and where.</param>
    /// <param name="activity">The activity; zone, language and name are added.</param>
    /// <param name="dedupeKey">What a repetition would carry too.</param>
    public async Task<TurnOutcome?> RunAsync(SlackPlace place, Activity activity, string dedupeKey)
    {
        if (!await installations.IsInstalledAsync(place.Workspace, CancellationToken.None))
            return null;

        var user = await users.FindAsync(place.Workspace, place.User);
        activity.Timestamp = time.GetUtcNow();
        activity.LocalTimezone = user.TimeZone;
        activity.Locale = user.Locale;
        activity.From!.Name = user.Name;
        return await inbox.ProcessAsync(activity, dedupeKey, TurnPatience);
    }

    /// <summary>An empty 200; 503 lets Slack come again when there was no room.</summary>
    public static IResult ResultOf(TurnOutcome? outcome) =>
        outcome?.Status is TurnStatus.Overloaded ? Results.StatusCode(StatusCodes.Status503ServiceUnavailable) : Results.Ok();
}
