using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;
using ChannelIds = CoachBot.BotBuilder.Connector.Channels;

namespace CoachBot.Tests.BotBuilder.Schema;

public sealed class ActivityTests
{
    public static TheoryData<string, Func<Activity, object>> Views => new()
    {
        { ActivityTypes.Message, activity => activity.AsMessageActivity() },
        { ActivityTypes.MessageUpdate, activity => activity.AsMessageUpdateActivity() },
        { ActivityTypes.MessageDelete, activity => activity.AsMessageDeleteActivity() },
        { ActivityTypes.MessageReaction, activity => activity.AsMessageReactionActivity() },
        { ActivityTypes.ConversationUpdate, activity => activity.AsConversationUpdateActivity() },
        { ActivityTypes.ContactRelationUpdate, activity => activity.AsContactRelationUpdateActivity() },
        { ActivityTypes.InstallationUpdate, activity => activity.AsInstallationUpdateActivity() },
        { ActivityTypes.Typing, activity => activity.AsTypingActivity() },
        { ActivityTypes.EndOfConversation, activity => activity.AsEndOfConversationActivity() },
        { ActivityTypes.Event, activity => activity.AsEventActivity() },
        { ActivityTypes.Invoke, activity => activity.AsInvokeActivity() },
        { ActivityTypes.Suggestion, activity => activity.AsSuggestionActivity() },
        { ActivityTypes.Trace, activity => activity.AsTraceActivity() },
        { ActivityTypes.Handoff, activity => activity.AsHandoffActivity() },
        { ActivityTypes.Command, activity => activity.AsCommandActivity() },
        { ActivityTypes.CommandResult, activity => activity.AsCommandResultActivity() },
    };

    [Theory]
    [MemberData(nameof(Views), DisableDiscoveryEnumeration = true)]
    public void A_view_is_given_for_its_own_type_only(string type, Func<Activity, object> view)
    {
        Assert.NotNull(view(new Activity(type)));
        Assert.NotNull(view(new Activity(type.ToUpperInvariant() + "/subtype")));
        Assert.Null(view(new Activity(type + "s")));
        Assert.Null(view(new Activity()));
    }

    [Fact]
    public void New_messages_and_updates_have_empty_lists()
    {
        var message = Activity.CreateMessageActivity();
        Assert.Empty(message.Attachments);
        Assert.Empty(message.Entities);
        Assert.Empty(Activity.CreateConversationUpdateActivity().MembersAdded);
        Assert.Empty(Activity.CreateConversationUpdateActivity().MembersRemoved);
    }

    [Fact]
    public void A_reply_goes_back_to_the_sender()
    {
        var reply = Some.Message().CreateReply("there you are", "fr");
        Assert.Equal(("message", "there you are", "fr", "in-1"), (reply.Type, reply.Text, reply.Locale, reply.ReplyToId));
        Assert.Equal(("b1", "u1", "c1", "Morning"), (reply.From.Id, reply.Recipient.Id, reply.Conversation.Id, reply.Conversation.Name));
    }

    [Fact]
    public void A_reply_without_text_has_an_empty_one_and_the_language_of_the_activity()
    {
        var reply = Some.Message().CreateReply();
        Assert.Equal((string.Empty, "en-GB"), (reply.Text, reply.Locale));
    }

    [Fact]
    public void A_reply_can_be_made_when_accounts_are_missing()
    {
        var reply = new Activity(ActivityTypes.Message).CreateReply("x");
        Assert.Null(reply.Recipient.Id);
    }

    [Fact]
    public void A_trace_names_its_value_and_its_caller()
    {
        var trace = (Activity)Activity.CreateTraceActivity("step", value: 7);
        Assert.Equal(("trace", "step", "Int32", nameof(A_trace_names_its_value_and_its_caller)), (trace.Type, trace.Name, trace.ValueType, trace.Label));
        Assert.Equal("other", ((Activity)Some.Message().CreateTrace("step", 7, "other", "label")).ValueType);
        Assert.Equal("in-1", Some.Message().CreateTrace("step").ReplyToId);
    }

    [Fact]
    public void A_reference_says_where_the_activity_took_place()
    {
        var reference = Some.Message().GetConversationReference();
        Assert.Equal(("in-1", "u1", "b1", "c1"), (reference.ActivityId, reference.User.Id, reference.Bot.Id, reference.Conversation.Id));
        Assert.Equal(("test", "https://channel.example/", "en-GB"), (reference.ChannelId, reference.ServiceUrl, reference.Locale));
    }

    [Theory]
    [InlineData(ChannelIds.Directline, null)]
    [InlineData(ChannelIds.Webchat, null)]
    [InlineData(ChannelIds.Msteams, "in-1")]
    public void Conversation_updates_of_web_clients_cannot_be_answered_by_id(string channelId, string? expected)
    {
        var update = Some.Activity(ActivityTypes.ConversationUpdate);
        update.ChannelId = channelId;
        Assert.Equal(expected, update.GetConversationReference().ActivityId);
        Assert.Equal(expected, update.CreateReply().ReplyToId);
    }

    [Fact]
    public void A_reference_can_be_applied_to_an_outgoing_activity()
    {
        var activity = new Activity(ActivityTypes.Message, "own") { Locale = "de" };
        activity.ApplyConversationReference(Some.Message().GetConversationReference());
        Assert.Equal(("own", "in-1", "b1", "u1", "en-GB"), (activity.Id, activity.ReplyToId, activity.From.Id, activity.Recipient.Id, activity.Locale));
    }

    [Fact]
    public void A_reference_can_be_applied_to_an_incoming_activity()
    {
        var reference = Some.Message().GetConversationReference();
        reference.Locale = null;
        var activity = new Activity { Locale = "de" }.ApplyConversationReference(reference, isIncoming: true);
        Assert.Equal(("in-1", null, "u1", "b1", "de"), (activity.Id, activity.ReplyToId, activity.From.Id, activity.Recipient.Id, activity.Locale));
    }

    [Fact]
    public void What_was_sent_can_be_referred_to() =>
        Assert.Equal("sent", Some.Message().GetReplyConversationReference(new ResourceResponse("sent")).ActivityId);

    [Fact]
    public void Content_is_text_a_summary_an_attachment_or_channel_data()
    {
        Assert.False(new Activity { Text = " " }.HasContent());
        Assert.True(new Activity { Text = "x" }.HasContent());
        Assert.True(new Activity { Summary = "x" }.HasContent());
        Assert.True(new Activity { Attachments = [new Attachment()] }.HasContent());
        Assert.False(new Activity { Attachments = [] }.HasContent());
        Assert.True(new Activity { ChannelData = new { x = 1 } }.HasContent());
    }

    [Fact]
    public void Channel_data_can_be_read_as_a_type()
    {
        var activity = new Activity { ChannelData = new JsonObject { ["name"] = "t" } };
        Assert.Equal("t", activity.GetChannelData<ChannelAccount>().Name);
        Assert.True(activity.TryGetChannelData<ChannelAccount>(out var data));
        Assert.Equal("t", data.Name);

        var typed = new ChannelAccount();
        Assert.Same(typed, new Activity { ChannelData = typed }.GetChannelData<ChannelAccount>());
    }

    [Fact]
    public void Channel_data_of_another_shape_is_not_read()
    {
        Assert.False(new Activity { ChannelData = "text" }.TryGetChannelData<ChannelAccount>(out _));
        Assert.False(new Activity().TryGetChannelData<ChannelAccount>(out var none));
        Assert.Null(none);
    }

    [Theory]
    [InlineData("https://channel.example", false)]
    [InlineData("urn:botframework:websocket:wss://x", true)]
    [InlineData(null, false)]
    public void A_streaming_connection_is_told_by_its_address(string? serviceUrl, bool streaming) =>
        Assert.Equal(streaming, new Activity { ServiceUrl = serviceUrl }.IsFromStreamingConnection());

    [Fact]
    public void The_long_constructor_keeps_its_order()
    {
        var activity = new Activity(
            "message", "id", null, null, "url", "channel", new ChannelAccount("u"), new ConversationAccount(true, "group", "c"), new ChannelAccount("b"),
            "plain", "list", null, null, null, null, "topic", true, "en", "text", "speak", "hint", "summary", new SuggestedActions(), [], [],
            "data", "action", "reply", "label", "valueType", "value", "name", null, "code", null, "high", "normal", ["a"], [], null, "Europe/Paris");
        Assert.Equal(("text", "name", "Europe/Paris", "high"), (activity.Text, activity.Name, activity.LocalTimezone, activity.Importance));
        Assert.Equal((true, "group", "c"), (activity.Conversation.IsGroup, activity.Conversation.ConversationType, activity.Conversation.Id));
    }
}
