using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Adapters;
using CoachBot.BotBuilder.Dialogs;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Tests.Support;

internal static class DialogContexts
{
    /// <summary>A stack of its own, in a turn with a message, with these dialogs.</summary>
    public static Task<DialogContext> CreateAsync(params Dialog[] dialogs)
    {
        var adapter = new TestAdapter();
        var set = new DialogSet(new ConversationState(new MemoryStorage()).CreateProperty<DialogState>("DialogState"));
        foreach (var dialog in dialogs)
        {
            set.Add(dialog);
        }

        var activity = adapter.MakeActivity("hi");
        activity.ChannelId = "test";
        return set.CreateContextAsync(new TurnContext(adapter, activity));
    }

    public static Activity Message(string? text, string? locale = null) => new(ActivityTypes.Message) { Text = text, Locale = locale };
}
