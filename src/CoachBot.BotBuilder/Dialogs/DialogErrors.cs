namespace CoachBot.BotBuilder.Dialogs;

/// <summary>Mistakes in the code of a bot. Bot Builder throws plain exceptions for them, and callers match that type.</summary>
internal static class DialogErrors
{
#pragma warning disable CA2201 // see the summary
    public static Exception NotFound(string method, string dialogId) => new(
        $"{method}: A dialog with an id of '{dialogId}' wasn't found. Add it to the current or a parent DialogSet; "
        + "in a ComponentDialog, call AddDialog() in the constructor.");

    public static Exception CalledTwice(string method, string dialogId, int index) => new(
        $"{method}: already called for dialog and step '{dialogId}[{index}]'. A step may go on once.");
#pragma warning restore CA2201

    /// <summary>Optional parameters make it easy to pass the token one place too early.</summary>
    public static void ThrowIfToken(object? value, string name)
    {
        if (value is CancellationToken)
        {
            throw new ArgumentException($"{name} cannot be a cancellation token", name);
        }
    }
}
