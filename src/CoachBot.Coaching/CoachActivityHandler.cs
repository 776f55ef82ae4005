using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Connector;
using CoachBot.BotBuilder.Dialogs;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Coaching.Content;
using CoachBot.Coaching.Dialogs;
using CoachBot.Coaching.History;
using CoachBot.Coaching.Reminders;

namespace CoachBot.Coaching;

/// <summary>The bot: greets, hands messages to the dialogs, and keeps silent about health where others read along.</summary>
public sealed class CoachActivityHandler(
    DialogContent content, CoachState state, TimeProvider time, CoachOptions? options = null, IPictureLinks? pictures = null) : ActivityHandler
{
    private const int MostConversations = 200;

    private readonly int _retentionDays = (options ?? new CoachOptions()).RetentionDays;
    private readonly MainDialog _dialog = new();
    private readonly ToldBeforeConsent _told = new(time);

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var runner = await state.Runner.GetAsync(turnContext, () => new RunnerRecord(), cancellationToken);
        var memory = await state.Memory.GetAsync(turnContext, () => new ConversationMemory(), cancellationToken);
        var turn = new CoachTurn(turnContext, content, runner!, memory!, time.GetUtcNow())
        {
            ToldBeforeConsent = _told.Find(KeyOf(turnContext.Activity)),
            Pictures = pictures,
        };
        await base.OnTurnAsync(turnContext, cancellationToken);
        await turn.SendRestAsync(cancellationToken);
        await ReminderKeeping.PassOnAsync(turn, runner!.Reminder, turnContext.TurnState.Get<ITurnStorage>(), cancellationToken);
        await KeepAsync(turn, turnContext, cancellationToken);
    }

    protected override async Task OnMembersAddedAsync(
        IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(turnContext);
        if (turn.Memory.Greeted || membersAdded.All(member => member.Id == turnContext.Activity.Recipient?.Id))
            return;

        if (IsShared(turn))
        {
            turn.Memory = turn.Memory with { Greeted = true };
            await turn.SendAsync(turn.Voice.Say("group.private"), cancellationToken);
            return;
        }

        Greet(turn);
        await _dialog.RunAsync(turnContext, state.Dialogs, cancellationToken);
    }

    protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(turnContext);
        turn.Memory = turn.Memory with { Turn = turn.Memory.Turn + 1, HeardAt = turn.Now };
        LanguageChoice.Follow(turn);
        PlanReplies.ForgetWords(turn);
        if (IsShared(turn))
        {
            await GroupReplies.AnswerAsync(turn, cancellationToken);
            return;
        }

        if (!turn.Memory.Greeted)
            Greet(turn);
        WatchFileReplies.Notice(turn);
        ReminderKeeping.Hear(turn);
        if (!CardAnswers.TakeOnce(turn))
        {
            await turn.SendAsync(turn.Voice.Say("form.done"), cancellationToken);
            return;
        }

        var left = await _dialog.RunAsync(turnContext, state.Dialogs, cancellationToken);
        if (left.Status != DialogTurnStatus.Waiting)
            await Travel.AskAsync(turn, cancellationToken);
    }

    /// <summary>The schedule asks the coach to speak first.</summary>
    protected override async Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(turnContext);
        if (IsShared(turn) || CheckInPrompt.Read(turnContext.Activity) is not { } prompt)
            return;

        var dialogs = (await state.Dialogs.GetAsync(turnContext, () => new DialogState(), cancellationToken))!;
        var result = MorningPrompt.Decide(turn, prompt, dialogs);
        if (result == CheckInPromptResult.Said && turn.Memory.Prompted != prompt.Key)
        {
            dialogs.DialogStack.Clear();
            MorningPrompt.Note(turn, prompt);
            if (!await MorningPrompt.AskAboutSafetyAsync(turn, cancellationToken))
            {
                MorningPrompt.Open(turn);
                await _dialog.RunAsync(turnContext, state.Dialogs, cancellationToken);
            }
        }

        await turnContext.SendActivityAsync(CheckInPrompt.Answer(result), cancellationToken);
    }

    protected override Task OnEndOfConversationActivityAsync(ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken)
    {
        if (turnContext.Activity.Code == EndOfConversationCodes.ChannelFailed)
            ReminderKeeping.End(CoachTurn.Of(turnContext), ReminderStatus.Unreachable);
        return Task.CompletedTask;
    }

    /// <summary>An edit that tells something counts as said now; of a bare "6" nobody knows which answer it was.</summary>
    protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(turnContext);
        if (IsShared(turn))
            return GroupReplies.AnswerDangerAsync(turn, cancellationToken);
        if (!SafetyReplies.IsDanger(turn) && !CheckInReading.HasFacts(turn.Said))
            return turn.SendAsync(turn.Voice.Say("edited"), cancellationToken);

        turn.Memory = turn.Memory with { Turn = turn.Memory.Turn + 1 };
        turn.Hear(turn.Input);
        return _dialog.RunAsync(turnContext, state.Dialogs, cancellationToken);
    }

    /// <summary>What a deleted message said is not known any more: all wording goes, the numbers stay.</summary>
    protected override Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(turnContext);
        if (IsShared(turn) || ConsentGate.IsClosed(turn))
            return Task.CompletedTask;

        if (turn.Memory.CheckIn is { } open)
            turn.Memory = turn.Memory with { CheckIn = open with { Notes = [] } };
        PlanReplies.DropWords(turn);
        return turn.SendAsync(turn.Voice.Say("deleted"), cancellationToken);
    }

    /// <summary>A button of a card that is answered with a card: the form as it was sent. What follows from it comes as messages.</summary>
    protected override async Task<AdaptiveCardInvokeResponse> OnAdaptiveCardInvokeAsync(
        ITurnContext<IInvokeActivity> turnContext, AdaptiveCardInvokeValue invokeValue, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(invokeValue);
        var turn = CoachTurn.Of(turnContext);
        turn.Hear(RunnerInput.OfCard(invokeValue.Action?.Data));
        if (IsShared(turn))
            return CardAnswers.Text(turn.Voice.Say("group.private"));

        turn.Memory = turn.Memory with { Turn = turn.Memory.Turn + 1 };
        if (CardAnswers.TakeOnce(turn))
            await _dialog.RunAsync(turnContext, state.Dialogs, cancellationToken);
        return CardAnswers.After(turn);
    }

    protected override async Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(turnContext);
        return !IsShared(turn) && FetchedCards.Answer(turnContext.Activity.Name, turn) is { } answer
            ? CreateInvokeResponse(answer)
            : await base.OnInvokeActivityAsync(turnContext, cancellationToken);
    }

    /// <summary>
    /// In Slack the runner's data go with the app. In Teams an app is removed and added again easily, so only the mornings end, and the
    /// data stay until the retention is over. An update removes only the old version, and a channel is not one runner's.
    /// </summary>
    protected override Task OnInstallationUpdateRemoveAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(turnContext);
        if (turnContext.Activity.Action != InstallationUpdateActionTypes.Remove || IsShared(turn))
            return Task.CompletedTask;

        if (turnContext.Activity.ChannelId == Channels.Slack)
            turn.Forget = true;
        else
            ReminderKeeping.End(turn, ReminderStatus.Stopped);
        return Task.CompletedTask;
    }

    /// <summary>Who the coach is, once per conversation, in front of whatever comes; to those it knows, a hello.</summary>
    private static void Greet(CoachTurn turn)
    {
        turn.Memory = turn.Memory with { Greeted = true };
        turn.JustGreeted = true;
        turn.Preface(turn.Voice.Say(ConsentGate.IsClosed(turn) ? "greeting.who" : "greeting.back"));
    }

    private static bool IsShared(CoachTurn turn) => turn.Activity.Conversation?.IsGroup == true;

    private async Task KeepAsync(CoachTurn turn, ITurnContext turnContext, CancellationToken cancellationToken)
    {
        var (eraser, told) = (turnContext.TurnState.Get<IConversationEraser>(), KeyOf(turnContext.Activity));
        if (turn.Forget)
        {
            _told.Keep(told, null);
            await state.DeleteAsync(turnContext, cancellationToken);
            Erase(turn, eraser);
            return;
        }

        if (ConsentGate.IsClosed(turn))
        {
            // Whatever the dialogs made of it: without consent nothing about the runner's health goes into the storage.
            _told.Keep(told, turn.ToldBeforeConsent);
            turn.Runner = turn.Runner.BeforeConsent();
            turn.Memory = turn.Memory with { CheckIn = null };
            if (turn.Activity.Type == ActivityTypes.Message && !IsShared(turn))
                eraser?.Withhold();
        }
        else if (!IsShared(turn))
        {
            turn.Runner = Retention.Trim(turn.Runner, turn.Now, _retentionDays) with { SeenOn = Retention.Today(time) };
            turn.Runner = turn.Runner with { Conversations = [.. turn.Runner.Conversations.Except([told]).TakeLast(MostConversations - 1), told] };
        }

        turn.Memory = turn.Memory with { SeenOn = Retention.Today(time) };
        await state.Runner.SetAsync(turnContext, turn.Runner, cancellationToken);
        await state.Memory.SetAsync(turnContext, turn.Memory, cancellationToken);
        await state.SaveAsync(turnContext, cancellationToken);
    }

    private static void Erase(CoachTurn turn, IConversationEraser? eraser)
    {
        eraser?.Erase();
        foreach (var conversation in turn.Runner.Conversations.Where(other => other != KeyOf(turn.Activity)))
        {
            var slash = conversation.IndexOf('/', StringComparison.Ordinal);
            eraser?.EraseOther(conversation[..slash], conversation[(slash + 1)..]);
        }
    }

    private static string KeyOf(Activity activity) => $"{activity.ChannelId}/{activity.Conversation?.Id}";
}
