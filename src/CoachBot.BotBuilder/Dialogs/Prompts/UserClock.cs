namespace CoachBot.BotBuilder.Dialogs;

/// <summary>What the user's own clock shows; never the server's.</summary>
internal static class UserClock
{
    /// <summary>
    /// The sender's clock as it stands in the activity; else the time of the activity in the sender's zone; else in UTC.
    /// </summary>
    public static DateTime Now(ITurnContext turnContext)
    {
        var activity = turnContext.Activity;
        if (activity.LocalTimestamp is { } local)
        {
            return local.DateTime;
        }

        var instant = activity.Timestamp ?? (turnContext.TurnState.Get<TimeProvider>() ?? TimeProvider.System).GetUtcNow();
        return activity.LocalTimezone is { Length: > 0 } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? TimeZoneInfo.ConvertTime(instant, zone).DateTime
            : instant.UtcDateTime;
    }
}
