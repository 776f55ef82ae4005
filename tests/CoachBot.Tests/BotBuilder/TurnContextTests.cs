using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder;

public sealed class TurnContextTests
{
    private readonly RecordingAdapter _adapter = new();

    [Fact]
    public void It_needs_an_adapter_and_an_activity()
    {
        Assert.Throws<ArgumentNullException>(() => new TurnContext((BotAdapter)null, Some.Message()));
        Assert.Throws<ArgumentNullException>(() => new TurnContext(_adapter, null));
        Assert.Throws<ArgumentNullException>(() => new TurnContext((ITurnContext)null, Some.Message()));
    }

    [Fact]
    public void It_starts_without_a_response() => Assert.False(_adapter.Turn().Responded);

    [Fact]
    public async Task Sending_text_answers_the_sender()
    {
        var response = await _adapter.Turn().SendActivityAsync("hello");

        var sent = Assert.Single(_adapter.Sent);
        Assert.Equal(("message", "hello"), (sent.Type, sent.Text));
        Assert.Equal(("b1", "u1", "c1", "in-1"), (sent.From.Id, sent.Recipient.Id, sent.Conversation.Id, sent.ReplyToId));
        Assert.Equal(("test", "https://channel.example/", "en-GB"), (sent.ChannelId, sent.ServiceUrl, sent.Locale));
        Assert.Equal(("1", "1"), (response.Id, sent.Id));
    }

    [Fact]
    public async Task Sending_text_can_carry_speech_and_a_hint()
    {
        await _adapter.Turn().SendActivityAsync("hello", "<b>hello</b>", InputHints.ExpectingInput);

        Assert.Equal(("<b>hello</b>", InputHints.ExpectingInput), (_adapter.Sent[0].Speak, _adapter.Sent[0].InputHint));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public async Task Empty_text_is_refused(string? text) =>
        await Assert.ThrowsAsync<ArgumentNullException>(() => _adapter.Turn().SendActivityAsync(text));

    [Fact]
    public async Task No_activity_is_refused()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => _adapter.Turn().SendActivityAsync((IActivity)null));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _adapter.Turn().SendActivitiesAsync(null));
        await Assert.ThrowsAsync<ArgumentException>(() => _adapter.Turn().SendActivitiesAsync([]));
    }

    [Fact]
    public async Task Several_activities_go_out_together_and_in_order()
    {
        var responses = await _adapter.Turn().SendActivitiesAsync([MessageFactory.Text("a"), MessageFactory.Text("b")]);

        Assert.Equal(["a", "b"], _adapter.Sent.Select(activity => activity.Text));
        Assert.Equal(["1", "2"], responses.Select(response => response.Id));
    }

    [Fact]
    public async Task A_message_counts_as_a_response()
    {
        var context = _adapter.Turn();
        await context.SendActivityAsync("hello");
        Assert.True(context.Responded);
    }

    [Fact]
    public async Task A_trace_alone_does_not_count_as_a_response()
    {
        var context = _adapter.Turn();
        await context.TraceActivityAsync("step", new { a = 1 });
        Assert.False(context.Responded);
        Assert.Equal("trace", _adapter.Sent[0].Type);

        await context.SendActivitiesAsync([new Activity(ActivityTypes.Trace), MessageFactory.Text("x")]);
        Assert.True(context.Responded);
    }

    [Fact]
    public async Task A_fault_of_the_channel_reaches_the_bot()
    {
        _adapter.SendFault = new InvalidOperationException("down");
        var context = _adapter.Turn();
        await Assert.ThrowsAsync<InvalidOperationException>(() => context.SendActivityAsync("hello"));
        Assert.False(context.Responded);
    }

    [Fact]
    public async Task An_update_is_addressed_like_a_reply_and_keeps_its_id()
    {
        await _adapter.Turn().UpdateActivityAsync(new Activity(ActivityTypes.Message, "old") { Text = "new" });

        var updated = Assert.Single(_adapter.Updated);
        Assert.Equal(("old", "new", "c1", "u1"), (updated.Id, updated.Text, updated.Conversation.Id, updated.Recipient.Id));
    }

    [Fact]
    public async Task A_deletion_by_id_names_the_conversation_of_the_turn()
    {
        await _adapter.Turn().DeleteActivityAsync("old");

        Assert.Equal(("old", "c1"), (_adapter.Deleted[0].ActivityId, _adapter.Deleted[0].Conversation.Id));
    }

    [Fact]
    public async Task A_deletion_by_reference_is_passed_on_as_it_is()
    {
        var reference = new ConversationReference("old");
        await _adapter.Turn().DeleteActivityAsync(reference);
        Assert.Same(reference, _adapter.Deleted[0]);
    }

    [Fact]
    public async Task Deletions_need_an_id()
    {
        await Assert.ThrowsAsync<ArgumentNullException>(() => _adapter.Turn().DeleteActivityAsync(" "));
        await Assert.ThrowsAsync<ArgumentNullException>(() => _adapter.Turn().DeleteActivityAsync((ConversationReference)null));
    }

    [Fact]
    public async Task Replies_to_an_activity_that_expects_them_in_its_answer_are_kept_back()
    {
        var incoming = Some.Message();
        incoming.DeliveryMode = DeliveryModes.ExpectReplies;
        var context = _adapter.Turn(incoming);

        await context.SendActivitiesAsync([MessageFactory.Text("a"), new Activity(ActivityTypes.InvokeResponse)]);

        Assert.Empty(_adapter.Sent);
        Assert.True(context.Responded);
        Assert.Equal(["a", null], context.BufferedReplyActivities.Select(activity => activity.Text));
        Assert.NotNull(context.TurnState.Get<Activity>(BotAdapter.InvokeResponseKey));
    }

    [Fact]
    public void The_language_of_the_turn_can_be_set()
    {
        var context = _adapter.Turn();
        Assert.Equal("en-GB", context.Locale);

        context.Locale = "fr-FR";
        Assert.Equal(("fr-FR", "fr-FR", "en-GB"), (context.Locale, context.GetLocale(), context.Activity.Locale));

        context.Locale = null;
        Assert.Equal("en-GB", context.GetLocale());
    }

    [Fact]
    public async Task A_copy_with_another_activity_shares_handlers_and_state()
    {
        var context = _adapter.Turn();
        context.OnSendActivities((_, activities, next) =>
        {
            activities[0].Text = "seen";
            return next();
        });
        context.TurnState.Set("x", "y");

        var copy = new TurnContext(context, Some.Message("other"));
        await copy.SendActivityAsync("a");

        Assert.Equal(("seen", "other", "y"), (_adapter.Sent[0].Text, copy.Activity.Text, copy.TurnState.Get<string>("x")));
    }

    [Fact]
    public void Disposing_the_turn_disposes_what_it_holds()
    {
        var held = new MemoryStream();
        using (var context = _adapter.Turn())
            context.TurnState.Add(held);
        Assert.False(held.CanRead);
    }
}
