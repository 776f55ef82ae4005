using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Dialogs;

namespace CoachBot.Tests.Support;

/// <summary>A dialog that waits, or begins another one, and writes down how it was called.</summary>
internal sealed class Probe(string id, string? begins = null) : Dialog(id)
{
    public List<string> Calls { get; } = [];

    /// <summary>The name of an event that it handles.</summary>
    public string? Handles { get; set; }

    public CancellationToken EndToken { get; private set; }

    public override Task<DialogTurnResult> BeginDialogAsync(
        DialogContext dc, object? options = null, CancellationToken cancellationToken = default) =>
        begins == null ? Task.FromResult(EndOfTurn) : dc.BeginDialogAsync(begins, options, cancellationToken);

    public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
    {
        Calls.Add("continue");
        return Task.FromResult(EndOfTurn);
    }

    public override Task<DialogTurnResult> ResumeDialogAsync(
        DialogContext dc, DialogReason reason, object? result = null, CancellationToken cancellationToken = default)
    {
        Calls.Add($"resume {reason} {result}");
        return Task.FromResult(EndOfTurn);
    }

    public override Task RepromptDialogAsync(
        ITurnContext turnContext, DialogInstance instance, CancellationToken cancellationToken = default)
    {
        Calls.Add("reprompt");
        return Task.CompletedTask;
    }

    public override Task EndDialogAsync(
        ITurnContext turnContext, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
    {
        Calls.Add($"end {reason}");
        EndToken = cancellationToken;
        return Task.CompletedTask;
    }

    public override Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
    {
        Calls.Add($"event {e.Name}");
        return Task.FromResult(e.Name == Handles);
    }
}
