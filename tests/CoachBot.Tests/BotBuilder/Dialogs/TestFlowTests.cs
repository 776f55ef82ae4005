using CoachBot.BotBuilder.Adapters;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Tests.BotBuilder.Dialogs;

public class TestFlowTests
{
    [Fact]
    public Task A_conversation_that_goes_as_written_passes() => Echo()
        .Send("one").AssertReply("echo: one")
        .Test("two", "echo: two")
        .Test("three", reply => Assert.Equal(ActivityTypes.Message, reply.Type))
        .Send("four").AssertReplyContains("four")
        .Send("five").AssertReplyOneOf(["x", "echo: five"])
        .Send("  six ").AssertReply(" echo:   six")
        .Send("silence").AssertNoReply(timeout: 1)
        .StartTestAsync();

    [Fact]
    public async Task A_reply_that_differs_fails_with_both_texts()
    {
        var error = await Assert.ThrowsAsync<Exception>(() => Echo().Send("one").AssertReply("two").StartTestAsync());

        Assert.Contains("Expected:two", error.Message, StringComparison.Ordinal);
        Assert.Contains("Received:echo: one", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_way_to_expect_can_fail()
    {
        await Assert.ThrowsAsync<Exception>(() => Echo().Send("one").AssertReplyContains("two").StartTestAsync());
        await Assert.ThrowsAsync<Exception>(() => Echo().Send("one").AssertReplyOneOf(["two"]).StartTestAsync());
        await Assert.ThrowsAsync<Exception>(() => Echo().Send("one").AssertNoReply().StartTestAsync());
        await Assert.ThrowsAsync<Exception>(() => Echo().Send("one").AssertReply(new Activity(ActivityTypes.Event)).StartTestAsync());
        await Assert.ThrowsAsync<TaskCanceledException>(() => Echo().Send("silence").AssertReply("x", timeout: 1).StartTestAsync());
    }

    [Fact]
    public async Task An_exception_of_the_bot_comes_out_of_the_flow() => await Assert.ThrowsAsync<InvalidOperationException>(() =>
        new TestFlow(new TestAdapter(), (_, _) => throw new InvalidOperationException("bot")).Send("hi").StartTestAsync());

    [Fact]
    public async Task The_adapter_fills_in_what_an_activity_lacks()
    {
        Activity? seen = null;
        var adapter = new TestAdapter(TestAdapter.CreateConversation("talk", "Ada", "Coach"));
        await new TestFlow(adapter, (turnContext, _) =>
        {
            seen = turnContext.Activity;
            return Task.CompletedTask;
        }).Send("hi").StartTestAsync();

        Assert.Equal(("test", "talk", "ada", "coach", "en-us"), (seen!.ChannelId, seen.Conversation!.Id, seen.From!.Id, seen.Recipient!.Id, seen.Locale));
        Assert.NotNull(seen.Timestamp);
        Assert.NotNull(seen.Id);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task Traces_are_kept_on_demand(bool sendTraceActivity, int kept)
    {
        var adapter = new TestAdapter("emulator", sendTraceActivity);

        await adapter.SendTextToBotAsync("hi", (turnContext, ct) => turnContext.SendActivityAsync(new Activity(ActivityTypes.Trace), ct), CancellationToken.None);

        Assert.Equal(kept, adapter.ActiveQueue.Count);
    }

    [Fact]
    public async Task Replies_can_be_updated_and_deleted_before_they_are_read()
    {
        var adapter = new TestAdapter();
        await adapter.SendTextToBotAsync(
            "hi",
            async (turnContext, ct) =>
            {
                var first = await turnContext.SendActivityAsync("first", cancellationToken: ct);
                var second = await turnContext.SendActivityAsync("second", cancellationToken: ct);
                await turnContext.UpdateActivityAsync(new Activity(ActivityTypes.Message, first.Id, text: "changed"), ct);
                await turnContext.DeleteActivityAsync(second.Id!, ct);
            },
            CancellationToken.None);

        Assert.Equal("changed", adapter.GetNextReply()!.AsMessageActivity()!.Text);
        Assert.Null(adapter.GetNextReply());
    }

    [Fact]
    public Task A_conversation_update_adds_the_user() => new TestFlow(
        new TestAdapter(),
        (turnContext, ct) => turnContext.SendActivityAsync($"hello {turnContext.Activity.MembersAdded!.Single().Id}", cancellationToken: ct))
        .SendConversationUpdate().AssertReply("hello user1")
        .StartTestAsync();

    private static TestFlow Echo() => new(new TestAdapter(), async (turnContext, ct) =>
    {
        if (turnContext.Activity.Text != "silence")
        {
            await turnContext.SendActivityAsync("echo: " + turnContext.Activity.Text, cancellationToken: ct);
        }
    });
}
