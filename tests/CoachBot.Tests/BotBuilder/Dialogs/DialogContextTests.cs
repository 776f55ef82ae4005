using CoachBot.BotBuilder.Dialogs;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder.Dialogs;

public class DialogContextTests
{
    private readonly DialogConversation _conversation = new();

    [Fact]
    public async Task Beginning_a_dialog_that_is_nowhere_names_it_and_the_remedy()
    {
        var error = await Assert.ThrowsAsync<Exception>(
            () => _conversation.SayAsync(new WaterfallDialog("w", [Steps.Begins("lost")]), "hi"));

        Assert.Contains("'lost'", error.Message, StringComparison.Ordinal);
        Assert.Contains("AddDialog()", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ids_and_options_must_be_given()
    {
        var dc = await ContextAsync();

        await Assert.ThrowsAsync<ArgumentNullException>(() => dc.BeginDialogAsync(""));
        await Assert.ThrowsAsync<ArgumentNullException>(() => dc.PromptAsync(null!, new PromptOptions()));
        await Assert.ThrowsAsync<ArgumentNullException>(() => dc.PromptAsync("p", null!));
        await Assert.ThrowsAsync<ArgumentException>(() => dc.BeginDialogAsync("p", CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => dc.EndDialogAsync(CancellationToken.None));
        await Assert.ThrowsAsync<ArgumentException>(() => dc.ReplaceDialogAsync("p", CancellationToken.None));
    }

    [Fact]
    public async Task An_empty_stack_has_nothing_to_continue_or_cancel()
    {
        var dc = await ContextAsync();

        Assert.Equal(DialogTurnStatus.Empty, (await dc.ContinueDialogAsync()).Status);
        Assert.Equal(DialogTurnStatus.Empty, (await dc.CancelAllDialogsAsync()).Status);
        Assert.Equal(DialogTurnStatus.Complete, (await dc.EndDialogAsync("r")).Status);
        await dc.RepromptDialogAsync();
        Assert.Null(dc.ActiveDialog);
        Assert.Null(dc.Child);
    }

    [Fact]
    public async Task The_active_dialog_is_the_first_of_the_stack()
    {
        var dc = await ContextAsync(new Probe("a", begins: "b"), new Probe("b"));

        await dc.BeginDialogAsync("a");

        Assert.Equal(["b", "a"], dc.Stack.Select(instance => instance.Id));
        Assert.Equal("b", dc.ActiveDialog!.Id);
    }

    [Fact]
    public async Task Ending_resumes_the_dialog_below_with_the_result()
    {
        var below = new Probe("a", begins: "b");
        var dc = await ContextAsync(below, new Probe("b"));
        await dc.BeginDialogAsync("a");

        await dc.EndDialogAsync("result");

        Assert.Equal(["resume EndCalled result"], below.Calls);
        Assert.Equal("a", dc.ActiveDialog!.Id);
    }

    [Fact]
    public async Task Replacing_ends_the_active_dialog_and_does_not_resume_the_one_below()
    {
        var (below, replaced) = (new Probe("a", begins: "b"), new Probe("b"));
        var dc = await ContextAsync(below, replaced, new Probe("c"));
        await dc.BeginDialogAsync("a");

        await dc.ReplaceDialogAsync("c");

        Assert.Empty(below.Calls);
        Assert.Equal(["end ReplaceCalled"], replaced.Calls);
        Assert.Equal(["c", "a"], dc.Stack.Select(instance => instance.Id));
    }

    [Fact]
    public async Task Cancelling_ends_every_dialog_from_the_top()
    {
        var (a, b) = (new Probe("a", begins: "b"), new Probe("b"));
        var dc = await ContextAsync(a, b);
        await dc.BeginDialogAsync("a");

        var result = await dc.CancelAllDialogsAsync();

        Assert.Equal(DialogTurnStatus.Cancelled, result.Status);
        Assert.Equal(["end CancelCalled"], b.Calls);
        Assert.Equal(["event cancelDialog", "end CancelCalled"], a.Calls);
        Assert.Empty(dc.Stack);
    }

    [Fact]
    public async Task A_dialog_that_handles_the_cancel_event_stays()
    {
        var a = new Probe("a", begins: "b") { Handles = DialogEvents.CancelDialog };
        var dc = await ContextAsync(a, new Probe("b"));
        await dc.BeginDialogAsync("a");

        await dc.CancelAllDialogsAsync();

        Assert.Equal(["a"], dc.Stack.Select(instance => instance.Id));
    }

    [Fact]
    public async Task A_reprompt_can_be_handled_as_an_event_or_is_done_by_the_dialog()
    {
        var plain = new Probe("a");
        var dc = await ContextAsync(plain);
        await dc.BeginDialogAsync("a");
        await dc.RepromptDialogAsync();
        Assert.Equal(["event repromptDialog", "reprompt"], plain.Calls);

        plain.Calls.Clear();
        plain.Handles = DialogEvents.RepromptDialog;
        await dc.RepromptDialogAsync();

        Assert.Equal(["event repromptDialog"], plain.Calls);
    }

    [Fact]
    public async Task The_activity_is_announced_once_in_a_turn()
    {
        var a = new Probe("a");
        var dc = await ContextAsync(a);
        await dc.BeginDialogAsync("a");

        await dc.ContinueDialogAsync();
        await dc.ContinueDialogAsync();

        Assert.Equal(["event activityReceived", "continue", "continue"], a.Calls);
    }

    [Fact]
    public async Task Events_bubble_from_the_innermost_dialog_outwards()
    {
        List<string> order = [];
        var (inner, middle) = (new Recording("inner", order), new RecordingComponent("middle", order));
        middle.AddDialog(inner);
        var dc = await ContextAsync(middle);
        await dc.BeginDialogAsync("middle");

        var handled = await dc.EmitEventAsync("custom", 1, bubble: true, fromLeaf: true);

        Assert.False(handled);
        Assert.Equal(["inner pre", "middle pre", "middle post", "inner post"], order);
    }

    [Fact]
    public async Task A_dialog_that_overrides_nothing_ends_when_the_user_speaks()
    {
        await _conversation.SayAsync(new Minimal(), "hi");
        Assert.Equal(DialogTurnStatus.Waiting, _conversation.Last!.Status);

        await _conversation.SayAsync(new Minimal(), "hi");

        Assert.Equal(DialogTurnStatus.Complete, _conversation.Last.Status);
        Assert.Null(_conversation.Last.Result);
    }

    [Fact]
    public async Task An_error_event_that_is_handled_lets_the_turn_go_on()
    {
        var root = new Recovering();

        Assert.Equal("sorry", await _conversation.SayAsync(root, "hi"));
        Assert.Equal(DialogTurnStatus.Waiting, _conversation.Last!.Status);
    }

    private static Task<DialogContext> ContextAsync(params Dialog[] dialogs) => DialogContexts.CreateAsync(dialogs);

    private sealed class Minimal() : Dialog("m")
    {
        public override Task<DialogTurnResult> BeginDialogAsync(
            DialogContext dc, object? options = null, CancellationToken cancellationToken = default) => Task.FromResult(EndOfTurn);
    }

    private sealed class Recording(string id, List<string> order) : Dialog(id)
    {
        public override Task<DialogTurnResult> BeginDialogAsync(
            DialogContext dc, object? options = null, CancellationToken cancellationToken = default) => Task.FromResult(EndOfTurn);

        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) =>
            Note("pre");

        protected override Task<bool> OnPostBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) =>
            Note("post");

        private Task<bool> Note(string phase)
        {
            order.Add($"{Id} {phase}");
            return Task.FromResult(false);
        }
    }

    private sealed class RecordingComponent(string id, List<string> order) : ComponentDialog(id)
    {
        protected override Task<bool> OnPreBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) =>
            Note("pre");

        protected override Task<bool> OnPostBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken) =>
            Note("post");

        private Task<bool> Note(string phase)
        {
            order.Add($"{Id} {phase}");
            return Task.FromResult(false);
        }
    }

    private sealed class Recovering : ComponentDialog
    {
        public Recovering()
        {
            AddDialog(new WaterfallDialog("w", [(_, _) => throw new InvalidOperationException("broken")]));
            AddDialog(new WaterfallDialog("sorry", [Steps.Says("sorry")]));
        }

        protected override async Task<bool> OnPostBubbleEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            if (e.Name != DialogEvents.Error)
            {
                return false;
            }

            await dc.CancelAllDialogsAsync(cancellationToken);
            InitialDialogId = "sorry";
            return true;
        }
    }
}
