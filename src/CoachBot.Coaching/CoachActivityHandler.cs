using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Dialogs;
using CoachBot.BotBuilder.Schema;
using CoachBot.BotBuilder.Turns;
using CoachBot.Coaching.Content;
using CoachBot.Coaching.Dialogs;

namespace CoachBot.Coaching;

/// <summary>The bot: greets, hands messages to the dialogs, and keeps silent about health where others read along.</summary>
public sealed class CoachActivityHandler(DialogContent content, CoachState state, TimeProvider time) : ActivityHandler
{
    private readonly MainDialog _dialog = new();

    public override async Task OnTurnAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        var runner = await state.Runner.GetAsync(turnContext, () => new RunnerRecord(), cancellationToken);
        var memory = await state.Memory.GetAsync(turnContext, () => new ConversationMemory(), cancellationToken);
        var turn = new CoachTurn(turnContext, content, runner!, memory!, time.GetUtcNow());
        await base.OnTurnAsync(turnContext, cancellationToken);
        await turn.SendRestAsync(cancellationToken);
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
        turn.Memory = turn.Memory with { Turn = turn.Memory.Turn + 1 };
        LanguageChoice.Follow(turn);
        PlanReplies.ForgetWords(turn);
        if (IsShared(turn))
        {
            await GroupReplies.AnswerAsync(turn, cancellationToken);
            return;
        }

        if (!turn.Memory.Greeted)
            Greet(turn);
        await _dialog.RunAsync(turnContext, state.Dialogs, cancellationToken);
    }

    protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(turnContext);
        return IsShared(turn) ? Task.CompletedTask : turn.SendAsync(turn.Voice.Say("edited"), cancellationToken);
    }

    protected override async Task<InvokeResponse?> OnInvokeActivityAsync(ITurnContext<IInvokeActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(turnContext);
        return !IsShared(turn) && FetchedCards.Answer(turnContext.Activity.Name, turn) is { } answer
            ? CreateInvokeResponse(answer)
            : await base.OnInvokeActivityAsync(turnContext, cancellationToken);
    }

    /// <summary>Who removes the coach takes everything along. An update removes only the old version, and a channel is not one runner's.</summary>
    protected override Task OnInstallationUpdateRemoveAsync(
        ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken)
    {
        var turn = CoachTurn.Of(turnContext);
        turn.Forget = turnContext.Activity.Action == InstallationUpdateActionTypes.Remove && !IsShared(turn);
        return Task.CompletedTask;
    }

    /// <summary>Who the coach is and what it keeps, once per conversation, in front of whatever comes.</summary>
    private static void Greet(CoachTurn turn)
    {
        turn.Memory = turn.Memory with { Greeted = true };
        turn.Preface(turn.Voice.Say("greeting.who"));
        turn.Preface(turn.Voice.Say("greeting.privacy"));
    }

    private static bool IsShared(CoachTurn turn) => turn.Activity.Conversation?.IsGroup == true;

    private async Task KeepAsync(CoachTurn turn, ITurnContext turnContext, CancellationToken cancellationToken)
    {
        if (turn.Forget)
        {
            await state.DeleteAsync(turnContext, cancellationToken);
            turnContext.TurnState.Get<IConversationEraser>()?.Erase();
            return;
        }

        await state.Runner.SetAsync(turnContext, turn.Runner, cancellationToken);
        await state.Memory.SetAsync(turnContext, turn.Memory, cancellationToken);
        await state.SaveAsync(turnContext, cancellationToken);
    }
}
