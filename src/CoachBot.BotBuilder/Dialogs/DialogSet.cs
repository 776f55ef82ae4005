using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>Dialogs that can begin each other.</summary>
public class DialogSet
{
    /// <summary>The sets whose version is being computed further up on this thread.</summary>
    [ThreadStatic]
    private static HashSet<DialogSet>? _visiting;

    private readonly IStatePropertyAccessor<DialogState>? _dialogState;
    private readonly Dictionary<string, Dialog> _dialogs = [];
    private IBotTelemetryClient _telemetryClient = NullBotTelemetryClient.Instance;
    private string? _version;

    /// <summary>A set whose state another dialog keeps.</summary>
    public DialogSet()
    {
    }

    public DialogSet(IStatePropertyAccessor<DialogState> dialogState)
    {
        ArgumentNullException.ThrowIfNull(dialogState);
        _dialogState = dialogState;
    }

    /// <summary>Setting it sets that of every dialog in the set; null means none.</summary>
    public IBotTelemetryClient? TelemetryClient
    {
        get => _telemetryClient;
        set
        {
            var client = value ?? NullBotTelemetryClient.Instance;
            if (ReferenceEquals(client, _telemetryClient))
            {
                // Sets may contain each other.
                return;
            }

            _telemetryClient = client;
            foreach (var dialog in _dialogs.Values)
            {
                dialog.TelemetryClient = client;
            }
        }
    }

    /// <summary>A hash of the versions of its dialogs.</summary>
    public virtual string GetVersion()
    {
        _visiting ??= [];
        if (_version != null || !_visiting.Add(this))
        {
            // Sets may contain each other: the one that is asked while it asks has none yet.
            return _version ?? "";
        }

        try
        {
            return _version = ComputeVersion();
        }
        finally
        {
            _visiting.Remove(this);
        }
    }

    /// <summary>
    /// Adds a dialog and what it depends on. The same object twice is one; another dialog with an id that is taken gets
    /// a number behind its id.
    /// </summary>
    public DialogSet Add(Dialog dialog)
    {
        ArgumentNullException.ThrowIfNull(dialog);
        _version = null;
        if (_dialogs.TryGetValue(dialog.Id, out var present))
        {
            if (ReferenceEquals(present, dialog))
            {
                return this;
            }

            dialog.Id = FreeId(dialog.Id);
        }

        dialog.TelemetryClient = _telemetryClient;
        _dialogs[dialog.Id] = dialog;
        foreach (var dependency in (dialog as IDialogDependencies)?.GetDependencies() ?? [])
        {
            Add(dependency);
        }

        return this;
    }

    public async Task<DialogContext> CreateContextAsync(ITurnContext turnContext, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(turnContext);
        if (_dialogState == null)
        {
            throw new InvalidOperationException(
                "DialogSet.CreateContextAsync(): DialogSet created with a null IStatePropertyAccessor.");
        }

        var state = await _dialogState.GetAsync(turnContext, () => new DialogState(), cancellationToken);
        return new DialogContext(this, turnContext, state!);
    }

    /// <returns>Null when it is not in this set; parents are not asked.</returns>
    public Dialog? Find(string dialogId)
    {
        if (string.IsNullOrWhiteSpace(dialogId))
        {
            throw new ArgumentNullException(nameof(dialogId));
        }

        return _dialogs.GetValueOrDefault(dialogId);
    }

    public IEnumerable<Dialog> GetDialogs() => _dialogs.Values;

    private string ComputeVersion()
    {
        var all = _dialogs.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => $"{entry.Key}={entry.Value.GetVersion()}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', all))));
    }

    private string FreeId(string id)
    {
        var suffix = 2;
        while (_dialogs.ContainsKey(id + suffix.ToString(CultureInfo.InvariantCulture)))
        {
            suffix++;
        }

        return id + suffix.ToString(CultureInfo.InvariantCulture);
    }
}
