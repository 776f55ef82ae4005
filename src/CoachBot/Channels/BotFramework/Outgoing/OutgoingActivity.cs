using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;
using ChannelNames = CoachBot.BotBuilder.Connector.Channels;

namespace CoachBot.Channels.BotFramework.Outgoing;

/// <summary>Makes a reply of the bot what its channel takes.</summary>
internal static class OutgoingActivity
{
    private const int MostSuggestedActions = 3;
    private const int MostCardButtons = 6;
    private const string AdaptiveCard = "application/vnd.microsoft.card.adaptive";

    public static void Adapt(Activity reply)
    {
        var number = reply.Id;

        // The channel gives the id and the time.
        (reply.Id, reply.Timestamp) = (null, null);
        foreach (var card in reply.Attachments?.Where(attachment => attachment.ContentType == AdaptiveCard) ?? [])
            StampCard(card, number);
        if (reply.ChannelId == ChannelNames.Msteams)
            KeepWithinTeams(reply);
    }

    private static void StampCard(Attachment card, string? number)
    {
        if (card.Content is JsonNode content && number is not null)
            CardNonce.Stamp(content, number);
    }

    /// <summary>
    /// Teams shows three suggested actions, in personal chats, and of no other kind than imBack. Where that does not suffice, all
    /// of them become buttons of cards: some here and some there would be hard to read.
    /// </summary>
    private static void KeepWithinTeams(Activity reply)
    {
        if (reply.SuggestedActions?.Actions is not { Count: > 0 } actions)
            return;

        var fit = actions.Count <= MostSuggestedActions && reply.Conversation?.IsGroup != true
            && actions.All(action => action.Type is ActionTypes.ImBack or "Action.Compose");
        if (fit)
        {
            if (reply.SuggestedActions.To is not { Count: > 0 } && reply.Recipient?.Id is { } reader)
                reply.SuggestedActions.To = [reader];
            return;
        }

        var cards = actions.Chunk(MostCardButtons).Select(buttons => new HeroCard(buttons: [.. buttons]).ToAttachment());
        reply.Attachments = [.. reply.Attachments ?? [], .. cards];
        reply.SuggestedActions = null;
    }
}
