using CoachBot.BotBuilder;
using CoachBot.Coaching.Reminders;

namespace CoachBot.Coaching.Dialogs;

/// <summary>What every message does to the morning check-in, and how a change of it reaches the schedule.</summary>
internal static class ReminderKeeping
{
    /// <summary>The runner spoke: what the coach kept quiet about goes on, and what did not arrive is told.</summary>
    public static void Hear(CoachTurn turn)
    {
        if (turn.Runner.Reminder is not { } reminder)
            return;

        if (reminder.Status == ReminderStatus.Quiet)
        {
            reminder = reminder.With(ReminderStatus.On);
            turn.Preface(turn.Voice.Say("reminder.again"));
        }
        else if (reminder.Status == ReminderStatus.Unreachable)
        {
            reminder = reminder.With(ReminderStatus.Stopped);
            turn.Preface(turn.Voice.Say("reminder.unreachable"));
        }

        if (reminder.Unanswered > 0)
            reminder = reminder with { Unanswered = 0 };
        if (reminder.ConversationId != turn.Activity.Conversation?.Id)
            reminder = reminder with { ConversationId = turn.Activity.Conversation?.Id };
        if (reminder != turn.Runner.Reminder)
            turn.Runner = turn.Runner with { Reminder = reminder };
    }

    /// <summary>The channel says that nothing arrives here any more, or that the runner removed the coach.</summary>
    public static void End(CoachTurn turn, ReminderStatus status)
    {
        if (turn.Runner.Reminder is { Status: ReminderStatus.On or ReminderStatus.Quiet } reminder)
            turn.Runner = turn.Runner with { Reminder = reminder.With(status) };
    }

    public static DueCheckIn? NextOf(CoachTurn turn, Reminder reminder) =>
        CheckInClock.Default.Next(reminder.Times, CheckInSchedule.Key(turn.Activity), reminder.LastOn, turn.Now, lastAgain: null);

    /// <summary>With the commit of this turn the schedule knows what changed. Where no engine commits turns there is no schedule.</summary>
    /// <param name="turn">At its end.</param>
    /// <param name="before">The reminder that the turn began with.</param>
    /// <param name="storage">The turn's own.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    public static async Task PassOnAsync(CoachTurn turn, Reminder? before, ITurnStorage? storage, CancellationToken cancellationToken)
    {
        var after = turn.Forget ? null : turn.Runner.Reminder;
        if (storage is null || after is null && before is null || after?.Times == before?.Times && after?.ConversationId == before?.ConversationId)
            return;

        var key = CheckInSchedule.Key(turn.Activity);
        if (after is null)
        {
            await storage.DeleteAsync([key], cancellationToken);
            return;
        }

        var reference = turn.Activity.GetConversationReference();
        reference.ActivityId = null;
        reference.Locale = turn.Locale;
        var schedule = new CheckInSchedule(after.Times, reference);
        await storage.WriteAsync(new Dictionary<string, object> { [key] = new StoredItem(schedule.ToJson()) }, cancellationToken);
    }
}
