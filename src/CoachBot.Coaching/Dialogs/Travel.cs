using CoachBot.Coaching.Language;
using CoachBot.Coaching.Reminders;

namespace CoachBot.Coaching.Dialogs;

/// <summary>A runner whose app tells another time zone is asked whether the morning check-in moves there. It never moves by itself.</summary>
internal static class Travel
{
    /// <summary>Asks, once per zone, where the clocks there differ now.</summary>
    public static async Task AskAsync(CoachTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Forget || turn.Runner is not { Lock: null, Reminder: { Status: ReminderStatus.On, Times: var times } reminder }
            || turn.Activity.LocalTimezone is not { Length: > 0 } zone || zone == times.Zone || zone == reminder.AskedZone || !CheckInClock.Default.Knows(zone)
            || CheckInClock.Default.OffsetOf(zone, turn.Now) == CheckInClock.Default.OffsetOf(times.Zone, turn.Now))
            return;

        turn.Runner = turn.Runner with { Reminder = reminder with { AskedZone = zone } };
        turn.Memory = turn.Memory with { ZoneAsked = zone };
        await turn.SendAsync(
            turn.Voice.Say("travel.ask", ("there", ZoneReader.NameOf(zone, turn.Voice)), ("time", ReminderWords.Time(times.Time, turn.Voice)), ("home", ZoneReader.NameOf(times.Zone, turn.Voice))),
            [QuestionButtons.Plain(turn.Voice, "button.move"), QuestionButtons.Plain(turn.Voice, "button.keep")],
            cancellationToken);
    }

    /// <summary>Takes the answer, if the message is one; a message about anything else leaves all as it is.</summary>
    public static string? Answer(CoachTurn turn)
    {
        if (turn.Memory.ZoneAsked is not { } zone)
            return null;

        turn.Memory = turn.Memory with { ZoneAsked = null };
        if (turn.Runner.Reminder is not { } reminder)
            return null;

        var intent = turn.Understand(turn.Text, DialogStep.Confirm).Intent;
        if (turn.Is("button.move") || intent == Intent.Yes)
        {
            turn.Runner = turn.Runner with { Reminder = reminder with { Times = reminder.Times with { Zone = zone } } };
            return $"{turn.Voice.Say("travel.moved")} {ReminderReplies.Next(turn, turn.Runner.Reminder!)}";
        }

        return turn.Is("button.keep") || intent == Intent.No ? turn.Voice.Say("travel.kept", ("home", ZoneReader.NameOf(reminder.Times.Zone, turn.Voice))) : null;
    }
}
