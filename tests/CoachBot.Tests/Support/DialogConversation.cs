using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Adapters;
using CoachBot.BotBuilder.Dialogs;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Tests.Support;

/// <summary>
/// One conversation with one root dialog. Every turn loads the dialog state from storage and saves it there, as JSON,
/// and may run another version of the dialog than the turn before.
/// </summary>
internal sealed class DialogConversation
{
    private readonly TestAdapter _adapter;
    private readonly ConversationState _state;

    public DialogConversation(string channelId = "test", string? locale = "en-us")
    {
        Storage = new MemoryStorage();
        _state = new ConversationState(Storage);
        _adapter = new TestAdapter(channelId);
        _adapter.Use(new AutoSaveStateMiddleware(_state));
        Locale = locale;
    }

    public MemoryStorage Storage { get; }

    public string? Locale { get; set; }

    /// <summary>Called at the start of each turn.</summary>
    public Action<ITurnContext>? OnTurn { get; set; }

    public DialogTurnResult? Last { get; private set; }

    /// <summary>The state as it is stored.</summary>
    public async Task<string> StoredAsync()
    {
        var items = await Storage.ReadAsync([$"{_adapter.Conversation.ChannelId}/conversations/Conversation1"], CancellationToken.None);
        return items.Count == 0 ? "" : ((StoredItem)items.Values.Single()).Value.ToJsonString();
    }

    /// <returns>The texts of the replies, "one | two".</returns>
    public async Task<string> SayAsync(Dialog root, string? text)
    {
        var replies = await SendAsync(root, new Activity { Type = ActivityTypes.Message, Text = text, Locale = Locale });
        return string.Join(" | ", replies.Select(reply => reply.Text));
    }

    public async Task<Activity[]> SendAsync(Dialog root, Activity activity)
    {
        await _adapter.ProcessActivityAsync(activity, async (turnContext, cancellationToken) =>
        {
            OnTurn?.Invoke(turnContext);
            Last = await root.RunAsync(turnContext, _state.CreateProperty<DialogState>("DialogState"), cancellationToken);
        });
        var replies = _adapter.ActiveQueue.ToArray();
        _adapter.ActiveQueue.Clear();
        return replies;
    }
}
