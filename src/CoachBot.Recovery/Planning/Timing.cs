namespace CoachBot.Recovery;

/// <summary>When a line about a session is still worth saying: what belongs to its first hours is not said the next morning.</summary>
internal static class Timing
{
    /// <returns>Null when its time has passed.</returns>
    public static When? Of(ActionEntry action, PlanFacts facts)
    {
        if (facts.HoursSinceSession is not { } hours)
            return null;

        var sameDay = facts.DaysSinceSession == 0 || hours < 4;
        return action.When switch
        {
            When.Now => hours <= (action.LastsH ?? 1) ? When.Now : null,
            When.FirstTwoHours => hours <= 2 ? When.FirstTwoHours : hours <= (action.LastsH ?? 6) ? When.Today : null,
            When.TwoToSixHours => hours <= (action.LastsH ?? 6) ? When.TwoToSixHours : null,
            When.Today => sameDay || hours <= (action.LastsH ?? 0) ? When.Today : null,
            When.Tonight => sameDay || hours <= (action.LastsH ?? 0) ? When.Tonight : null,
            When.Tomorrow => sameDay ? When.Tomorrow : facts.DaysSinceSession == 1 || hours <= (action.LastsH ?? 0) ? When.Today : null,
            var other => hours <= (action.LastsH ?? 24) ? other : null,
        };
    }
}
