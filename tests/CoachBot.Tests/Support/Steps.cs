using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Dialogs;

namespace CoachBot.Tests.Support;

/// <summary>Waterfall steps that most tests need.</summary>
internal static class Steps
{
    public static WaterfallStep Says(string text) => async (step, cancellationToken) =>
    {
        await step.Context.SendActivityAsync(text, cancellationToken: cancellationToken);
        return Dialog.EndOfTurn;
    };

    public static WaterfallStep Asks(string promptId, string question, string? retry = null) => (step, cancellationToken) =>
        step.PromptAsync(promptId, Question(question, retry), cancellationToken);

    public static WaterfallStep Begins(string dialogId, object? options = null) => (step, cancellationToken) =>
        step.BeginDialogAsync(dialogId, options, cancellationToken);

    public static WaterfallStep EndsWithResult() => (step, cancellationToken) => step.EndDialogAsync(step.Result, cancellationToken);

    public static PromptOptions Question(string question, string? retry = null) => new()
    {
        Prompt = MessageFactory.Text(question),
        RetryPrompt = retry == null ? null : MessageFactory.Text(retry),
    };
}
