using System.Globalization;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Dialogs;
using CoachBot.BotBuilder.Dialogs.Choices;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder.Dialogs;

/// <summary>Where Bot Builder's dialogs are wrong, and these are not.</summary>
public class DifferencesFromBotBuilderTests
{
    private readonly DialogConversation _conversation = new();

    [Fact]
    public async Task Cancelled_inside_a_component_is_cancelled_outside_and_no_parent_goes_on()
    {
        var inner = new ComponentDialog("inner");
        inner.AddDialog(new WaterfallDialog("w", [Steps.Says("?"), (step, ct) => step.CancelAllDialogsAsync(ct)]));
        var root = new ComponentDialog("root");
        root.AddDialog(new WaterfallDialog("outer", [Steps.Begins("inner"), Steps.Says("the parent went on")]));
        root.AddDialog(inner);
        await _conversation.SayAsync(root, "hi");

        var reply = await _conversation.SayAsync(root, "cancel");

        Assert.Equal("", reply);
        Assert.Equal(DialogTurnStatus.Cancelled, _conversation.Last!.Status);
        Assert.Contains("\"dialogStack\":[]", await _conversation.StoredAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_parent_that_handles_the_cancel_of_its_child_stays_and_waits()
    {
        var inner = new ComponentDialog("inner");
        inner.AddDialog(new WaterfallDialog("w", [(step, ct) => step.CancelAllDialogsAsync(ct)]));
        var handler = new Probe("handler", begins: "inner") { Handles = DialogEvents.CancelDialog };
        var dc = await DialogContexts.CreateAsync(handler, inner);

        var result = await dc.BeginDialogAsync("handler");

        Assert.Equal(DialogTurnStatus.Waiting, result.Status);
        Assert.Equal("handler", dc.ActiveDialog!.Id);
    }

    [Theory]
    [InlineData("2026-11-24T23:30:00-08:00", null, "2026-11-25")]
    [InlineData("2026-11-24T00:30:00+13:00", null, "2026-11-25")]
    [InlineData(null, "Pacific/Auckland", "2026-11-26")]
    [InlineData(null, "America/Los_Angeles", "2026-11-25")]
    [InlineData(null, "No/Such_Zone", "2026-11-25")]
    [InlineData(null, null, "2026-11-25")]
    public async Task Tomorrow_is_the_users_tomorrow_and_never_the_servers(string? localTimestamp, string? zone, string tomorrow)
    {
        var root = Ask(new DateTimePrompt("p"));
        await _conversation.SayAsync(root, "hi");
        var answer = DialogContexts.Message("tomorrow");
        answer.Timestamp = new DateTimeOffset(2026, 11, 24, 20, 0, 0, TimeSpan.Zero);
        answer.LocalTimestamp = localTimestamp == null ? null : DateTimeOffset.Parse(localTimestamp, CultureInfo.InvariantCulture);
        answer.LocalTimezone = zone;

        await _conversation.SendAsync(root, answer);

        var resolutions = Assert.IsAssignableFrom<IList<DateTimeResolution>>(_conversation.Last!.Result);
        Assert.Equal(tomorrow, resolutions.Single().Value);
    }

    [Theory]
    [InlineData("fr-fr", "le deuxième", false)]
    [InlineData("es-es", "el primero", true)]
    [InlineData("de-de", "die zweite", false)]
    public async Task A_confirm_prompt_reads_ordinals_in_the_language_of_the_turn(string locale, string answer, bool expected)
    {
        _conversation.Locale = locale;
        var root = Ask(new ConfirmPrompt("p"));
        await _conversation.SayAsync(root, "hi");

        await _conversation.SayAsync(root, answer);

        Assert.Equal(expected, _conversation.Last!.Result);
    }

    [Fact]
    public async Task A_choice_prompt_leaves_the_options_it_shares_between_conversations_alone()
    {
        var options = new FindChoicesOptions();
        var root = new ComponentDialog("root");
        root.AddDialog(new WaterfallDialog("w", [(step, ct) => step.PromptAsync(
            "p", new PromptOptions { Prompt = MessageFactory.Text("?"), Choices = ChoiceFactory.ToChoices(["a", "b"]) }, ct)]));
        root.AddDialog(new ChoicePrompt("p") { RecognizerOptions = options });
        _conversation.Locale = "de-de";
        await _conversation.SayAsync(root, "hi");

        await _conversation.SayAsync(root, "zwei");

        Assert.Null(options.Locale);
    }

    [Theory]
    [InlineData("xx-invalid-locale!")]
    [InlineData("not a culture at all")]
    [InlineData("ko-kr")]
    public async Task No_locale_makes_a_number_or_a_date_prompt_fail(string locale)
    {
        _conversation.Locale = locale;
        var root = Ask(new NumberPrompt<double>("p"));
        await _conversation.SayAsync(root, "hi");
        await _conversation.SayAsync(root, "2.5");
        Assert.Equal(2.5, _conversation.Last!.Result);

        var dates = Ask(new DateTimePrompt("p"));
        await _conversation.SayAsync(dates, "hi");
        await _conversation.SayAsync(dates, "2026-11-24");

        Assert.Equal("2026-11-24", Assert.IsAssignableFrom<IList<DateTimeResolution>>(_conversation.Last.Result)[0].Value);
    }

    [Fact]
    public void A_partial_match_has_a_score_and_the_better_one_wins()
    {
        List<SortedValue> values = [new() { Value = "long easy run", Index = 0 }, new() { Value = "easy run", Index = 1 }];

        var found = Find.FindValues("an easy run today", values, new FindValuesOptions { AllowPartialMatches = true });

        Assert.Equal((1, 1f), (found.Single().Resolution.Index, found.Single().Resolution.Score));
        var half = Find.FindValues("easy", [new SortedValue { Value = "easy run" }], new FindValuesOptions { AllowPartialMatches = true });
        Assert.Equal(0.5f, half.Single().Resolution.Score);
    }

    [Theory]
    [InlineData("the last", 2)]
    [InlineData("1", 0)]
    [InlineData("99999999999999999999", null)]
    public void Places_of_choices_are_read_without_an_expression_evaluator(string utterance, int? index) =>
        Assert.Equal(index, ChoiceRecognizers.RecognizeChoices(utterance, ["a", "b", "c"]).FirstOrDefault()?.Resolution.Index);

    [Fact]
    public async Task A_prompt_in_a_component_recognises_once_in_a_turn()
    {
        var prompt = new CountingPrompt("p");
        var root = Ask(prompt);
        await _conversation.SayAsync(root, "hi");

        await _conversation.SayAsync(root, "Ada");

        Assert.Equal(1, prompt.Recognitions);
        Assert.Equal("Ada", _conversation.Last!.Result);
    }

    [Fact]
    public async Task A_waterfall_whose_stored_state_lacks_its_keys_begins_again_and_can_be_cancelled()
    {
        var dialog = new WaterfallDialog("w", [Steps.Says("one"), Steps.Says("two")]);
        var dc = await DialogContexts.CreateAsync(dialog);
        dc.Stack.Add(new DialogInstance { Id = "w" });

        Assert.Equal(DialogTurnStatus.Waiting, (await dc.ContinueDialogAsync()).Status);
        Assert.Equal(0, dc.ActiveDialog!.State["stepIndex"]);

        dc.ActiveDialog.State.Clear();
        Assert.Equal(DialogTurnStatus.Cancelled, (await dc.CancelAllDialogsAsync()).Status);
    }

    [Fact]
    public async Task A_dialog_supplied_by_a_parent_is_told_that_it_ends()
    {
        var supplied = new Probe("supplied");
        var inner = new ComponentDialog("inner");
        inner.AddDialog(new Probe("w", begins: "supplied"));
        var dc = await DialogContexts.CreateAsync(inner, supplied);
        await dc.BeginDialogAsync("inner");
        await dc.RepromptDialogAsync();
        supplied.Calls.Clear();

        await dc.CancelAllDialogsAsync();

        Assert.Equal(["end CancelCalled"], supplied.Calls);
    }

    [Fact]
    public async Task Cancelling_hands_on_the_token()
    {
        var probe = new Probe("p");
        var dc = await DialogContexts.CreateAsync(probe);
        await dc.BeginDialogAsync("p");
        using var source = new CancellationTokenSource();

        await dc.CancelAllDialogsAsync(source.Token);

        Assert.Equal(source.Token, probe.EndToken);
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData(7, "7")]
    [InlineData(true, "true")]
    public async Task A_card_submitted_without_text_answers_with_its_data(object value, string text)
    {
        var root = Ask(new TextPrompt("p"));
        await _conversation.SayAsync(root, "hi");

        await _conversation.SendAsync(root, new Activity(ActivityTypes.Message) { Value = value });

        Assert.Equal(text, ((string)_conversation.Last!.Result!).ToLowerInvariant());
    }

    [Fact]
    public async Task A_card_submitted_with_an_object_answers_with_the_text_in_it_or_not_at_all()
    {
        var root = Ask(new NumberPrompt<int>("p"));
        await _conversation.SayAsync(root, "hi");

        await _conversation.SendAsync(root, new Activity(ActivityTypes.Message) { Value = new JsonObject { ["verb"] = "save" } });
        Assert.Equal(DialogTurnStatus.Waiting, _conversation.Last!.Status);
        await _conversation.SendAsync(root, new Activity(ActivityTypes.Message) { Value = new JsonObject { ["text"] = "42" } });

        Assert.Equal(42, _conversation.Last.Result);
    }

    [Fact]
    public async Task What_the_user_said_is_never_null()
    {
        var said = "unset";
        _conversation.OnTurn = turnContext => said = turnContext.UserText();

        await _conversation.SendAsync(new Probe("p"), new Activity(ActivityTypes.Message));

        Assert.Equal("", said);
    }

    [Fact]
    public async Task A_prompt_by_key_stores_no_text_and_is_asked_in_the_language_of_the_moment()
    {
        var root = new ComponentDialog("root");
        root.AddDialog(new WaterfallDialog("w", [(step, ct) => step.PromptAsync(
            "p", new PromptOptions { Key = "soreness", Arguments = new Dictionary<string, string> { ["name"] = "Ada" } }, ct), Steps.EndsWithResult()]));
        root.AddDialog(new ChoicePrompt("p"));
        _conversation.OnTurn = turnContext => turnContext.TurnState.Add<IPromptRenderer>(new Renderer());

        Assert.Equal("How sore, Ada? (1) a lot or (2) a little", await _conversation.SayAsync(root, "hi"));
        var stored = await _conversation.StoredAsync();
        Assert.Contains("\"options\":{\"key\":\"soreness\",\"arguments\":{\"name\":\"Ada\"}}", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("How sore", stored, StringComparison.Ordinal);

        _conversation.Locale = "es-es";
        Assert.Equal("¿Cuánto te duele, Ada? (1) mucho o (2) poco", await _conversation.SayAsync(root, "?"));
        await _conversation.SayAsync(root, "poco");
        Assert.Equal(1, Assert.IsType<FoundChoice>(_conversation.Last!.Result).Index);
    }

    [Fact]
    public async Task A_prompt_by_key_without_a_renderer_names_the_key()
    {
        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => _conversation.SayAsync(
            new ComponentDialog("root").AddDialog(new WaterfallDialog("w", [(step, ct) => step.PromptAsync("p", new PromptOptions { Key = "soreness" }, ct)]))
                .AddDialog(new TextPrompt("p")),
            "hi"));

        Assert.Contains("'soreness'", error.Message, StringComparison.Ordinal);
    }

    private static ComponentDialog Ask(Dialog prompt)
    {
        var root = new ComponentDialog("root");
        root.AddDialog(new WaterfallDialog("w", [Steps.Asks("p", "q"), Steps.EndsWithResult()]));
        root.AddDialog(prompt);
        return root;
    }

    private sealed class CountingPrompt(string id) : TextPrompt(id)
    {
        public int Recognitions { get; private set; }

        protected override Task<PromptRecognizerResult<string>> OnRecognizeAsync(
            ITurnContext turnContext, IDictionary<string, object> state, PromptOptions options, CancellationToken cancellationToken = default)
        {
            Recognitions++;
            return base.OnRecognizeAsync(turnContext, state, options, cancellationToken);
        }
    }

    private sealed class Renderer : IPromptRenderer
    {
        public PromptOptions Render(ITurnContext turnContext, string key, IDictionary<string, string> arguments)
        {
            var spanish = turnContext.Activity.Locale == "es-es";
            return new PromptOptions
            {
                Prompt = MessageFactory.Text(spanish ? $"¿Cuánto te duele, {arguments["name"]}?" : $"How sore, {arguments["name"]}?"),
                Choices = ChoiceFactory.ToChoices(spanish ? ["mucho", "poco"] : ["a lot", "a little"]),
            };
        }
    }
}
