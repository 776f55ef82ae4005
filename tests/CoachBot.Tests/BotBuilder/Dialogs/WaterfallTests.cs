using CoachBot.BotBuilder.Dialogs;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder.Dialogs;

public class WaterfallTests
{
    private readonly DialogConversation _conversation = new();

    [Fact]
    public async Task Steps_run_one_after_another()
    {
        var dialog = new WaterfallDialog("w", [Steps.Says("one"), Steps.Says("two"), Steps.Says("three")]);

        Assert.Equal("one", await _conversation.SayAsync(dialog, "hi"));
        Assert.Equal("two", await _conversation.SayAsync(dialog, "hi"));
        Assert.Equal("three", await _conversation.SayAsync(dialog, "hi"));
    }

    [Fact]
    public async Task The_next_step_gets_what_the_user_said()
    {
        var dialog = new WaterfallDialog("w", [Steps.Says("name?"), Steps.EndsWithResult()]);
        await _conversation.SayAsync(dialog, "hi");

        await _conversation.SayAsync(dialog, "Ada");

        Assert.Equal(DialogTurnStatus.Complete, _conversation.Last!.Status);
        Assert.Equal("Ada", _conversation.Last.Result);
    }

    [Fact]
    public async Task Past_the_last_step_it_ends_with_the_last_result()
    {
        var dialog = new WaterfallDialog("w", [Steps.Says("name?")]);
        await _conversation.SayAsync(dialog, "hi");

        await _conversation.SayAsync(dialog, "Ada");

        Assert.Equal("Ada", _conversation.Last!.Result);
    }

    [Fact]
    public async Task A_waterfall_without_steps_ends_at_once()
    {
        await _conversation.SayAsync(new WaterfallDialog("w"), "hi");

        Assert.Equal(DialogTurnStatus.Complete, _conversation.Last!.Status);
    }

    [Theory]
    [InlineData(ActivityTypes.Event)]
    [InlineData(ActivityTypes.ConversationUpdate)]
    [InlineData(ActivityTypes.Typing)]
    [InlineData(ActivityTypes.Invoke)]
    public async Task Only_a_message_moves_it_on(string type)
    {
        var dialog = new WaterfallDialog("w", [Steps.Says("one"), Steps.Says("two")]);
        await _conversation.SayAsync(dialog, "hi");

        var replies = await _conversation.SendAsync(dialog, new Activity(type));

        Assert.Empty(replies);
        Assert.Equal(DialogTurnStatus.Waiting, _conversation.Last!.Status);
        Assert.Equal("two", await _conversation.SayAsync(dialog, "hi"));
    }

    [Fact]
    public async Task Next_runs_the_next_step_in_the_same_turn()
    {
        var dialog = new WaterfallDialog("w", [(step, ct) => step.NextAsync(41, ct), Steps.EndsWithResult()]);

        await _conversation.SayAsync(dialog, "hi");

        Assert.Equal(41, _conversation.Last!.Result);
    }

    [Fact]
    public async Task Next_twice_in_one_step_is_a_mistake()
    {
        var dialog = new WaterfallDialog("w", [CallsNextTwice, Steps.Says("two")]);

        var error = await Assert.ThrowsAsync<Exception>(() => _conversation.SayAsync(dialog, "hi"));

        Assert.Contains("w[0]", error.Message, StringComparison.Ordinal);

        static async Task<DialogTurnResult> CallsNextTwice(WaterfallStepContext step, CancellationToken cancellationToken)
        {
            await step.NextAsync(null, cancellationToken);
            return await step.NextAsync(null, cancellationToken);
        }
    }

    [Fact]
    public async Task Reasons_and_indexes_tell_how_a_step_was_reached()
    {
        List<string> seen = [];
        WaterfallStep notes(bool goesOn) => (step, cancellationToken) =>
        {
            seen.Add($"{step.Index} {step.Reason}");
            return goesOn ? step.NextAsync(null, cancellationToken) : Task.FromResult(Dialog.EndOfTurn);
        };
        var dialog = new WaterfallDialog("w", [notes(true), notes(false), notes(false)]);
        await _conversation.SayAsync(dialog, "hi");

        await _conversation.SayAsync(dialog, "hi");

        Assert.Equal(["0 BeginCalled", "1 NextCalled", "2 ContinueCalled"], seen);
    }

    [Theory]
    [InlineData("text")]
    [InlineData(7)]
    [InlineData(7_000_000_000L)]
    [InlineData(7.5)]
    [InlineData(true)]
    public async Task Values_come_back_from_storage_as_they_were(object value)
    {
        object? read = null;
        var dialog = new WaterfallDialog("w", [
            (step, _) =>
            {
                step.Values["kept"] = value;
                return Task.FromResult(Dialog.EndOfTurn);
            },
            (step, _) =>
            {
                read = step.Values["kept"];
                return Task.FromResult(Dialog.EndOfTurn);
            }]);
        await _conversation.SayAsync(dialog, "hi");

        await _conversation.SayAsync(dialog, "hi");

        Assert.Equal(value, read);
    }

    [Fact]
    public async Task An_object_among_the_values_is_read_by_its_type_and_what_is_changed_in_it_is_kept()
    {
        var dialog = new WaterfallDialog("w", [
            (step, _) =>
            {
                step.Values["run"] = new Run { Km = 10, Sites = ["calf"] };
                return Task.FromResult(Dialog.EndOfTurn);
            },
            (step, _) =>
            {
                step.Values.GetValue<Run>("run")!.Km += 0.5;
                return Task.FromResult(Dialog.EndOfTurn);
            },
            (step, ct) => step.EndDialogAsync(step.Values.GetValue<Run>("run"), ct)]);
        await _conversation.SayAsync(dialog, "hi");
        await _conversation.SayAsync(dialog, "hi");

        await _conversation.SayAsync(dialog, "hi");

        var run = Assert.IsType<Run>(_conversation.Last!.Result);
        Assert.Equal(10.5, run.Km);
        Assert.Equal(["calf"], run.Sites);
    }

    [Fact]
    public async Task Options_are_read_by_their_type_after_storage()
    {
        var inner = new WaterfallDialog("inner", [Steps.Says("?"), (step, ct) => step.EndDialogAsync(step.GetOptions<Run>()!.Km, ct)]);
        var root = new ComponentDialog("root");
        root.AddDialog(new WaterfallDialog("outer", [(step, ct) => step.BeginDialogAsync("inner", new Run { Km = 12 }, ct)]));
        root.AddDialog(inner);
        await _conversation.SayAsync(root, "hi");

        await _conversation.SayAsync(root, "hi");

        Assert.Equal(12.0, _conversation.Last!.Result);
    }

    [Fact]
    public void A_step_must_not_be_null() =>
        Assert.Throws<ArgumentNullException>(() => new WaterfallDialog("w").AddStep(null!));

    [Fact]
    public async Task A_token_in_the_place_of_a_result_is_told()
    {
        var dialog = new WaterfallDialog("w", [(step, token) => step.NextAsync(token, token)]);

        await Assert.ThrowsAsync<ArgumentException>(() => _conversation.SayAsync(dialog, "hi"));
    }

    [Fact]
    public async Task Stored_state_is_plain_json_with_bot_builders_names()
    {
        await _conversation.SayAsync(new WaterfallDialog("w", [Steps.Says("one")]), "hi");

        var stored = await _conversation.StoredAsync();

        Assert.StartsWith(
            """{"DialogState":{"dialogStack":[{"id":"w","state":{"options":null,"values":{},"instanceId":""", stored, StringComparison.Ordinal);
        Assert.Contains("\"stepIndex\":0", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("$type", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_activity_gives_the_same_instance_id_again()
    {
        var dialog = new WaterfallDialog("w", [Steps.Says("one")]);
        var at = new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);
        var other = new DialogConversation();
        await _conversation.SendAsync(dialog, new Activity(ActivityTypes.Message) { Text = "hi", Timestamp = at });

        await other.SendAsync(dialog, new Activity(ActivityTypes.Message) { Text = "hi", Timestamp = at });

        Assert.Equal(await _conversation.StoredAsync(), await other.StoredAsync());
    }

    private sealed class Run
    {
        public double Km { get; set; }

        public List<string> Sites { get; set; } = [];
    }
}
