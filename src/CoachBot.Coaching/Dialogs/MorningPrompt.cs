using CoachBot.BotBuilder.Dialogs;
using CoachBot.Coaching.Reminders;

namespace CoachBot.Coaching.Dialogs;

/// <summary>The coach speaks first: whether it may, and what it opens with (evidence B2: soreness, sleep and the day, with the last plan named).</summary>
internal static class MorningPrompt
{
    /// <summary>Whoever wrote within this time is in the middle of what they do; a dialog left longer is given up for the new day.</summary>
    private static readonly TimeSpan InTheMiddle = TimeSpan.FromMinutes(20);

    private static readonly TimeSpan LastPlanCounts = TimeSpan.FromDays(4);

    /// <summary>Whether to speak. <see cref="CheckInPromptResult.Said"/> means: now, unless it was said before.</summary>
    /// <param name="turn">A turn that nobody asked for.</param>
    /// <param name="prompt">What the schedule asks for.</param>
    /// <param name="stack">The dialogs under way.</param>
    public static CheckInPromptResult Decide(CoachTurn turn, CheckInPrompt prompt, DialogState stack)
    {
        if (turn.Memory.Prompted == prompt.Key)
            return CheckInPromptResult.Said;
        if (turn.Runner.Reminder is not { Status: ReminderStatus.On } reminder)
            return CheckInPromptResult.Off;
        if (AgeGate.IsClosed(turn) || ConsentGate.IsClosed(turn))
            return CheckInPromptResult.Closed;
        if (IsAnswered(turn, prompt, reminder))
            return CheckInPromptResult.Answered;
        return (stack.DialogStack.Count > 0 || turn.Memory.Doubt is not null) && turn.Now - turn.Memory.HeardAt < InTheMiddle
            ? CheckInPromptResult.Busy
            : CheckInPromptResult.Said;
    }

    /// <summary>Marks it as said, and the second one without an answer as the last.</summary>
    public static void Note(CoachTurn turn, CheckInPrompt prompt)
    {
        var reminder = turn.Runner.Reminder!;
        reminder = reminder with { LastOn = prompt.On > reminder.LastOn || reminder.LastOn is null ? prompt.On : reminder.LastOn, Unanswered = reminder.Unanswered + 1 };
        if (reminder.Unanswered >= Reminder.MostUnanswered)
            reminder = reminder.With(ReminderStatus.Quiet);
        turn.Runner = turn.Runner with { Reminder = reminder };
        turn.Memory = turn.Memory with { Prompted = prompt.Key, CheckIn = null, Asked = null, Misses = 0, ZoneAsked = null };
    }

    /// <summary>True when something about health stands before any check-in, and was asked instead.</summary>
    public static async Task<bool> AskAboutSafetyAsync(CoachTurn turn, CancellationToken cancellationToken)
    {
        if (turn.Memory.Doubt is { } doubt)
            await SafetyReplies.AskAsync(turn, doubt, cancellationToken);
        else if (turn.Runner.Lock is not null)
            await SafetyReplies.AskAboutLockAsync(turn, cancellationToken);
        else
            return false;
        return true;
    }

    /// <summary>What stands before the first question. The run is not asked about: whoever ran tells it.</summary>
    public static void Open(CoachTurn turn)
    {
        turn.Preface(Greeting(turn));
        turn.Opening = new CheckInAnswers().Skip(Question.Run.Name).Skip(Question.Amount.Name).Skip(Question.Effort.Name);
        turn.Extra = [QuestionButtons.Plain(turn.Voice, "button.later")];
    }

    private static string Greeting(CoachTurn turn)
    {
        var parts = new List<string> { turn.Voice.Say("morning.hello") };
        if (turn.Runner.History.LastOrDefault(entry => entry.Band is not null) is { Band: { } band } last && turn.Now - last.At < LastPlanCounts)
            parts.Add(turn.Voice.Say("morning.last", ("day", Day(turn, last.At)), ("band", turn.Voice.Say($"band.{Recovery.JsonNames.Of(band)}"))));
        if (turn.Runner.Reminder!.Status == ReminderStatus.Quiet)
            parts.Add(turn.Voice.Say("morning.quiet"));
        return string.Join(' ', parts);
    }

    private static string Day(CoachTurn turn, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.ToOffset(turn.Now.Offset).DateTime);
        var today = DateOnly.FromDateTime(turn.Now.DateTime);
        return day == today.AddDays(-1) ? turn.Voice.Say("morning.yesterday") : turn.Voice.Culture.DateTimeFormat.GetDayName(day.DayOfWeek);
    }

    /// <summary>Told since that date began. One that was put off by "later" comes all the same.</summary>
    private static bool IsAnswered(CoachTurn turn, CheckInPrompt prompt, Reminder reminder) => prompt.Kind == DueCheckIn.Morning
        && turn.Runner.History.Any(entry => entry.IsCheckIn && DateOnly.FromDateTime(CheckInClock.Default.ToLocal(reminder.Times.Zone, entry.At).DateTime) >= prompt.On);
}
