namespace CoachBot.BotBuilder.Dialogs;

/// <summary>How a turn left the stack.</summary>
public class DialogTurnResult(DialogTurnStatus status, object? result = null)
{
    public DialogTurnStatus Status { get; set; } = status;

    /// <summary>What the dialog returned; only when it has ended.</summary>
    public object? Result { get; set; } = result;

    /// <summary>Set by a parent that went on in the same turn.</summary>
    public bool ParentEnded { get; set; }
}
