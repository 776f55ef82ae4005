using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Dialogs;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder.Dialogs;

public class ComponentDialogTests
{
    private readonly DialogConversation _conversation = new();

    [Fact]
    public async Task A_component_keeps_its_own_stack_over_turns()
    {
        var root = Numbers("root");

        Assert.Equal("Enter a number.", await _conversation.SayAsync(root, "hello"));
        Assert.Equal("Thanks for '42' | Enter another number.", await _conversation.SayAsync(root, "42"));
        await _conversation.SayAsync(root, "64");

        Assert.Equal(DialogTurnStatus.Complete, _conversation.Last!.Status);
        Assert.Equal(64, _conversation.Last.Result);
    }

    [Fact]
    public async Task A_component_inside_a_component_gives_its_result_to_the_step_that_began_it()
    {
        var root = new ComponentDialog("root");
        root.AddDialog(new WaterfallDialog("outer", [Steps.Begins("inner"), Steps.EndsWithResult()]));
        root.AddDialog(Numbers("inner"));
        await _conversation.SayAsync(root, "hello");
        await _conversation.SayAsync(root, "1");

        await _conversation.SayAsync(root, "2");

        Assert.Equal(2, _conversation.Last!.Result);
    }

    [Fact]
    public async Task A_dialog_of_the_parent_can_be_begun_from_inside_with_its_options()
    {
        var child = new ComponentDialog("child");
        child.AddDialog(new WaterfallDialog("childDialog", [
            async (step, ct) =>
            {
                await step.Context.SendActivityAsync("Child started.", cancellationToken: ct);
                return await step.BeginDialogAsync("parentDialog", "test", ct);
            },
            async (step, ct) =>
            {
                await step.Context.SendActivityAsync($"Child finished. Value: {step.Result}", cancellationToken: ct);
                return await step.EndDialogAsync(cancellationToken: ct);
            }]));
        var root = new ComponentDialog("parent");
        root.AddDialog(child);
        root.AddDialog(new WaterfallDialog("parentDialog", [(step, ct) => step.EndDialogAsync(step.Options, ct)]));

        Assert.Equal("Child started. | Child finished. Value: test", await _conversation.SayAsync(root, "hi"));
    }

    [Fact]
    public void The_first_dialog_added_is_the_one_that_begins()
    {
        var component = new ComponentDialog("c");
        component.AddDialog(new TextPrompt("first")).AddDialog(new TextPrompt("second"));

        Assert.Equal("first", component.InitialDialogId);
        Assert.NotNull(component.FindDialog("second"));
        Assert.Null(component.FindDialog("third"));
    }

    [Fact]
    public void A_dialog_without_an_id_is_known_by_its_type() => Assert.Equal("Watched", new Watched().Id);

    [Fact]
    public async Task It_is_initialised_once()
    {
        var root = new Watched();
        root.AddDialog(new WaterfallDialog("w", [Steps.Says("one"), Steps.Says("two")]));
        await _conversation.SayAsync(root, "hi");

        await _conversation.SayAsync(root, "hi");

        Assert.Equal(1, root.Initialised);
    }

    [Fact]
    public async Task Its_end_has_a_reason()
    {
        var root = new Watched();
        root.AddDialog(new WaterfallDialog("w", [(step, ct) => step.EndDialogAsync(1, ct)]));

        await _conversation.SayAsync(root, "hi");

        Assert.Equal([DialogReason.EndCalled], root.Ended);
    }

    [Fact]
    public async Task An_interruption_that_says_something_leaves_the_question_open()
    {
        var root = new Interruptible();
        await _conversation.SayAsync(root, "hi");

        Assert.Equal("help text", await _conversation.SayAsync(root, "help"));
        Assert.Equal(DialogTurnStatus.Waiting, _conversation.Last!.Status);
        await _conversation.SayAsync(root, "Ada");

        Assert.Equal("Ada", _conversation.Last.Result);
    }

    [Fact]
    public async Task An_interruption_that_begins_a_dialog_is_followed_by_the_question_again()
    {
        var root = new Interruptible();
        await _conversation.SayAsync(root, "hi");

        Assert.Equal("how many?", await _conversation.SayAsync(root, "number"));
        Assert.Equal("name?", await _conversation.SayAsync(root, "7"));
        await _conversation.SayAsync(root, "Ada");

        Assert.Equal("Ada", _conversation.Last!.Result);
    }

    [Fact]
    public async Task An_interruption_that_cancels_empties_the_stack()
    {
        var root = new Interruptible();
        await _conversation.SayAsync(root, "hi");

        await _conversation.SayAsync(root, "cancel");

        Assert.Equal(DialogTurnStatus.Cancelled, _conversation.Last!.Status);
        Assert.Equal("name?", await _conversation.SayAsync(root, "hi again"));
    }

    [Fact]
    public async Task A_reprompt_asks_the_innermost_question()
    {
        var root = new Interruptible();
        await _conversation.SayAsync(root, "hi");

        Assert.Equal("name?", await _conversation.SayAsync(root, "repeat"));
    }

    [Fact]
    public async Task A_component_that_is_interrupted_from_outside_asks_again_when_it_is_resumed()
    {
        var root = new Outside();
        await _conversation.SayAsync(root, "hi");

        Assert.Equal("how can I help?", await _conversation.SayAsync(root, "help"));
        Assert.Equal("Enter a number.", await _conversation.SayAsync(root, "thanks"));
        Assert.Equal("Thanks for '5' | Enter another number.", await _conversation.SayAsync(root, "5"));
    }

    [Fact]
    public async Task The_version_of_a_component_changes_with_its_dialogs_and_is_told_once()
    {
        var before = new Versioned();
        before.AddDialog(new WaterfallDialog("w", [Steps.Says("one"), Steps.Says("two"), Steps.Says("three")]));
        var after = new Versioned();
        after.AddDialog(new WaterfallDialog("w", [Steps.Says("1"), Steps.Says("2"), Steps.Says("3"), Steps.Says("4")]));
        await _conversation.SayAsync(before, "hi");
        await _conversation.SayAsync(before, "hi");
        Assert.Equal(0, before.Changes);

        Assert.Equal("3", await _conversation.SayAsync(after, "hi"));
        await _conversation.SayAsync(after, "hi");

        Assert.Equal(1, after.Changes);
    }

    private static ComponentDialog Numbers(string id)
    {
        var component = new ComponentDialog(id);
        component.AddDialog(new WaterfallDialog("w", [
            Steps.Asks("number", "Enter a number."),
            async (step, ct) =>
            {
                await step.Context.SendActivityAsync($"Thanks for '{step.Result}'", cancellationToken: ct);
                return await step.PromptAsync("number", Steps.Question("Enter another number."), ct);
            }]));
        component.AddDialog(new NumberPrompt<int>("number"));
        return component;
    }

    private sealed class Watched : ComponentDialog
    {
        public int Initialised { get; private set; }

        public List<DialogReason> Ended { get; } = [];

        protected override Task OnInitializeAsync(DialogContext dc)
        {
            Initialised++;
            return base.OnInitializeAsync(dc);
        }

        protected override Task OnEndDialogAsync(
            ITurnContext context, DialogInstance instance, DialogReason reason, CancellationToken cancellationToken = default)
        {
            Ended.Add(reason);
            return Task.CompletedTask;
        }
    }

    private sealed class Interruptible : ComponentDialog
    {
        public Interruptible()
        {
            AddDialog(new WaterfallDialog("w", [Steps.Asks("text", "name?"), Steps.EndsWithResult()]));
            AddDialog(new TextPrompt("text"));
            AddDialog(new WaterfallDialog("ask", [Steps.Asks("number", "how many?"), Steps.EndsWithResult()]));
            AddDialog(new NumberPrompt<int>("number"));
        }

        protected override async Task<DialogTurnResult> OnContinueDialogAsync(
            DialogContext innerDc, CancellationToken cancellationToken = default)
        {
            switch (innerDc.Context.Activity.Text)
            {
                case "help":
                    await innerDc.Context.SendActivityAsync("help text", cancellationToken: cancellationToken);
                    return EndOfTurn;
                case "repeat":
                    await innerDc.RepromptDialogAsync(cancellationToken);
                    return EndOfTurn;
                case "number":
                    return await innerDc.BeginDialogAsync("ask", null, cancellationToken);
                case "cancel":
                    return await innerDc.CancelAllDialogsAsync(cancellationToken);
                default:
                    return await base.OnContinueDialogAsync(innerDc, cancellationToken);
            }
        }
    }

    /// <summary>Pushes a dialog over the component with the numbers when the user says help.</summary>
    private sealed class Outside : ComponentDialog
    {
        public Outside()
        {
            AddDialog(Numbers("numbers"));
            AddDialog(new WaterfallDialog("help", [Steps.Says("how can I help?")]));
        }

        protected override Task<DialogTurnResult> OnContinueDialogAsync(
            DialogContext innerDc, CancellationToken cancellationToken = default) =>
            innerDc.Context.Activity.Text == "help"
                ? innerDc.BeginDialogAsync("help", null, cancellationToken)
                : base.OnContinueDialogAsync(innerDc, cancellationToken);
    }

    private sealed class Versioned : ComponentDialog
    {
        public int Changes { get; private set; }

        public override Task<bool> OnDialogEventAsync(DialogContext dc, DialogEvent e, CancellationToken cancellationToken)
        {
            Changes += e.Name == DialogEvents.VersionChanged ? 1 : 0;
            return base.OnDialogEventAsync(dc, e, cancellationToken);
        }
    }
}
