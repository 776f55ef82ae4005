using System.Globalization;
using System.Text;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.BotBuilder.Dialogs.Choices;

/// <summary>Renders a question and its choices as a message.</summary>
public static class ChoiceFactory
{
    private const int InlineLimit = 3;

    /// <summary>The best the channel can show: buttons under the chat, else a card, else the text itself.</summary>
    public static IMessageActivity ForChannel(
        string? channelId, IList<Choice>? list, string? text = null, string? speak = null, ChoiceFactoryOptions? options = null) =>
        ForChannel(channelId, list, text, speak, options, conversationType: null, toList: null);

    /// <param name="conversationType">Teams shows suggested actions in personal chats only.</param>
    /// <param name="toList">The ids of those who shall see suggested actions; null means all.</param>
    public static IMessageActivity ForChannel(
        string? channelId,
        IList<Choice>? list,
        string? text,
        string? speak,
        ChoiceFactoryOptions? options,
        string? conversationType = null,
        IList<string>? toList = null)
    {
        channelId ??= "";
        list ??= [];
        var shortTitles = list.All(choice => choice.Title.Length <= Channel.MaxActionTitleLength(channelId));

        if (shortTitles && Channel.SupportsSuggestedActions(channelId, list.Count, conversationType))
        {
            return SuggestedAction(list, text, speak, toList);
        }

        if (shortTitles && Channel.SupportsCardActions(channelId, list.Count))
        {
            return HeroCard(list, text, speak);
        }

        return shortTitles && list.Count <= InlineLimit ? Inline(list, text, speak, options) : List(list, text, speak, options);
    }

    /// <summary>"question (1) red, (2) green, or (3) blue".</summary>
    public static Activity Inline(
        IList<Choice>? choices, string? text = null, string? speak = null, ChoiceFactoryOptions? options = null)
    {
        choices ??= [];
        var written = new StringBuilder(text).Append(' ');
        for (var index = 0; index < choices.Count; index++)
        {
            written.Append(Connector(index, choices.Count, options));
            if (options?.IncludeNumbers ?? true)
            {
                written.Append(CultureInfo.InvariantCulture, $"({index + 1}) ");
            }

            written.Append(choices[index].Title);
        }

        return MessageFactory.Text(written.ToString(), speak, InputHints.ExpectingInput);
    }

    public static Activity List(
        IList<string>? choices, string? text = null, string? speak = null, ChoiceFactoryOptions? options = null) =>
        List(ToChoices(choices), text, speak, options);

    /// <summary>One choice a line, numbered unless the options say otherwise.</summary>
    public static Activity List(
        IList<Choice>? choices, string? text = null, string? speak = null, ChoiceFactoryOptions? options = null)
    {
        var numbered = options?.IncludeNumbers ?? true;
        var lines = (choices ?? [])
            .Select((choice, index) => (numbered ? $"{index + 1}. " : "- ") + choice.Title);
        return MessageFactory.Text($"{text}\n\n   {string.Join("\n   ", lines)}", speak, InputHints.ExpectingInput);
    }

    public static IMessageActivity SuggestedAction(
        IList<string>? choices, string? text = null, string? speak = null, IList<string>? toList = null) =>
        SuggestedAction(ToChoices(choices), text, speak, toList);

    public static IMessageActivity SuggestedAction(
        IList<Choice>? choices, string? text = null, string? speak = null, IList<string>? toList = null)
    {
        var message = MessageFactory.Text(text, speak, InputHints.ExpectingInput);
        message.SuggestedActions = new SuggestedActions { Actions = Buttons(choices), To = toList };
        return message;
    }

    public static IMessageActivity HeroCard(IList<Choice>? choices, string? text = null, string? speak = null)
    {
        var card = new HeroCard { Text = text, Buttons = Buttons(choices) };
        var attachment = new Attachment { ContentType = Schema.HeroCard.ContentType, Content = card };
        return MessageFactory.Attachment(attachment, null, speak, InputHints.ExpectingInput);
    }

    public static IList<Choice> ToChoices(IList<string>? choices) =>
        choices == null ? [] : choices.Select(value => new Choice(value)).ToList();

    private static string Connector(int index, int count, ChoiceFactoryOptions? options)
    {
        if (index == 0)
        {
            return "";
        }

        if (index < count - 1)
        {
            return options?.InlineSeparator ?? ", ";
        }

        return index == 1 ? options?.InlineOr ?? " or " : options?.InlineOrMore ?? ", or ";
    }

    private static List<CardAction> Buttons(IList<Choice>? choices) =>
        (choices ?? []).Select(choice => choice.Action ?? ImBack(choice.Value)).ToList();

    private static CardAction ImBack(string? value) =>
        new() { Type = ActionTypes.ImBack, Value = value, Title = value };
}
