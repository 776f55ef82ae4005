using System.Globalization;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder;

public sealed class BotAdapterTests
{
    private readonly RecordingAdapter _adapter = new();

    [Fact]
    public async Task Without_an_error_handler_the_fault_goes_to_the_caller() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => _adapter.RunAsync(Some.Message(), Failing));

    [Fact]
    public async Task The_error_handler_gets_the_turn_and_the_fault()
    {
        _adapter.OnTurnError = (turn, fault) => turn.SendActivityAsync($"{turn.Activity.Text}: {fault.Message}");
        await _adapter.RunAsync(Some.Message(), Failing);
        Assert.Equal("hi: broken", _adapter.Sent[0].Text);
    }

    [Fact]
    public async Task A_fault_of_middleware_reaches_the_error_handler_too()
    {
        Exception seen = null;
        _adapter.OnTurnError = (_, fault) =>
        {
            seen = fault;
            return Task.CompletedTask;
        };
        _adapter.Use(new AnonymousReceiveMiddleware((_, _, _) => throw new InvalidOperationException("early")));
        await _adapter.RunAsync(Some.Message(), Failing);
        Assert.Equal("early", seen.Message);
    }

    [Fact]
    public async Task A_turn_runs_in_the_culture_of_its_activity_and_leaves_none_behind()
    {
        var before = CultureInfo.CurrentCulture;
        string during = null;
        var activity = Some.Message();
        activity.Locale = "de-DE";
        await _adapter.RunAsync(activity, (_, _) =>
        {
            during = CultureInfo.CurrentCulture.Name;
            return Task.CompletedTask;
        });
        Assert.Equal("de-DE", during);
        Assert.Equal(before, CultureInfo.CurrentCulture);
    }

    [Fact]
    public async Task A_language_nobody_knows_does_not_stop_the_turn()
    {
        var activity = Some.Message();
        activity.Locale = "no such language!";
        await _adapter.RunAsync(activity, (turn, ct) => turn.SendActivityAsync("ok", cancellationToken: ct));
        Assert.Single(_adapter.Sent);
    }

    [Fact]
    public async Task Continuing_a_conversation_runs_a_turn_there()
    {
        var reference = Some.Message().GetConversationReference();
        await _adapter.ContinueConversationAsync("app", reference, (turn, ct) => turn.SendActivityAsync("good morning", cancellationToken: ct), default);
        var sent = Assert.Single(_adapter.Sent);
        Assert.Equal(("c1", "u1", "b1"), (sent.Conversation.Id, sent.Recipient.Id, sent.From.Id));
    }

    /// <summary>Defect 16 of Bot Builder: its turn context is disposed before the turn is over.</summary>
    [Fact]
    public async Task A_continued_turn_keeps_its_context_until_it_is_over()
    {
        var held = new MemoryStream();
        var usable = false;
        await _adapter.ContinueConversationAsync(
            "app",
            Some.Message().GetConversationReference(),
            async (turn, _) =>
            {
                turn.TurnState.Add(held);
                await Task.Yield();
                usable = held.CanRead;
            },
            default);
        Assert.True(usable);
        Assert.False(held.CanRead);
    }

    /// <summary>Defect 19 of Bot Builder: proactive messages answer a random id that no channel knows.</summary>
    [Fact]
    public async Task A_proactive_message_is_no_reply()
    {
        var reference = Some.Message().GetConversationReference();
        await _adapter.ContinueConversationAsync("app", reference, (turn, ct) => turn.SendActivityAsync("hello", cancellationToken: ct), default);
        Assert.Null(_adapter.Sent[0].ReplyToId);
    }

    [Fact]
    public void A_continuation_is_an_event_from_the_user_that_points_at_its_origin()
    {
        var reference = Some.Message().GetConversationReference();
        var continuation = reference.GetContinuationActivity();
        Assert.Equal(("event", "ContinueConversation"), (continuation.Type, continuation.Name));
        Assert.Equal(("u1", "b1", "en-GB"), (continuation.From.Id, continuation.Recipient.Id, continuation.Locale));
        Assert.Same(reference, continuation.RelatesTo);
    }

    private static Task Failing(ITurnContext turn, CancellationToken ct) => throw new InvalidOperationException("broken");
}
