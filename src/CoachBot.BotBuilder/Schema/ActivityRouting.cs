using CoachBot.BotBuilder.Connector;

namespace CoachBot.BotBuilder.Schema;

public partial class Activity
{
    /// <summary>Direct Line and Web Chat make up the ids of conversation updates, so nothing can be a reply to one.</summary>
    private string? ReplyableId =>
        IsActivity(ActivityTypes.ConversationUpdate)
        && (string.Equals(ChannelId, Channels.Directline, StringComparison.OrdinalIgnoreCase)
            || string.Equals(ChannelId, Channels.Webchat, StringComparison.OrdinalIgnoreCase))
            ? null
            : Id;

    public ConversationReference GetConversationReference() => new(ReplyableId, From, Recipient, Conversation, ChannelId, ServiceUrl)
    {
        Locale = Locale,
    };

    /// <summary>The reference with which what was sent can be updated or deleted later.</summary>
    public ConversationReference GetReplyConversationReference(ResourceResponse reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var reference = GetConversationReference();
        reference.ActivityId = reply.Id;
        return reference;
    }

    /// <param name="reference">Where to.</param>
    /// <param name="isIncoming">True: from the user to the bot. False: from the bot to the user, as a reply.</param>
    public Activity ApplyConversationReference(ConversationReference reference, bool isIncoming = false)
    {
        ArgumentNullException.ThrowIfNull(reference);
        ChannelId = reference.ChannelId;
        ServiceUrl = reference.ServiceUrl;
        Conversation = reference.Conversation;
        Locale = reference.Locale ?? Locale;
        From = isIncoming ? reference.User : reference.Bot;
        Recipient = isIncoming ? reference.Bot : reference.User;
        if (reference.ActivityId is { } id)
        {
            if (isIncoming)
                Id = id;
            else
                ReplyToId = id;
        }

        return this;
    }

    /// <summary>Streaming connections have a service address that is not an http address.</summary>
    public bool IsFromStreamingConnection() =>
        ServiceUrl is { } address && !address.StartsWith("http", StringComparison.OrdinalIgnoreCase);
}
