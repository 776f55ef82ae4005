using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Adapters;
using CoachBot.BotBuilder.Dialogs;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder.Dialogs;

public class DialogSetTests
{
    [Fact]
    public void A_set_finds_what_was_added()
    {
        var set = new DialogSet().Add(new WaterfallDialog("A")).Add(new WaterfallDialog("B"));

        Assert.Equal("A", set.Find("A")!.Id);
        Assert.Null(set.Find("C"));
        Assert.Equal(2, set.GetDialogs().Count());
        Assert.Throws<ArgumentNullException>(() => set.Find(" "));
        Assert.Throws<ArgumentNullException>(() => set.Add(null!));
        Assert.Throws<ArgumentNullException>(() => new DialogSet(null!));
    }

    [Fact]
    public void The_same_dialog_twice_is_one_and_another_of_that_id_gets_a_number()
    {
        var first = new WaterfallDialog("A");
        var set = new DialogSet().Add(first).Add(first).Add(new WaterfallDialog("A")).Add(new WaterfallDialog("A"));

        Assert.Equal(["A", "A2", "A3"], set.GetDialogs().Select(dialog => dialog.Id));
    }

    [Fact]
    public void What_a_dialog_depends_on_is_added_with_it()
    {
        var set = new DialogSet().Add(new Dependent());

        Assert.NotNull(set.Find("needed"));
    }

    [Fact]
    public void The_version_changes_with_the_dialogs()
    {
        var one = new DialogSet().Add(new WaterfallDialog("A"));
        var empty = new DialogSet().GetVersion();

        Assert.Equal(one.GetVersion(), new DialogSet().Add(new WaterfallDialog("A")).GetVersion());
        Assert.NotEqual(empty, one.GetVersion());
        var before = one.GetVersion();
        Assert.NotEqual(before, one.Add(new WaterfallDialog("B")).GetVersion());
    }

    [Fact]
    public void Sets_that_contain_each_other_have_versions_and_telemetry()
    {
        var (one, two) = (new ComponentDialog("one"), new ComponentDialog("two"));
        one.Dialogs.Add(two);
        two.Dialogs.Add(one);

        one.Dialogs.TelemetryClient = new RecordingTelemetry();

        Assert.NotNull(one.GetVersion());
        Assert.IsType<RecordingTelemetry>(two.TelemetryClient);
    }

    [Fact]
    public void Telemetry_reaches_dialogs_added_before_and_after()
    {
        var client = new RecordingTelemetry();
        var component = new ComponentDialog("c");
        component.AddDialog(new WaterfallDialog("before"));
        Assert.IsType<NullBotTelemetryClient>(component.FindDialog("before")!.TelemetryClient);

        component.TelemetryClient = client;
        component.AddDialog(new WaterfallDialog("after"));
        Assert.Same(client, component.FindDialog("before")!.TelemetryClient);
        Assert.Same(client, component.FindDialog("after")!.TelemetryClient);

        component.TelemetryClient = null!;
        Assert.IsType<NullBotTelemetryClient>(component.FindDialog("after")!.TelemetryClient);
        Assert.IsType<NullBotTelemetryClient>(component.TelemetryClient);
    }

    [Fact]
    public async Task A_set_without_state_makes_no_context()
    {
        var turn = new TurnContext(new TestAdapter(), new Activity(ActivityTypes.Message));

        await Assert.ThrowsAsync<InvalidOperationException>(() => new DialogSet().CreateContextAsync(turn));
        await Assert.ThrowsAsync<ArgumentNullException>(() => new DialogSet().CreateContextAsync(null!));
    }

    [Fact]
    public async Task A_waterfall_reports_its_start_steps_and_end()
    {
        var telemetry = new RecordingTelemetry();
        var dialog = new WaterfallDialog("w", [Lambda(), Named]) { TelemetryClient = telemetry };
        dialog.AddStep("third", Steps.EndsWithResult());
        var conversation = new DialogConversation();

        await conversation.SayAsync(dialog, "hi");

        Assert.Equal(["WaterfallStart", "page w", "WaterfallStep Step1of3", "WaterfallStep Named", "WaterfallStep third", "WaterfallComplete"], telemetry.Seen);

        static WaterfallStep Lambda() => (step, ct) => step.NextAsync(null, ct);
    }

    [Fact]
    public async Task A_cancelled_waterfall_reports_the_step_it_was_at()
    {
        var telemetry = new RecordingTelemetry();
        var dialog = new WaterfallDialog("w", [Named, Named]) { TelemetryClient = telemetry };
        var instance = new DialogInstance { Id = "w" };
        instance.State["stepIndex"] = 1;
        instance.State["instanceId"] = "(guid)";

        await dialog.EndDialogAsync(new TurnContext(new TestAdapter(), new Activity()), instance, DialogReason.CancelCalled);

        Assert.Equal(["WaterfallCancel Named"], telemetry.Seen);
    }

    private static Task<DialogTurnResult> Named(WaterfallStepContext step, CancellationToken cancellationToken) =>
        step.NextAsync(null, cancellationToken);

    private sealed class Dependent : ComponentDialog, IDialogDependencies
    {
        public IEnumerable<Dialog> GetDependencies() => [new WaterfallDialog("needed")];
    }

    private sealed class RecordingTelemetry : NullBotTelemetryClient, IBotTelemetryClient, IBotPageViewTelemetryClient
    {
        public List<string> Seen { get; } = [];

        void IBotTelemetryClient.TrackEvent(string eventName, IDictionary<string, string>? properties, IDictionary<string, double>? metrics) =>
            Seen.Add(properties!.TryGetValue("StepName", out var step) ? $"{eventName} {step}" : eventName);

        void IBotPageViewTelemetryClient.TrackPageView(string name, IDictionary<string, string>? properties, IDictionary<string, double>? metrics) =>
            Seen.Add($"page {name}");
    }
}
