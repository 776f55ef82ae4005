namespace CoachBot.BotBuilder.Schema;

/// <summary>One class for every kind of activity; the interfaces are views of it.</summary>
public partial class Activity :
    IMessageActivity,
    IMessageUpdateActivity,
    IMessageDeleteActivity,
    IMessageReactionActivity,
    ISuggestionActivity,
    IConversationUpdateActivity,
    IContactRelationUpdateActivity,
    IInstallationUpdateActivity,
    ITypingActivity,
    IEndOfConversationActivity,
    IEventActivity,
    IInvokeActivity,
    ITraceActivity,
    IHandoffActivity,
    ICommandActivity,
    ICommandResultActivity
{
    public IMessageActivity? AsMessageActivity() => As(ActivityTypes.Message);

    public IMessageUpdateActivity? AsMessageUpdateActivity() => As(ActivityTypes.MessageUpdate);

    public IMessageDeleteActivity? AsMessageDeleteActivity() => As(ActivityTypes.MessageDelete);

    public IMessageReactionActivity? AsMessageReactionActivity() => As(ActivityTypes.MessageReaction);

    public ISuggestionActivity? AsSuggestionActivity() => As(ActivityTypes.Suggestion);

    public IConversationUpdateActivity? AsConversationUpdateActivity() => As(ActivityTypes.ConversationUpdate);

    public IContactRelationUpdateActivity? AsContactRelationUpdateActivity() => As(ActivityTypes.ContactRelationUpdate);

    public IInstallationUpdateActivity? AsInstallationUpdateActivity() => As(ActivityTypes.InstallationUpdate);

    public ITypingActivity? AsTypingActivity() => As(ActivityTypes.Typing);

    public IEndOfConversationActivity? AsEndOfConversationActivity() => As(ActivityTypes.EndOfConversation);

    public IEventActivity? AsEventActivity() => As(ActivityTypes.Event);

    public IInvokeActivity? AsInvokeActivity() => As(ActivityTypes.Invoke);

    public ITraceActivity? AsTraceActivity() => As(ActivityTypes.Trace);

    public IHandoffActivity? AsHandoffActivity() => As(ActivityTypes.Handoff);

    public ICommandActivity? AsCommandActivity() => As(ActivityTypes.Command);

    public ICommandResultActivity? AsCommandResultActivity() => As(ActivityTypes.CommandResult);

    private Activity? As(string activityType) => IsActivity(activityType) ? this : null;

    /// <summary>A type may carry a subtype after a slash: "message/card" is a message.</summary>
    protected bool IsActivity(string activityType) =>
        Type is { } type
        && type.StartsWith(activityType, StringComparison.OrdinalIgnoreCase)
        && (type.Length == activityType.Length || type[activityType.Length] == '/');
}
