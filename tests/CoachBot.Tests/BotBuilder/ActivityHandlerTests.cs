using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder;

public sealed class ActivityHandlerTests
{
    private readonly NotingHandler _bot = new();

    [Theory]
    [InlineData(ActivityTypes.Message, "message")]
    [InlineData(ActivityTypes.MessageUpdate, "messageUpdate")]
    [InlineData(ActivityTypes.MessageDelete, "messageDelete")]
    [InlineData(ActivityTypes.EndOfConversation, "endOfConversation")]
    [InlineData(ActivityTypes.Typing, "typing")]
    [InlineData(ActivityTypes.Event, "event")]
    [InlineData(ActivityTypes.Command, "command")]
    [InlineData(ActivityTypes.CommandResult, "commandResult")]
    [InlineData(ActivityTypes.Handoff, "unrecognized")]
    [InlineData("somethingNew", "unrecognized")]
    public async Task Each_type_has_its_method(string type, string expected)
    {
        await Run(new Activity(type));
        Assert.Equal([expected], _bot.Calls);
    }

    [Fact]
    public async Task A_token_response_is_told_from_other_events()
    {
        await Run(new Activity(ActivityTypes.Event) { Name = "tokens/response" });
        Assert.Equal(["token"], _bot.Calls);
    }

    [Theory]
    [InlineData("add", "installed")]
    [InlineData("add-upgrade", "installed")]
    [InlineData("remove", "removed")]
    [InlineData("remove-upgrade", "removed")]
    [InlineData("other", null)]
    [InlineData(null, null)]
    public async Task Installations_are_added_or_removed(string? action, string? expected)
    {
        await Run(new Activity(ActivityTypes.InstallationUpdate) { Action = action });
        Assert.Equal(expected, _bot.Calls.SingleOrDefault());
    }

    [Fact]
    public async Task A_newcomer_is_welcomed_with_the_whole_list()
    {
        await Run(Update(added: ["b1", "u1"]));
        Assert.Equal(["added b1,u1"], _bot.Calls);
    }

    [Fact]
    public async Task The_bot_itself_is_no_newcomer()
    {
        await Run(Update(added: ["b1"]));
        await Run(Update(removed: ["b1"]));
        await Run(Update(added: [], removed: []));
        await Run(new Activity(ActivityTypes.ConversationUpdate));
        Assert.Empty(_bot.Calls);
    }

    [Fact]
    public async Task Those_who_leave_are_noticed()
    {
        await Run(Update(removed: ["u1", "u2"]));
        Assert.Equal(["removed u1,u2"], _bot.Calls);
    }

    /// <summary>Defect 14 of Bot Builder: members removed are ignored when members added are there, even none.</summary>
    [Fact]
    public async Task Comers_and_goers_in_one_update_are_both_noticed()
    {
        await Run(Update(added: ["u1"], removed: ["u2"]));
        await Run(Update(added: [], removed: ["u3"]));
        Assert.Equal(["added u1", "removed u2", "removed u3"], _bot.Calls);
    }

    [Fact]
    public async Task Without_a_recipient_every_member_counts()
    {
        var update = Update(added: ["u1"]);
        update.Recipient = null;
        await Run(update);
        Assert.Equal(["added u1"], _bot.Calls);
    }

    [Fact]
    public async Task Reactions_are_added_and_removed()
    {
        await Run(new Activity(ActivityTypes.MessageReaction) { ReactionsAdded = [new MessageReaction("like")], ReactionsRemoved = [new MessageReaction("sad")] });
        await Run(new Activity(ActivityTypes.MessageReaction));
        Assert.Equal(["reacted like", "took back sad"], _bot.Calls);
    }

    [Fact]
    public async Task A_handler_without_overrides_takes_everything()
    {
        foreach (var type in new[] { "message", "messageUpdate", "messageDelete", "event", "typing", "endOfConversation", "command", "commandResult", "x" })
            await new ActivityHandler().OnTurnAsync(new RecordingAdapter().Turn(new Activity(type)));
    }

    [Fact]
    public async Task A_turn_needs_an_activity_with_a_type()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => _bot.OnTurnAsync(null));
        await Assert.ThrowsAsync<ArgumentException>(() => Run(new Activity()));
    }

    [Fact]
    public async Task The_view_of_the_turn_is_the_turn()
    {
        var adapter = new RecordingAdapter();
        var turn = adapter.Turn(Some.Message("ping"));
        turn.TurnState.Set("x", "y");
        await _bot.OnTurnAsync(turn);
        Assert.Equal("pong y", adapter.Sent[0].Text);
        Assert.True(turn.Responded);
    }

    [Fact]
    public async Task Everything_on_the_view_of_a_turn_passes_through()
    {
        var adapter = new RecordingAdapter();
        ITurnContext<IMessageActivity> view = new DelegatingTurnContext<IMessageActivity>(adapter.Turn());
        var handlers = 0;
        view.OnSendActivities((_, _, next) => Count(next)).OnUpdateActivity((_, _, next) => Count(next)).OnDeleteActivity((_, _, next) => Count(next));

        await view.SendActivitiesAsync([MessageFactory.Text("a")]);
        await view.SendActivityAsync(MessageFactory.Text("b"));
        await view.UpdateActivityAsync(MessageFactory.Text("c"));
        await view.DeleteActivityAsync("1");
        await view.DeleteActivityAsync(new ConversationReference("2"));

        Assert.Equal((2, 1, 2, 5), (adapter.Sent.Count, adapter.Updated.Count, adapter.Deleted.Count, handlers));
        Assert.Same(adapter, view.Adapter);
        Assert.Equal("hi", view.Activity.Text);

        T Count<T>(Func<T> next)
        {
            handlers++;
            return next();
        }
    }

    private static Activity Update(string[] added = null, string[] removed = null)
    {
        var update = Some.Activity(ActivityTypes.ConversationUpdate);
        update.MembersAdded = added?.Select(id => new ChannelAccount(id)).ToList();
        update.MembersRemoved = removed?.Select(id => new ChannelAccount(id)).ToList();
        return update;
    }

    private Task Run(Activity activity) => _bot.OnTurnAsync(new RecordingAdapter().Turn(activity));

    private sealed class NotingHandler : ActivityHandler
    {
        public List<string> Calls { get; } = [];

        protected override async Task OnMessageActivityAsync(ITurnContext<IMessageActivity> turnContext, CancellationToken cancellationToken)
        {
            Calls.Add("message");
            if (turnContext.Activity.Text == "ping")
                await turnContext.SendActivityAsync("pong " + turnContext.TurnState.Get<string>("x"), cancellationToken: cancellationToken);
        }

        protected override Task OnMessageUpdateActivityAsync(ITurnContext<IMessageUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("messageUpdate");

        protected override Task OnMessageDeleteActivityAsync(ITurnContext<IMessageDeleteActivity> turnContext, CancellationToken cancellationToken) => Note("messageDelete");

        protected override Task OnEndOfConversationActivityAsync(ITurnContext<IEndOfConversationActivity> turnContext, CancellationToken cancellationToken) => Note("endOfConversation");

        protected override Task OnTypingActivityAsync(ITurnContext<ITypingActivity> turnContext, CancellationToken cancellationToken) => Note("typing");

        protected override Task OnEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Note("event");

        protected override Task OnTokenResponseEventAsync(ITurnContext<IEventActivity> turnContext, CancellationToken cancellationToken) => Note("token");

        protected override Task OnCommandActivityAsync(ITurnContext<ICommandActivity> turnContext, CancellationToken cancellationToken) => Note("command");

        protected override Task OnCommandResultActivityAsync(ITurnContext<ICommandResultActivity> turnContext, CancellationToken cancellationToken) => Note("commandResult");

        protected override Task OnUnrecognizedActivityTypeAsync(ITurnContext turnContext, CancellationToken cancellationToken) => Note("unrecognized");

        protected override Task OnInstallationUpdateAddAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("installed");

        protected override Task OnInstallationUpdateRemoveAsync(ITurnContext<IInstallationUpdateActivity> turnContext, CancellationToken cancellationToken) => Note("removed");

        protected override Task OnMembersAddedAsync(
            IList<ChannelAccount> membersAdded, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Note("added " + string.Join(',', membersAdded.Select(member => member.Id)));

        protected override Task OnMembersRemovedAsync(
            IList<ChannelAccount> membersRemoved, ITurnContext<IConversationUpdateActivity> turnContext, CancellationToken cancellationToken) =>
            Note("removed " + string.Join(',', membersRemoved.Select(member => member.Id)));

        protected override Task OnReactionsAddedAsync(
            IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
            Note("reacted " + messageReactions[0].Type);

        protected override Task OnReactionsRemovedAsync(
            IList<MessageReaction> messageReactions, ITurnContext<IMessageReactionActivity> turnContext, CancellationToken cancellationToken) =>
            Note("took back " + messageReactions[0].Type);

        private Task Note(string call)
        {
            Calls.Add(call);
            return Task.CompletedTask;
        }
    }
}
