using CoachBot.BotBuilder.Dialogs;
using CoachBot.Coaching.Language;

namespace CoachBot.Coaching.Dialogs;

/// <summary>
/// Looks at every message before the dialogs inside do: red flags first, then a held plan, the age gate, consent, what
/// cannot be read, and what may be asked at any point. After an answer the question under way is asked again.
/// </summary>
internal abstract class InterruptibleDialog(string id) : ComponentDialog(id)
{
    protected override async Task<DialogTurnResult> OnBeginDialogAsync(DialogContext innerDc, object? options, CancellationToken cancellationToken = default) =>
        await InterruptAsync(innerDc, cancellationToken) ?? await OnIdleAsync(innerDc, cancellationToken);

    protected override async Task<DialogTurnResult> OnContinueDialogAsync(DialogContext innerDc, CancellationToken cancellationToken = default) =>
        await InterruptAsync(innerDc, cancellationToken) ?? await base.OnContinueDialogAsync(innerDc, cancellationToken);

    /// <summary>A message came while no dialog waits for one.</summary>
    protected abstract Task<DialogTurnResult> OnIdleAsync(DialogContext innerDc, CancellationToken cancellationToken);

    /// <summary>Begins what the coach is for.</summary>
    protected abstract Task<DialogTurnResult> StartAsync(DialogContext innerDc, CancellationToken cancellationToken);

    /// <summary>What may be asked at any point; null when the message is not such a question.</summary>
    protected abstract string? Answer(CoachTurn turn);

    /// <summary>Something about the runner or the plan changed and the message said nothing else: shows what follows from it.</summary>
    /// <param name="innerDc">The dialogs inside.</param>
    /// <param name="before">The runner before the message.</param>
    /// <param name="cancellationToken">Ends the turn.</param>
    protected abstract Task<DialogTurnResult> ShowChangeAsync(DialogContext innerDc, RunnerRecord before, CancellationToken cancellationToken);

    /// <summary>Asks the question under way again, where there is one. What stands in front is said in any case.</summary>
    protected static async Task<DialogTurnResult> ResumeAsync(DialogContext innerDc, CancellationToken cancellationToken)
    {
        if (innerDc.ActiveDialog is null)
            return Done;

        await innerDc.RepromptDialogAsync(cancellationToken);
        return EndOfTurn;
    }

    protected static DialogTurnResult Done => new(DialogTurnStatus.Complete);

    private async Task<DialogTurnResult?> InterruptAsync(DialogContext innerDc, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(innerDc.Context);
        if (!turn.Speaks)
            return null;

        return await SafetyAsync(turn, innerDc, cancellationToken)
            ?? await AgeAsync(turn, innerDc, cancellationToken)
            ?? await ConsentAsync(turn, innerDc, cancellationToken)
            ?? await CommandAsync(turn, innerDc, cancellationToken);
    }

    private static async Task<DialogTurnResult?> SafetyAsync(CoachTurn turn, DialogContext innerDc, CancellationToken cancellationToken)
    {
        var doubt = turn.Memory.Doubt;
        var found = SafetyReplies.Assess(turn);
        if (found.Stops && found.Ask && doubt is null)
        {
            await SafetyReplies.AskAsync(turn, found, cancellationToken);
            return innerDc.ActiveDialog is null ? Done : EndOfTurn;
        }

        if (found.Stops)
        {
            if (found.Locks)
                await innerDc.CancelAllDialogsAsync(cancellationToken);
            await SafetyReplies.StopAsync(turn, found, cancellationToken);
            return innerDc.ActiveDialog is null ? Done : EndOfTurn;
        }

        if (doubt is not null)
        {
            turn.Preface(SafetyReplies.Relieved(turn, doubt));
            return await ResumeAsync(innerDc, cancellationToken);
        }

        Cautions.Notice(turn, found);
        if (turn.Runner.Lock is null || AllowedWhileHeld(turn))
            return null;

        await innerDc.CancelAllDialogsAsync(cancellationToken);
        turn.Memory = turn.Memory with { Asked = null, Misses = 0 };
        return await SafetyReplies.AskAboutLockAsync(turn, cancellationToken)
            ? await ResumeAsync(innerDc, cancellationToken)
            : Done;
    }

    private async Task<DialogTurnResult?> AgeAsync(CoachTurn turn, DialogContext innerDc, CancellationToken cancellationToken)
    {
        if (turn.Asked == Question.Age && turn.Runner.Guardian == Guardian.NotNeeded && OnboardingAnswers.SaysUnder18(turn))
            turn.Runner = turn.Runner with { Guardian = Guardian.Noticed };
        if (!AgeGate.IsClosed(turn) || AllowedWhileHeld(turn))
            return null;

        if (await AgeGate.AskAsync(turn, cancellationToken))
        {
            return innerDc.ActiveDialog is null ? await StartAsync(innerDc, cancellationToken)
                : turn.Asked == Question.Age ? await innerDc.ContinueDialogAsync(cancellationToken)
                : await ResumeAsync(innerDc, cancellationToken);
        }

        if (turn.Runner.Guardian == Guardian.Refuses)
            await innerDc.CancelAllDialogsAsync(cancellationToken);
        return innerDc.ActiveDialog is null ? Done : EndOfTurn;
    }

    private async Task<DialogTurnResult?> ConsentAsync(CoachTurn turn, DialogContext innerDc, CancellationToken cancellationToken)
    {
        if (!ConsentGate.IsClosed(turn) || innerDc.ActiveDialog is not null || Setting(turn) is not null)
            return null;

        switch (ConsentGate.Answer(turn))
        {
            case true:
                ConsentGate.Open(turn);
                if (turn.ToldBeforeConsent is not { } told)
                    return await StartAsync(innerDc, cancellationToken);
                turn.Hear(told);
                return await CommandAsync(turn, innerDc, cancellationToken) ?? await OnIdleAsync(innerDc, cancellationToken);
            case false:
                await ConsentGate.RefuseAsync(turn, cancellationToken);
                return Done;
        }

        if (Unreadable.Reason(turn) is { } unreadable)
            turn.Preface(unreadable);
        else if (Answer(turn) is { } answer)
            turn.Preface(answer);
        else if (CheckInReading.HasFacts(turn.Said) || Profile.MayTell(turn))
            ConsentGate.Hold(turn);
        else if (turn.SafetyNote is { } note)
            turn.Preface(note);
        else if (turn.Memory.Asked == Question.Consent.Name && turn.Said.Intent == Intent.Unknown)
            turn.Preface($"{turn.Voice.Say("wrong")} {turn.Voice.Say("expect.consent")}");

        if (!turn.Memory.Refused)
            await ConsentGate.AskAsync(turn, cancellationToken);
        return Done;
    }

    private async Task<DialogTurnResult?> CommandAsync(CoachTurn turn, DialogContext innerDc, CancellationToken cancellationToken)
    {
        if (Unreadable.Reason(turn) is { } unreadable)
        {
            turn.Preface(unreadable);
            return await ResumeAsync(innerDc, cancellationToken);
        }

        if (Doubts.Choices(turn) is { Count: > 0 } choices)
        {
            await turn.SendAsync(turn.Voice.Say("doubt.command"), choices, cancellationToken);
            return innerDc.ActiveDialog is null ? Done : EndOfTurn;
        }

        if (turn.Said.Intent == Intent.Cancel)
            return await CancelAsync(turn, innerDc, cancellationToken);
        if (innerDc.ActiveDialog?.Id != SettingsDialog.Name && Setting(turn) is { } setting)
            return await innerDc.BeginDialogAsync(SettingsDialog.Name, setting, cancellationToken);
        if (Question.FirstMeeting.Contains(turn.Asked) && OnboardingAnswers.Accepts(turn.Asked!, turn))
            return null;
        if (Travel.Answer(turn) is { } travel)
        {
            turn.Preface(travel);
            return await ResumeAsync(innerDc, cancellationToken);
        }

        if (ReminderReplies.Later(turn) is { } later)
            return await PutOffAsync(turn, later, innerDc, cancellationToken);
        if (turn.Asked == Question.Reminder && turn.Said.PromptTime is not null)
            return null;
        if (ReminderDialog.IsWantedBy(turn))
            return await innerDc.BeginDialogAsync(ReminderDialog.Name, null, cancellationToken);
        var before = turn.Runner;
        if (innerDc.ActiveDialog?.Id != SettingsDialog.Name && TellsNothingElse(turn))
            return await ShowChangeAsync(innerDc, before, cancellationToken);
        if (IsSettled(turn, innerDc) || Answer(turn) is not { } answer)
            return null;

        turn.Preface(answer);
        return await ResumeAsync(innerDc, cancellationToken);
    }

    /// <summary>Takes facts about the runner and decisions about the plan, wherever they are told.</summary>
    private static bool TellsNothingElse(CoachTurn turn)
    {
        var profile = Profile.Take(turn);
        return Decisions.Take(turn) || profile && turn.Said.Intent is not (Intent.Question or Intent.Why) && !CheckInReading.HasFacts(turn.Said);
    }

    /// <summary>The answer to a setting's own question is for that dialog.</summary>
    private static bool IsSettled(CoachTurn turn, DialogContext innerDc) => innerDc.ActiveDialog?.Id == SettingsDialog.Name
        && turn.Asked != Question.Delete && SettingsDialog.Answers(turn.Asked, turn);

    /// <summary>Does what was asked for whole, and names the question to ask where something is missing.</summary>
    private static string? Setting(CoachTurn turn) => turn.Said.Intent switch
    {
        Intent.Delete => Question.Delete.Name,
        Intent.Language when SettingsDialog.LanguageSaid(turn) is null => Question.Language.Name,
        Intent.Units when SettingsDialog.UnitsSaid(turn) is null => Question.Units.Name,
        _ => null,
    };

    private static async Task<DialogTurnResult> CancelAsync(CoachTurn turn, DialogContext innerDc, CancellationToken cancellationToken)
    {
        if (innerDc.ActiveDialog?.Id == SettingsDialog.Name)
        {
            turn.Preface(turn.Voice.Say("delete.kept"));
            turn.Memory = turn.Memory with { Asked = null, Misses = 0 };
            return await innerDc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        if (innerDc.ActiveDialog?.Id == ReminderDialog.Name)
        {
            turn.Preface(turn.Voice.Say("acknowledged"));
            turn.Memory = turn.Memory with { Asked = null, Misses = 0 };
            return await innerDc.EndDialogAsync(cancellationToken: cancellationToken);
        }

        var meeting = Question.FirstMeeting.Contains(turn.Asked);
        if (meeting)
            turn.Runner = turn.Runner with { Met = [.. Question.FirstMeeting.Select(question => question.Name)] };
        turn.Preface(turn.Voice.Say(innerDc.ActiveDialog is null ? "cancel.nothing" : meeting ? "meeting.later" : "cancelled"));
        turn.Memory = turn.Memory with { CheckIn = null, Asked = null, Misses = 0 };
        await innerDc.CancelAllDialogsAsync(cancellationToken);
        return await ResumeAsync(innerDc, cancellationToken);
    }

    /// <summary>"Later" ends the check-in that the coach began; what was answered is asked again then.</summary>
    private static async Task<DialogTurnResult> PutOffAsync(CoachTurn turn, string later, DialogContext innerDc, CancellationToken cancellationToken)
    {
        turn.Preface(later);
        turn.Memory = turn.Memory with { CheckIn = null, Asked = null, Misses = 0 };
        await innerDc.CancelAllDialogsAsync(cancellationToken);
        return Done;
    }

    /// <summary>A runner can always see and delete what is kept, and change the language.</summary>
    private static bool AllowedWhileHeld(CoachTurn turn) =>
        SettingsDialog.Answers(turn.Asked, turn) || turn.Said.Intent is Intent.Delete or Intent.Language or Intent.Units or Intent.Export or Intent.Settings or Intent.StopReminder
        || turn.Says("words.my-data");
}
