using CoachBot.BotBuilder.Dialogs;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder.Dialogs;

/// <summary>Conversations in flight while the dialogs change, and the way back to an earlier step.</summary>
public class NamedStepTests
{
    private readonly DialogConversation _conversation = new();

    [Fact]
    public async Task After_a_deployment_that_reorders_the_steps_it_goes_on_behind_the_same_named_step()
    {
        await _conversation.SayAsync(Waterfall("run", "effort", "sleep"), "hi");
        await _conversation.SayAsync(Waterfall("run", "effort", "sleep"), "10 km");

        var reply = await _conversation.SayAsync(Waterfall("effort", "soreness", "run", "sleep"), "7");

        Assert.Equal("soreness?", reply);
    }

    [Fact]
    public async Task A_step_that_is_gone_restarts_the_dialog_with_its_values_and_says_so()
    {
        await _conversation.SayAsync(Waterfall("run", "effort"), "hi");
        await _conversation.SayAsync(Waterfall("run", "effort"), "10 km");

        var reply = await _conversation.SayAsync(Waterfall("distance", "sleep"), "7");

        Assert.Equal("effort is gone, kept: effort run | distance?", reply);
    }

    [Fact]
    public async Task Steps_without_names_go_on_by_their_place_while_the_version_is_the_same()
    {
        await _conversation.SayAsync(Unnamed("1", "a", "b"), "hi");

        Assert.Equal("B", await _conversation.SayAsync(Unnamed("1", "A", "B"), "hi"));
        Assert.Equal("restarted | x", await _conversation.SayAsync(Unnamed("2", "x", "y"), "hi"));
    }

    [Fact]
    public async Task A_place_behind_the_last_step_restarts_too()
    {
        await _conversation.SayAsync(Unnamed(null, "a", "b", "c"), "hi");
        await _conversation.SayAsync(Unnamed(null, "a", "b", "c"), "hi");
        await _conversation.SayAsync(Unnamed(null, "a", "b", "c"), "hi");

        Assert.Equal("restarted | a", await _conversation.SayAsync(Unnamed(null, "a", "b"), "hi"));
    }

    [Fact]
    public void Two_steps_of_one_name_are_a_mistake()
    {
        var dialog = new WaterfallDialog("w").AddStep("run", Steps.Says("run?"));

        var error = Assert.Throws<ArgumentException>(() => dialog.AddStep("run", Steps.Says("again?")));

        Assert.Contains("'run'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_knows_names_order_and_declared_version()
    {
        var versions = new[]
        {
            Waterfall("run", "effort"), Waterfall("effort", "run"), Waterfall("run", "effort", "sleep"), Unnamed("1", "a"), Unnamed("2", "a"),
        };

        Assert.Equal(versions.Length, versions.Select(dialog => dialog.GetVersion()).Distinct().Count());
        Assert.Equal(Waterfall("run").GetVersion(), Waterfall("run").GetVersion());
    }

    [Fact]
    public async Task A_step_can_go_to_a_named_step_and_keeps_its_values()
    {
        var dialog = new WaterfallDialog("w")
            .AddStep("ask", Remembering("ask"))
            .AddStep("check", (step, ct) => (string?)step.Result == "again" ? step.GoToStepAsync("ask", null, ct) : step.NextAsync(step.Result, ct))
            .AddStep("end", (step, ct) => step.EndDialogAsync(string.Join(' ', step.Values.Keys) + " " + step.Result, ct));
        await _conversation.SayAsync(dialog, "hi");

        Assert.Equal("ask?", await _conversation.SayAsync(dialog, "again"));
        await _conversation.SayAsync(dialog, "fine");

        Assert.Equal("ask fine", _conversation.Last!.Result);
    }

    [Fact]
    public async Task A_name_that_is_nowhere_is_a_mistake()
    {
        var dialog = new WaterfallDialog("w").AddStep("ask", (step, ct) => step.GoToStepAsync("nowhere", null, ct));

        var error = await Assert.ThrowsAsync<ArgumentException>(() => _conversation.SayAsync(dialog, "hi"));

        Assert.Contains("'nowhere'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Back_asks_the_previous_question_again_over_an_open_prompt()
    {
        var root = new CheckIn();
        Assert.Equal("run?", await _conversation.SayAsync(root, "hi"));
        Assert.Equal("effort?", await _conversation.SayAsync(root, "10 km"));
        Assert.Equal("sleep?", await _conversation.SayAsync(root, "7"));

        Assert.Equal("effort?", await _conversation.SayAsync(root, "back"));
        Assert.Equal("run?", await _conversation.SayAsync(root, "back"));
        Assert.Equal("nothing before", await _conversation.SayAsync(root, "back"));
        Assert.Equal("effort?", await _conversation.SayAsync(root, "12 km"));
        Assert.Equal("sleep?", await _conversation.SayAsync(root, "5"));
        await _conversation.SayAsync(root, "8");

        Assert.Equal("run=12 km effort=5 sleep=8", _conversation.Last!.Result);
    }

    [Fact]
    public async Task Back_passes_over_steps_that_asked_nothing()
    {
        var root = new CheckIn(known: "effort");
        await _conversation.SayAsync(root, "hi");
        Assert.Equal("sleep?", await _conversation.SayAsync(root, "10 km"));

        Assert.Equal("run?", await _conversation.SayAsync(root, "back"));
    }

    [Fact]
    public async Task Start_over_begins_at_the_first_step_and_keeps_the_values()
    {
        var root = new CheckIn();
        await _conversation.SayAsync(root, "hi");
        await _conversation.SayAsync(root, "10 km");

        Assert.Equal("kept run | effort?", await _conversation.SayAsync(root, "restart"));
    }

    private static WaterfallDialog Waterfall(params string[] names)
    {
        var dialog = new WaterfallDialog("w")
        {
            OnRestart = (dc, step, ct) => dc.Context.SendActivityAsync(
                $"{step} is gone, kept: {string.Join(' ', ActiveWaterfall.Find(dc)!.Values.Keys.Order())}", cancellationToken: ct),
        };
        return names.Aggregate(dialog, (waterfall, name) => waterfall.AddStep(name, Remembering(name)));
    }

    private static WaterfallDialog Unnamed(string? version, params string[] texts) => new("w", texts.Select(Steps.Says))
    {
        Version = version,
        OnRestart = (dc, _, ct) => dc.Context.SendActivityAsync("restarted", cancellationToken: ct),
    };

    private static WaterfallStep Remembering(string name) => (step, ct) =>
    {
        step.Values[name] = true;
        return Steps.Says(name + "?")(step, ct);
    };

    /// <summary>Asks for what it does not know yet, and understands "back" and "restart" meanwhile.</summary>
    private sealed class CheckIn : ComponentDialog
    {
        public CheckIn(string? known = null)
        {
            AddDialog(new WaterfallDialog("w")
                .AddStep("run", Ask("run", known))
                .AddStep("effort", Ask("effort", known))
                .AddStep("sleep", Ask("sleep", known))
                .AddStep("end", (step, ct) => step.EndDialogAsync(string.Join(' ', Taken(step, "sleep").Select(entry => $"{entry.Key}={entry.Value}")), ct)));
            AddDialog(new TextPrompt("text"));
        }

        protected override async Task<DialogTurnResult> OnContinueDialogAsync(
            DialogContext innerDc, CancellationToken cancellationToken = default)
        {
            var waterfall = ActiveWaterfall.Find(innerDc)!;
            switch (innerDc.Context.Activity.Text)
            {
                case "back" when waterfall.PreviousStepName is { } previous:
                    waterfall.Values.Remove(previous);
                    return await waterfall.GoToStepAsync(previous, cancellationToken);
                case "back":
                    await innerDc.Context.SendActivityAsync("nothing before", cancellationToken: cancellationToken);
                    return EndOfTurn;
                case "restart":
                    await innerDc.Context.SendActivityAsync($"kept {string.Join(' ', waterfall.Values.Keys)}", cancellationToken: cancellationToken);
                    return await waterfall.RestartAsync(cancellationToken);
                default:
                    return await base.OnContinueDialogAsync(innerDc, cancellationToken);
            }
        }

        private static WaterfallStep Ask(string name, string? known) => (step, ct) =>
        {
            var before = name switch { "effort" => "run", "sleep" => "effort", _ => null };
            var values = before == null ? step.Values : Taken(step, before);
            return values.ContainsKey(name) || name == known
                ? step.NextAsync(values.TryGetValue(name, out var value) ? value : "known", ct)
                : step.PromptAsync("text", Steps.Question(name + "?"), ct);
        };

        private static IDictionary<string, object> Taken(WaterfallStepContext step, string answered)
        {
            if (step.Result != null)
            {
                step.Values[answered] = step.Result;
            }

            return step.Values;
        }
    }
}
