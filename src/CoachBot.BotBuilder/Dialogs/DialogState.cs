using System.Text.Json.Serialization;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>The stack of dialogs of one conversation, the active one first.</summary>
public class DialogState
{
    public DialogState()
        : this(null)
    {
    }

    public DialogState(List<DialogInstance>? stack) => DialogStack = stack ?? [];

    [JsonPropertyName("dialogStack")]
    public List<DialogInstance> DialogStack { get; set; }
}
