namespace CoachBot.BotBuilder.Dialogs;

/// <summary>The names of the events that the runtime raises.</summary>
public static class DialogEvents
{
    public const string BeginDialog = "beginDialog";
    public const string RepromptDialog = "repromptDialog";
    public const string CancelDialog = "cancelDialog";
    public const string ActivityReceived = "activityReceived";

    /// <summary>The dialogs of a container are not those with which it was begun.</summary>
    public const string VersionChanged = "versionChanged";
    public const string Error = "error";
    public const string Custom = "custom";
}
