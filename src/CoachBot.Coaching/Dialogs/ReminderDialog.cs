using CoachBot.BotBuilder.Dialogs;
using CoachBot.Coaching.Language;
using CoachBot.Coaching.Reminders;

namespace CoachBot.Coaching.Dialogs;

/// <summary>Sets or changes the morning check-in: asks for the time and the place only where they are not known.</summary>
internal sealed class ReminderDialog : ComponentDialog
{
    public const string Name = "ReminderDialog";

    private const string DraftKey = "draft";

    public ReminderDialog()
        : base(Name)
    {
        AddDialog(new WaterfallDialog("arrange") { Version = "1" }.AddStep("time", AskTimeAsync).AddStep("place", AskPlaceAsync).AddStep("keep", KeepAsync));
        AddDialog(new QuestionPrompt(Question.Reminder));
        AddDialog(new QuestionPrompt(Question.Place));
    }

    /// <summary>The message asks for a morning check-in, or for another time of it.</summary>
    public static bool IsWantedBy(CoachTurn turn) => turn.Said is { Intent: Intent.SetReminder, Break: null };

    /// <summary>The zone of a city that was named; null when none is known by that name.</summary>
    public static string? ZoneSaid(CoachTurn turn) => ZoneReader.Read(turn) is { } zone && CheckInClock.Default.Knows(zone) ? zone : null;

    private static Task<DialogTurnResult> AskTimeAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(step.Context);
        var draft = ReminderDraft.From(turn.Runner.Reminder?.Times).Take(turn.Said);
        step.Values[DraftKey] = draft;
        return draft.Time is null ? step.PromptAsync(Question.Reminder.Name, new PromptOptions(), cancellationToken) : step.NextAsync(null, cancellationToken);
    }

    private static Task<DialogTurnResult> AskPlaceAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(step.Context);
        var draft = Draft(step);
        if (step.Result is Understanding)
            draft = draft.Take(turn.Said);
        draft = draft with { Zone = draft.Zone ?? ZoneOf(turn) };
        step.Values[DraftKey] = draft;
        return draft.Zone is null ? step.PromptAsync(Question.Place.Name, new PromptOptions(), cancellationToken) : step.NextAsync(null, cancellationToken);
    }

    private static Task<DialogTurnResult> KeepAsync(WaterfallStepContext step, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(step.Context);
        var draft = Draft(step);
        if (step.Result is Understanding)
            draft = draft with { Zone = ZoneSaid(turn) };
        if (turn.Zone is null && draft.Zone is not null)
            turn.Runner = turn.Runner with { TimeZone = draft.Zone };
        turn.Memory = turn.Memory with { Asked = null, Misses = 0 };
        turn.Preface(draft.ToTimes() is { } times ? Keep(turn, times) : turn.Voice.Say("acknowledged"));
        return step.EndDialogAsync(cancellationToken: cancellationToken);
    }

    private static string Keep(CoachTurn turn, CheckInTimes times)
    {
        var reminder = new Reminder(times) { LastOn = turn.Runner.Reminder?.LastOn, ConversationId = turn.Activity.Conversation?.Id, AskedZone = turn.Zone?.Id };
        turn.Runner = turn.Runner with { Reminder = reminder };
        var due = ReminderKeeping.NextOf(turn, reminder);
        var set = turn.Voice.Say("reminder.set", ("times", ReminderWords.Times(times, turn.Voice)), ("when", due is null ? "" : ReminderWords.When(due, times, turn.Voice)));
        return Say.Paragraphs(set, $"{turn.Voice.Say("reminder.hint")} {(Waits(turn) ? turn.Voice.Say("reminder.waits") : "")}".TrimEnd());
    }

    /// <summary>Where a page or terminal has to be open for a message to be seen.</summary>
    private static bool Waits(CoachTurn turn) => turn.Activity.ChannelId is "webchat" or "directline" or "terminal";

    /// <summary>From the channel, or as the runner told it once.</summary>
    private static string? ZoneOf(CoachTurn turn) =>
        new[] { turn.Activity.LocalTimezone, turn.Runner.TimeZone }.FirstOrDefault(zone => zone is { Length: > 0 } && CheckInClock.Default.Knows(zone));

    private static ReminderDraft Draft(WaterfallStepContext step) => step.Values.GetValue<ReminderDraft>(DraftKey)!;
}
