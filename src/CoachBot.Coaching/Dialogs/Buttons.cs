using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Connector;
using CoachBot.BotBuilder.Dialogs.Choices;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Coaching.Dialogs;

/// <param name="Value">What a tap says for the runner.</param>
internal sealed record Button(string Title, string Value)
{
    /// <summary>The form that a tap opens where the channel has windows; elsewhere the tap says its value.</summary>
    public string? Form { get; init; }
}

/// <summary>Puts buttons on a message in the way the channel shows them. Without buttons the text says all that is needed.</summary>
internal static class Buttons
{
    private const int Usual = 6;

    /// <summary>Not one of Bot Builder's channels; it prints the titles, and typing one is a tap.</summary>
    private const string Terminal = "terminal";

    public static bool AreShownIn(Activity inbound) =>
        inbound.ChannelId == Terminal || Channel.SupportsSuggestedActions(inbound.ChannelId, Usual, inbound.Conversation?.ConversationType) || Channel.SupportsCardActions(inbound.ChannelId, Usual);

    public static void Add(Activity reply, IReadOnlyList<Button> buttons, Activity inbound)
    {
        if (buttons.Count == 0)
            return;

        var actions = buttons.Select(button => ActionOf(button, inbound.ChannelId)).ToList();
        var channel = inbound.ChannelId;
        if (channel == Terminal || Channel.SupportsSuggestedActions(channel, buttons.Count, inbound.Conversation?.ConversationType))
            reply.SuggestedActions = new SuggestedActions(actions: actions);
        else if (Channel.SupportsCardActions(channel, buttons.Count))
            (reply.Attachments ??= []).Add(new Attachment(HeroCard.ContentType, content: new HeroCard(buttons: actions)));
    }

    private static CardAction ActionOf(Button button, string? channelId) => button.Form is { } form && channelId == Channels.Slack
        ? new CardAction("invoke", button.Title, value: new JsonObject { ["form"] = form })
        : new CardAction(ActionTypes.ImBack, button.Title, value: button.Value);
}
