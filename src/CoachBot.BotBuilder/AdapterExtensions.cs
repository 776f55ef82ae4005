namespace CoachBot.BotBuilder;

public static class AdapterExtensions
{
    /// <summary>Makes the storage available as <c>TurnState.Get&lt;IStorage&gt;()</c>.</summary>
    public static BotAdapter UseStorage(this BotAdapter botAdapter, IStorage storage)
    {
        ArgumentNullException.ThrowIfNull(botAdapter);
        return botAdapter.Use(new RegisterClassMiddleware<IStorage>(storage));
    }

    /// <summary>Makes each state available under the full name of its type. It is not saved by this.</summary>
    public static BotAdapter UseBotState(this BotAdapter botAdapter, params BotState[] botStates)
    {
        ArgumentNullException.ThrowIfNull(botAdapter);
        ArgumentNullException.ThrowIfNull(botStates);
        foreach (var state in botStates)
            botAdapter.Use(new RegisterClassMiddleware<BotState>(state, state.GetType().FullName!));
        return botAdapter;
    }

    /// <param name="botAdapter">The adapter.</param>
    /// <param name="userState">Available as <c>TurnState.Get&lt;UserState&gt;()</c>.</param>
    /// <param name="conversationState">Available as <c>TurnState.Get&lt;ConversationState&gt;()</c>.</param>
    /// <param name="auto">Save both when a turn is over.</param>
    public static BotAdapter UseState(
        this BotAdapter botAdapter, UserState userState, ConversationState conversationState, bool auto = true)
    {
        ArgumentNullException.ThrowIfNull(userState);
        ArgumentNullException.ThrowIfNull(conversationState);
        botAdapter.UseBotState(userState, conversationState);
        return auto ? botAdapter.Use(new AutoSaveStateMiddleware(userState, conversationState)) : botAdapter;
    }
}
