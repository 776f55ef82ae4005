using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Dialogs;
using CoachBot.Coaching.Dialogs;

namespace CoachBot.Coaching;

/// <summary>Where the coach keeps what: the stack and the memory with the conversation, the record with the runner.</summary>
public sealed class CoachState(ConversationState conversation, UserState user)
{
    public IStatePropertyAccessor<DialogState> Dialogs { get; } = conversation.CreateProperty<DialogState>("dialogs");

    public IStatePropertyAccessor<ConversationMemory> Memory { get; } = conversation.CreateProperty<ConversationMemory>("memory");

    public IStatePropertyAccessor<RunnerRecord> Runner { get; } = user.CreateProperty<RunnerRecord>("runner");

    public async Task SaveAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        await user.SaveChangesAsync(context, force: false, cancellationToken);
        await conversation.SaveChangesAsync(context, force: false, cancellationToken);
    }

    /// <summary>Everything about this runner and this conversation is gone with the end of the turn.</summary>
    public async Task DeleteAsync(ITurnContext context, CancellationToken cancellationToken)
    {
        await user.DeleteAsync(context, cancellationToken);
        await conversation.DeleteAsync(context, cancellationToken);
    }
}
