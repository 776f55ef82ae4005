using System.Globalization;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Dialogs;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder.Dialogs;

public class PromptTests
{
    private readonly DialogConversation _conversation = new();

    [Fact]
    public async Task A_text_prompt_takes_any_text()
    {
        var root = Ask(new TextPrompt("p"));
        Assert.Equal("question", await _conversation.SayAsync(root, "hi"));

        await _conversation.SayAsync(root, " as typed ");

        Assert.Equal(" as typed ", _conversation.Last!.Result);
    }

    [Fact]
    public async Task An_answer_that_is_not_recognised_gets_the_retry_prompt_until_one_is()
    {
        var root = Ask(new NumberPrompt<int>("p"), retry: "a number, please");
        await _conversation.SayAsync(root, "hi");

        Assert.Equal("a number, please", await _conversation.SayAsync(root, "apple"));
        Assert.Equal("a number, please", await _conversation.SayAsync(root, "orange"));
        Assert.Equal("", await _conversation.SayAsync(root, "42"));
        Assert.Equal(42, _conversation.Last!.Result);
    }

    [Fact]
    public async Task Without_a_retry_prompt_the_prompt_is_sent_again()
    {
        var root = Ask(new NumberPrompt<int>("p"));
        await _conversation.SayAsync(root, "hi");

        Assert.Equal("question", await _conversation.SayAsync(root, "apple"));
    }

    [Theory]
    [InlineData(ActivityTypes.Event)]
    [InlineData(ActivityTypes.Typing)]
    [InlineData(ActivityTypes.ConversationUpdate)]
    public async Task Other_activities_are_no_answers(string type)
    {
        var root = Ask(new TextPrompt("p"));
        await _conversation.SayAsync(root, "hi");

        Assert.Empty(await _conversation.SendAsync(root, new Activity(type) { Text = "no" }));
        Assert.Equal(DialogTurnStatus.Waiting, _conversation.Last!.Status);
    }

    [Fact]
    public async Task A_message_without_text_is_asked_again()
    {
        var root = Ask(new TextPrompt("p"), retry: "again");
        await _conversation.SayAsync(root, "hi");

        Assert.Equal("again", await _conversation.SayAsync(root, null));
    }

    [Fact]
    public async Task The_validator_counts_attempts_from_one_over_stored_turns()
    {
        List<int> attempts = [];
        var root = Ask(new TextPrompt("p", (context, _) =>
        {
            attempts.Add(context.AttemptCount);
            return Task.FromResult(context.AttemptCount == 3);
        }));
        foreach (var text in new[] { "hi", "a", "b", "c" })
        {
            await _conversation.SayAsync(root, text);
        }

        Assert.Equal([1, 2, 3], attempts);
        Assert.Equal("c", _conversation.Last!.Result);
    }

    [Fact]
    public async Task The_validator_is_asked_even_when_nothing_was_recognised_and_may_put_a_value_in()
    {
        var root = Ask(new NumberPrompt<int>("p", (context, _) =>
        {
            context.Recognized.Value = context.Recognized.Succeeded ? context.Recognized.Value : -1;
            return Task.FromResult(true);
        }));
        await _conversation.SayAsync(root, "hi");

        await _conversation.SayAsync(root, "apple");

        Assert.Equal(-1, _conversation.Last!.Result);
    }

    [Fact]
    public async Task A_validator_that_has_spoken_is_not_followed_by_the_retry_prompt()
    {
        var root = Ask(
            new TextPrompt("p", async (context, ct) =>
            {
                await context.Context.SendActivityAsync("longer, please", cancellationToken: ct);
                return false;
            }),
            retry: "again");
        await _conversation.SayAsync(root, "hi");

        Assert.Equal("longer, please", await _conversation.SayAsync(root, "x"));
    }

    [Fact]
    public async Task The_validator_gets_the_validations_of_the_options()
    {
        object? seen = null;
        var prompt = new TextPrompt("p", (context, _) =>
        {
            seen = context.Options.Validations;
            return Task.FromResult(true);
        });
        var root = new ComponentDialog("root");
        root.AddDialog(new WaterfallDialog("w", [(step, ct) => step.PromptAsync("p", new PromptOptions { Prompt = MessageFactory.Text("?"), Validations = 7 }, ct)]));
        root.AddDialog(prompt);
        await _conversation.SayAsync(root, "hi");

        await _conversation.SayAsync(root, "x");

        Assert.Equal(7, seen);
    }

    [Fact]
    public async Task Options_of_a_derived_class_keep_their_own_properties()
    {
        string? seen = null;
        var root = new ComponentDialog("root");
        root.AddDialog(new WaterfallDialog("w", [(step, ct) => step.PromptAsync("p", new UnitOptions { Prompt = MessageFactory.Text("?"), Unit = "km" }, ct)]));
        root.AddDialog(new UnitPrompt("p", unit => seen = unit));
        await _conversation.SayAsync(root, "hi");
        await _conversation.SendAsync(root, new Activity(ActivityTypes.Event));

        await _conversation.SayAsync(root, "x");

        Assert.Equal("km", seen);
    }

    [Fact]
    public async Task A_prompt_expects_input_unless_it_says_otherwise()
    {
        var root = new ComponentDialog("root");
        root.AddDialog(new WaterfallDialog("w", [(step, ct) => step.PromptAsync("p", new PromptOptions { Prompt = new Activity(ActivityTypes.Message) { Text = "?" } }, ct)]));
        root.AddDialog(new TextPrompt("p"));

        var replies = await _conversation.SendAsync(root, new Activity(ActivityTypes.Message) { Text = "hi" });

        Assert.Equal(InputHints.ExpectingInput, replies.Single().InputHint);
    }

    [Fact]
    public async Task A_stored_prompt_holds_no_addresses()
    {
        await _conversation.SayAsync(Ask(new TextPrompt("p")), "hi");

        var stored = await _conversation.StoredAsync();

        Assert.Contains("\"text\":\"question\"", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("user1", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("serviceUrl", stored, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_attachment_prompt_takes_attachments_only()
    {
        var root = Ask(new AttachmentPrompt("p"), retry: "a file, please");
        await _conversation.SayAsync(root, "hi");
        Assert.Equal("a file, please", await _conversation.SayAsync(root, "text"));

        await _conversation.SendAsync(root, new Activity(ActivityTypes.Message) { Attachments = [new Attachment("text/plain", name: "run.gpx")] });

        var attachments = Assert.IsAssignableFrom<IList<Attachment>>(_conversation.Last!.Result);
        Assert.Equal("run.gpx", attachments.Single().Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    public void Every_prompt_needs_an_id(string? id)
    {
        Assert.Throws<ArgumentNullException>(() => new TextPrompt(id!));
        Assert.Throws<ArgumentNullException>(() => new NumberPrompt<int>(id!));
        Assert.Throws<ArgumentNullException>(() => new ConfirmPrompt(id!));
        Assert.Throws<ArgumentNullException>(() => new ChoicePrompt(id!));
        Assert.Throws<ArgumentNullException>(() => new DateTimePrompt(id!));
        Assert.Throws<ArgumentNullException>(() => new AttachmentPrompt(id!));
    }

    [Fact]
    public async Task A_prompt_begun_without_prompt_options_is_a_mistake()
    {
        var root = new ComponentDialog("root");
        root.AddDialog(new WaterfallDialog("w", [Steps.Begins("p", "not options")]));
        root.AddDialog(new TextPrompt("p"));

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _conversation.SayAsync(root, "hi"));
    }

    [Theory]
    [InlineData("42", "42")]
    [InlineData("-7", "-7")]
    [InlineData("forty two", "42")]
    [InlineData("about 12 I think", "12")]
    [InlineData("1,000", "1000")]
    [InlineData("$500", "500")]
    [InlineData("500 dollars", "500")]
    [InlineData("i am 18 years old", "18")]
    [InlineData("I've run 5km", "5")]
    [InlineData("The temperature is 32C", "32")]
    [InlineData("3.14", null)]
    [InlineData("3.0", "3")]
    [InlineData("3000000000", null)]
    [InlineData("dollars", null)]
    [InlineData("apple", null)]
    public Task An_int_prompt_takes_whole_numbers(string answer, string? number) => AnswersAsync(new NumberPrompt<int>("p"), answer, number);

    [Theory]
    [InlineData("3000000000", "3000000000")]
    [InlineData("12345678901234567", "12345678901234567")]
    [InlineData("2.5", null)]
    public Task A_long_prompt_takes_all_digits(string answer, string? number) => AnswersAsync(new NumberPrompt<long>("p"), answer, number);

    [Theory]
    [InlineData("3.14", "3.14")]
    [InlineData("six and a half", "6.5")]
    [InlineData("a half", "0.5")]
    public Task A_double_prompt_takes_fractions(string answer, string? number) => AnswersAsync(new NumberPrompt<double>("p"), answer, number);

    [Theory]
    [InlineData("3.14", "3.14")]
    [InlineData("500 dollars", "500")]
    public Task A_decimal_prompt_takes_fractions(string answer, string? number) => AnswersAsync(new NumberPrompt<decimal>("p"), answer, number);

    [Theory]
    [InlineData("3.14", "3.14")]
    [InlineData("42", "42")]
    public Task A_float_prompt_takes_fractions(string answer, string? number) => AnswersAsync(new NumberPrompt<float>("p"), answer, number);

    [Theory]
    [InlineData("nl-nl", null, "3,14", "3.14")]
    [InlineData(null, "nl-nl", "3,14", "3.14")]
    [InlineData("", "nl-nl", "1.000,5", "1000.5")]
    [InlineData("de-AT", null, "3,14", "3.14")]
    [InlineData("es-mx", null, "3.14", "3.14")]
    [InlineData("fr", null, "quarante-deux", "42")]
    [InlineData("PT-BR", null, "dez", "10")]
    [InlineData("not-supported", null, "forty two", "42")]
    [InlineData("bg-bg", null, "42", "42")]
    public Task A_number_is_read_in_the_language_of_the_turn_else_of_the_prompt(
        string? locale, string? defaultLocale, string answer, string number)
    {
        _conversation.Locale = locale;
        return AnswersAsync(new NumberPrompt<double>("p", defaultLocale: defaultLocale), answer, number);
    }

    [Fact]
    public void A_number_prompt_of_another_type_is_not_supported()
    {
        Assert.Throws<NotSupportedException>(() => new NumberPrompt<short>("p"));
        Assert.Throws<NotSupportedException>(() => new NumberPrompt<DateTime>("p"));
    }

    private async Task AnswersAsync(Dialog prompt, string answer, string? number)
    {
        var root = Ask(prompt);
        await _conversation.SayAsync(root, "hi");

        await _conversation.SayAsync(root, answer);

        Assert.Equal(number == null ? DialogTurnStatus.Waiting : DialogTurnStatus.Complete, _conversation.Last!.Status);
        Assert.Equal(number, Convert.ToString(_conversation.Last.Result, CultureInfo.InvariantCulture) is { Length: > 0 } text ? text : null);
    }

    private static ComponentDialog Ask(Dialog prompt, string? retry = null)
    {
        var root = new ComponentDialog("root");
        root.AddDialog(new WaterfallDialog("w", [Steps.Asks("p", "question", retry), Steps.EndsWithResult()]));
        root.AddDialog(prompt);
        return root;
    }

    private sealed class UnitOptions : PromptOptions
    {
        public string? Unit { get; set; }
    }

    private sealed class UnitPrompt(string id, Action<string?> see) : TextPrompt(id)
    {
        public override Task<DialogTurnResult> ContinueDialogAsync(DialogContext dc, CancellationToken cancellationToken = default)
        {
            see(dc.ActiveDialog!.State.GetValue<UnitOptions>("options")!.Unit);
            return base.ContinueDialogAsync(dc, cancellationToken);
        }
    }
}
