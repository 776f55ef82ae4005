using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Dialogs;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder.Dialogs;

public class ActivityPromptTests
{
    private readonly DialogConversation _conversation = new();

    [Fact]
    public async Task It_takes_an_activity_of_any_type_that_the_validator_accepts()
    {
        var root = Ask(new EventPrompt("p", IsEvent));
        Assert.Equal("send an event", await _conversation.SayAsync(root, "hi"));

        await _conversation.SendAsync(root, new Activity(ActivityTypes.Event) { Name = "step", Value = 2 });

        Assert.Equal("step", Assert.IsType<Activity>(_conversation.Last!.Result).Name);
    }

    [Fact]
    public async Task It_always_asks_again_and_counts_attempts()
    {
        var attempts = 0;
        var root = Ask(new EventPrompt("p", async (context, ct) =>
        {
            attempts = context.AttemptCount;
            await context.Context.SendActivityAsync("no", cancellationToken: ct);
            return false;
        }));
        await _conversation.SayAsync(root, "hi");

        Assert.Equal("no | again", await _conversation.SayAsync(root, "x"));
        Assert.Equal("no | again", await _conversation.SayAsync(root, "x"));
        Assert.Equal(2, attempts);
    }

    [Fact]
    public async Task Resumed_it_asks_the_question_and_waits()
    {
        var prompt = new EventPrompt("p", IsEvent);
        var dc = await DialogContexts.CreateAsync(prompt);
        await dc.PromptAsync("p", Steps.Question("send an event", "again"));

        var result = await prompt.ResumeDialogAsync(dc, DialogReason.NextCalled);

        Assert.Equal(DialogTurnStatus.Waiting, result.Status);
        var sent = ((CoachBot.BotBuilder.Adapters.TestAdapter)dc.Context.Adapter).ActiveQueue.Select(activity => activity.Text);
        Assert.Equal(["send an event", "send an event"], sent);
    }

    [Fact]
    public async Task It_needs_an_id_a_validator_and_options()
    {
        Assert.Throws<ArgumentNullException>(() => new EventPrompt("", IsEvent));
        Assert.Throws<ArgumentNullException>(() => new EventPrompt(null!, IsEvent));
        Assert.Throws<ArgumentNullException>(() => new EventPrompt("p", null!));
        var prompt = new EventPrompt("p", IsEvent);
        var dc = await DialogContexts.CreateAsync(prompt);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => dc.BeginDialogAsync("p"));
        await Assert.ThrowsAsync<ArgumentNullException>(() => prompt.PromptAsync(null!, new PromptOptions()));
        await Assert.ThrowsAsync<ArgumentNullException>(() => prompt.PromptAsync(dc.Context, null!));
    }

    private static Task<bool> IsEvent(PromptValidatorContext<Activity> context, CancellationToken cancellationToken) =>
        Task.FromResult(context.Recognized.Value.Type == ActivityTypes.Event);

    private static ComponentDialog Ask(Dialog prompt)
    {
        var root = new ComponentDialog("root");
        root.AddDialog(new WaterfallDialog("w", [Steps.Asks("p", "send an event", "again"), Steps.EndsWithResult()]));
        root.AddDialog(prompt);
        return root;
    }

    private sealed class EventPrompt(string id, PromptValidator<Activity> validator) : ActivityPrompt(id, validator)
    {
        public Task PromptAsync(ITurnContext turnContext, PromptOptions options) =>
            OnPromptAsync(turnContext, new Dictionary<string, object>(), options, CancellationToken.None);
    }
}
