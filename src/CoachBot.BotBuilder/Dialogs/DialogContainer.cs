namespace CoachBot.BotBuilder.Dialogs;

/// <summary>A dialog with dialogs inside.</summary>
public abstract class DialogContainer : Dialog
{
    protected DialogContainer(string? dialogId = null)
        : base(dialogId)
    {
    }

    public DialogSet Dialogs { get; } = new();

    /// <summary>Setting it sets that of the dialogs inside; null means none.</summary>
    public override IBotTelemetryClient TelemetryClient
    {
        get => base.TelemetryClient;
        set
        {
            base.TelemetryClient = value ?? NullBotTelemetryClient.Instance;
            Dialogs.TelemetryClient = base.TelemetryClient;
        }
    }

    /// <summary>The stack inside the instance on top of <paramref name="dc"/>; null when nothing runs there.</summary>
    public abstract DialogContext? CreateChildContext(DialogContext dc);

    public virtual Dialog? FindDialog(string dialogId) => Dialogs.Find(dialogId);

    public override string GetVersion() => GetInternalVersion();

    protected virtual string GetInternalVersion() => Dialogs.GetVersion();

    /// <summary>
    /// Raises <see cref="DialogEvents.VersionChanged"/> once when the dialogs inside are not those the instance was begun
    /// with. Unhandled, the conversation goes on: waterfalls find their step by its name.
    /// </summary>
    protected virtual async Task CheckForVersionChangeAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        if (dc.ActiveDialog is not { } active)
        {
            return;
        }

        var before = active.Version;
        active.Version = GetInternalVersion();
        if (before != null && before != active.Version)
        {
            await dc.EmitEventAsync(DialogEvents.VersionChanged, Id, bubble: true, fromLeaf: false, cancellationToken);
        }
    }
}
