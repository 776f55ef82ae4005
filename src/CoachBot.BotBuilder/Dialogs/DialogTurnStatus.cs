namespace CoachBot.BotBuilder.Dialogs;

public enum DialogTurnStatus
{
    /// <summary>Nothing was on the stack.</summary>
    Empty,

    /// <summary>The active dialog waits for the user.</summary>
    Waiting,

    /// <summary>The last dialog has ended.</summary>
    Complete,
    Cancelled,

    /// <summary>The dialog has ended and the turn too: the parent waits for the user's next message.</summary>
    CompleteAndWait,
}
