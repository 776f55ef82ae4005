using CoachBot.BotBuilder.Dialogs;
using CoachBot.Coaching.Language;
using CoachBot.Recovery;

namespace CoachBot.Coaching.Dialogs;

/// <summary>The root: from what the runner wants to the dialog or the reply that gives it.</summary>
internal sealed class MainDialog : InterruptibleDialog
{
    /// <summary>The first meeting with a check-in after it.</summary>
    private const string Session = "session";

    public MainDialog()
        : base("main")
    {
        AddDialog(new WaterfallDialog(Session) { Version = "1" }
            .AddStep("meet", (step, cancellationToken) => step.BeginDialogAsync(OnboardingDialog.Name, null, cancellationToken))
            .AddStep("check-in", (step, cancellationToken) => step.ReplaceDialogAsync(CheckInDialog.Name, null, cancellationToken)));
        AddDialog(new OnboardingDialog());
        AddDialog(new CheckInDialog());
        AddDialog(new SettingsDialog());
        AddDialog(new ReminderDialog());
    }

    protected override async Task<DialogTurnResult> OnIdleAsync(DialogContext innerDc, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(innerDc.Context);
        if (!turn.Speaks)
            return await StartAsync(innerDc, cancellationToken);
        if (turn.Input.Form is { } form)
            return await CheckInAsync(innerDc, CheckInForm.Read(form, turn, new CheckInAnswers()), cancellationToken);

        if (turn.Is("words.form"))
        {
            OfferForm(turn);
            return await StartAsync(innerDc, cancellationToken);
        }

        switch (turn.Said.Intent)
        {
            case Intent.Greeting:
                if (!turn.JustGreeted)
                    turn.Preface(turn.Voice.Say("greeting.back"));
                return await StartAsync(innerDc, cancellationToken);
            case Intent.Same when turn.Runner.Last is { } last:
                return await CheckInAsync(innerDc, CheckInAnswering.AllAsLast(turn, last.Answers), cancellationToken);
            case Intent.Restart or Intent.Same:
            case Intent.CheckIn when !CheckInReading.HasFacts(turn.Said) && turn.Said.Ask is null:
                return await StartAsync(innerDc, cancellationToken);
            case Intent.Yes or Intent.No or Intent.Skip:
                turn.Preface(turn.Voice.Say("acknowledged"));
                return await ResumeAsync(innerDc, cancellationToken);
            case Intent.Change when !CheckInReading.HasFacts(turn.Said):
                turn.Preface(turn.Voice.Say(PlanReplies.HasFresh(turn) ? "changed.which" : "changed.nothing"));
                return await ResumeAsync(innerDc, cancellationToken);
            case Intent.Plan or Intent.Why:
                return await PlanAsync(turn, innerDc, cancellationToken);
        }

        if (turn.Input.Command is not null || turn.Says("words.more") || turn.Says("words.sources"))
            return await PlanAsync(turn, innerDc, cancellationToken);
        if (CheckInReading.HasFacts(turn.Said))
            return await FactsAsync(turn, innerDc, cancellationToken);

        turn.Preface(turn.SafetyNote ?? (turn.Said.Ask is not null ? Say.Doubt(turn) : Unreadable.OutOfContext(turn)));
        return await ResumeAsync(innerDc, cancellationToken);
    }

    protected override async Task<DialogTurnResult> StartAsync(DialogContext innerDc, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(innerDc.Context);
        if (turn.Opening is { } opening)
            return await CheckInAsync(innerDc, opening, cancellationToken);

        if (ConsentGate.IsClosed(turn))
        {
            await ConsentGate.AskAsync(turn, cancellationToken);
            return Done;
        }

        if (OnboardingDialog.Next(turn) is null or { Name: "morning" } && innerDc.FindDialog(OnboardingDialog.ReminderDialog) is null)
            return await CheckInAsync(innerDc, new CheckInAnswers(), cancellationToken);

        turn.Answers = new CheckInAnswers();
        return await innerDc.BeginDialogAsync(Session, null, cancellationToken);
    }

    protected override async Task<DialogTurnResult> ShowChangeAsync(DialogContext innerDc, RunnerRecord before, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(innerDc.Context);
        if (innerDc.ActiveDialog is not null)
            return await ResumeAsync(innerDc, cancellationToken);
        if (!PlanReplies.HasFresh(turn))
            return turn.Memory.CheckIn is { } begun ? await CheckInAsync(innerDc, begun, cancellationToken) : await ResumeAsync(innerDc, cancellationToken);

        await PlanReplies.ShowChangedAsync(turn, before, cancellationToken);
        return Done;
    }

    protected override string? Answer(CoachTurn turn)
    {
        var voice = turn.Voice;
        if (turn.Says("words.my-data"))
            return DataReplies.Known(turn);
        if (HistoryReplies.IsAsked(turn))
            return HistoryReplies.Answer(turn);
        if (turn.Asked is not null && Wish(turn) is { } wish && (wish != "why" || turn.Input.Command is not null) && PlanReplies.HasFresh(turn))
            return PlanReplies.About(wish, turn);
        if (turn.Asked is not null && turn.Is("words.form"))
            return OfferForm(turn);
        switch (turn.Said.Intent)
        {
            case Intent.Help:
                return turn.Asked is { } asked && voice.Phrases.Has($"expect.{asked.Name}")
                    ? $"{voice.Say($"expect.{asked.Name}")} {voice.Say("help.check-in")}"
                    : Say.Help(voice);
            case Intent.Why or Intent.Unknown when turn.Asked is { } question && (turn.Said.Intent == Intent.Why || turn.Input.Command == "why") && voice.Phrases.Has($"why.{question.Name}"):
                return voice.Say($"why.{question.Name}");
            case Intent.Question:
                return Question(turn);
            case Intent.Unknown or Intent.CheckIn or Intent.Answer when turn.Text.EndsWith('?') && !CheckInReading.HasNumbers(turn.Said) && QuestionReplies.Find(turn) is { } found:
                return found;
            case Intent.Thanks:
                return voice.Say("thanks");
            case Intent.Greeting when turn.Asked is not null:
                return voice.Say("greeting.back");
            case Intent.CheckIn when turn.Asked is not null && !CheckInReading.HasFacts(turn.Said) && turn.Said.Ask is null:
                return "";
            case Intent.Language:
                SettingsDialog.SetLanguage(turn, SettingsDialog.LanguageSaid(turn)!);
                return "";
            case Intent.Units:
                SettingsDialog.SetUnits(turn, SettingsDialog.UnitsSaid(turn) ?? Units.Metric);
                return "";
            case Intent.Settings:
                return voice.Say("settings");
            case Intent.Export:
                return DataReplies.Export(turn);
            case Intent.History:
                return HistoryReplies.Answer(turn);
            case Intent.SetReminder or Intent.StopReminder or Intent.WhenReminder:
                return ReminderReplies.Answer(turn);
            default:
                return null;
        }
    }

    private static Task<DialogTurnResult> CheckInAsync(DialogContext innerDc, CheckInAnswers known, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(innerDc.Context);
        turn.Answers = known;
        return innerDc.BeginDialogAsync(CheckInDialog.Name, null, cancellationToken);
    }

    /// <summary>After a plan, news about how one is belongs to that check-in; a run told is a new one.</summary>
    private static Task<DialogTurnResult> FactsAsync(CoachTurn turn, DialogContext innerDc, CancellationToken cancellationToken)
    {
        var corrects = PlanReplies.HasFresh(turn) && (turn.IsEdit || turn.Said.Intent == Intent.Change || !CheckInReading.HasRun(turn.Said));
        var answers = corrects ? PlanReplies.Correct(turn) : CheckInAnswering.Merge(null, turn, new CheckInAnswers());
        return CheckInAsync(innerDc, answers, cancellationToken);
    }

    private static async Task<DialogTurnResult> PlanAsync(CoachTurn turn, DialogContext innerDc, CancellationToken cancellationToken)
    {
        if (!PlanReplies.HasFresh(turn))
        {
            turn.Preface(turn.Voice.Say(turn.Runner.Last is null ? "plan.none" : "plan.old"));
            return await CheckInAsync(innerDc, new CheckInAnswers(), cancellationToken);
        }

        await (Wish(turn) is { } wish ? PlanReplies.TellAsync(wish, turn, cancellationToken) : PlanReplies.ShowAsync(turn, cancellationToken));
        return Done;
    }

    private static string? Wish(CoachTurn turn)
    {
        if (turn.Input.Command is { } command)
            return command;
        if (turn.Says("words.sources"))
            return "sources";
        return turn.Said.Intent == Intent.Why ? "why" : turn.Says("words.more") ? "more" : null;
    }

    /// <summary>The whole check-in as a card, where the channel shows one.</summary>
    private static string OfferForm(CoachTurn turn)
    {
        if (!Cards.ShownIn(turn.Activity.ChannelId))
            return "";

        turn.Attach(turn.Content.Cards.CheckIn(turn.Voice, turn.Activity.Id ?? "", Cards.ExecutesIn(turn.Activity.ChannelId)));
        turn.Preface(turn.Voice.Say("form.here"));
        return "";
    }

    /// <summary>A question told along with facts is answered in the plan that follows.</summary>
    private static string? Question(CoachTurn turn) =>
        CheckInReading.HasFacts(turn.Said) ? null : QuestionReplies.Answer(turn);
}
