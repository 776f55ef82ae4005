namespace CoachBot.BotBuilder;

/// <summary>State of one conversation, under <c>{channelId}/conversations/{conversation.id}</c>.</summary>
public class ConversationState(IStorage storage) : BotState(storage, nameof(ConversationState))
{
    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{StateKey.Channel(turnContext)}/conversations/{StateKey.Conversation(turnContext)}";
}

/// <summary>State of one user on one channel, under <c>{channelId}/users/{from.id}</c>.</summary>
public class UserState(IStorage storage) : BotState(storage, nameof(UserState))
{
    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{StateKey.Channel(turnContext)}/users/{StateKey.User(turnContext)}";
}

/// <summary>State of one user in one conversation, under <c>{channelId}/conversations/{conversation.id}/users/{from.id}</c>.</summary>
public class PrivateConversationState(IStorage storage) : BotState(storage, nameof(PrivateConversationState))
{
    protected override string GetStorageKey(ITurnContext turnContext) =>
        $"{StateKey.Channel(turnContext)}/conversations/{StateKey.Conversation(turnContext)}/users/{StateKey.User(turnContext)}";
}

internal static class StateKey
{
    public static string Channel(ITurnContext turnContext) => Need(turnContext.Activity.ChannelId, "channelId");

    public static string Conversation(ITurnContext turnContext) => Need(turnContext.Activity.Conversation?.Id, "conversation.id");

    public static string User(ITurnContext turnContext) => Need(turnContext.Activity.From?.Id, "from.id");

    private static string Need(string? value, string name) =>
        value ?? throw new ArgumentNullException(name, $"The activity of this turn has no {name}, so its state has no key.");
}
