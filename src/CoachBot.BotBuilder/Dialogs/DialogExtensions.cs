namespace CoachBot.BotBuilder.Dialogs;

public static class DialogExtensions
{
    /// <summary>Continues the conversation with this dialog at its root, or begins it.</summary>
    /// <returns>How the turn left the stack.</returns>
    public static async Task<DialogTurnResult> RunAsync(
        this Dialog dialog,
        ITurnContext turnContext,
        IStatePropertyAccessor<DialogState> accessor,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        var dialogs = new DialogSet(accessor) { TelemetryClient = dialog.TelemetryClient };
        dialogs.Add(dialog);
        var dc = await dialogs.CreateContextAsync(turnContext, cancellationToken);
        while (true)
        {
            try
            {
                return await ContinueOrBeginAsync(dc, dialog, cancellationToken);
            }
            catch (Exception error)
            {
                // A dialog that handles the error has changed the stack; the turn goes on with that.
                if (!await dc.EmitEventAsync(DialogEvents.Error, error, bubble: true, fromLeaf: true, cancellationToken))
                {
                    throw;
                }
            }
        }
    }

    private static async Task<DialogTurnResult> ContinueOrBeginAsync(
        DialogContext dc, Dialog dialog, CancellationToken cancellationToken)
    {
        var result = await dc.ContinueDialogAsync(cancellationToken);
        return result.Status == DialogTurnStatus.Empty
            ? await dc.BeginDialogAsync(dialog.Id, null, cancellationToken)
            : result;
    }
}
