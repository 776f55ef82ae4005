using CoachBot.BotBuilder.Dialogs.Choices;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Dialogs;

/// <summary>The message that a prompt sends.</summary>
internal static class PromptMessage
{
    public static Activity? Choose(PromptOptions options, bool isRetry) =>
        isRetry && options.RetryPrompt != null ? options.RetryPrompt : options.Prompt;

    /// <summary>The prompt keeps its own attachments and suggested actions; those of the choices come behind or in their place.</summary>
    public static IMessageActivity WithChoices(
        IMessageActivity? prompt,
        string? channelId,
        IList<Choice>? choices,
        ListStyle style,
        ChoiceFactoryOptions? options,
        string? conversationType,
        IList<string>? toList)
    {
        var message = Render(prompt?.Text ?? "", channelId, choices, style, options, conversationType, toList);
        if (prompt is not Activity original)
        {
            message.InputHint = InputHints.ExpectingInput;
            return message;
        }

        var copy = original.Copy();
        copy.Text = message.Text;
        if (message.SuggestedActions?.Actions?.Count > 0)
        {
            copy.SuggestedActions = message.SuggestedActions;
        }

        if (message.Attachments?.Count > 0)
        {
            copy.Attachments = [.. copy.Attachments ?? [], .. message.Attachments];
        }

        return copy;
    }

    private static IMessageActivity Render(
        string text,
        string? channelId,
        IList<Choice>? choices,
        ListStyle style,
        ChoiceFactoryOptions? options,
        string? conversationType,
        IList<string>? toList) => style switch
        {
            ListStyle.None => MessageFactory.Text(text),
            ListStyle.Inline => ChoiceFactory.Inline(choices, text, null, options),
            ListStyle.List => ChoiceFactory.List(choices, text, null, options),
            ListStyle.SuggestedAction => ChoiceFactory.SuggestedAction(choices, text, null, toList),
            ListStyle.HeroCard => ChoiceFactory.HeroCard(choices, text),
            _ => ChoiceFactory.ForChannel(channelId, choices, text, null, options, conversationType, toList),
        };
}
