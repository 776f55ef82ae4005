using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Dialogs;
using CoachBot.BotBuilder.Dialogs.Choices;
using CoachBot.BotBuilder.Dialogs.Prompts;
using CoachBot.BotBuilder.Schema;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder.Dialogs;

public class ChoicePromptTests
{
    private readonly DialogConversation _conversation = new();

    [Theory]
    [InlineData(ListStyle.Auto, "color? (1) red, (2) green, or (3) blue")]
    [InlineData(ListStyle.Inline, "color? (1) red, (2) green, or (3) blue")]
    [InlineData(ListStyle.List, "color?\n\n   1. red\n   2. green\n   3. blue")]
    [InlineData(ListStyle.SuggestedAction, "color?")]
    [InlineData(ListStyle.HeroCard, "")]
    [InlineData(ListStyle.None, "color?")]
    public async Task The_style_says_how_the_choices_are_shown(ListStyle style, string text) =>
        Assert.Equal(text, await _conversation.SayAsync(Ask(new ChoicePrompt("p") { Style = style }), "hi"));

    [Fact]
    public async Task The_style_of_the_options_goes_first()
    {
        var root = Ask(new ChoicePrompt("p") { Style = ListStyle.HeroCard }, Colors(ListStyle.SuggestedAction));

        var reply = (await _conversation.SendAsync(root, new Activity(ActivityTypes.Message) { Text = "hi" })).Single();

        Assert.Equal(3, reply.SuggestedActions!.Actions!.Count);
        Assert.Equal(["user1"], reply.SuggestedActions.To!);
        Assert.True(reply.Attachments is null or { Count: 0 });
    }

    [Fact]
    public async Task The_card_of_the_choices_comes_behind_the_prompts_own_attachments()
    {
        var options = Colors();
        options.Prompt!.Attachments = [new Attachment("text/plain", content: "some content")];
        options.Prompt.Speak = "spoken";

        var reply = (await _conversation.SendAsync(Ask(new ChoicePrompt("p") { Style = ListStyle.HeroCard }, options), Message("hi"))).Single();

        Assert.Equal("spoken", reply.Speak);
        Assert.Equal("some content", reply.Attachments![0].Content);
        Assert.IsType<HeroCard>(reply.Attachments[1].Content);
    }

    [Theory]
    [InlineData("red", 0)]
    [InlineData("the GREEN one", 1)]
    [InlineData("the third", 2)]
    [InlineData("2", 1)]
    [InlineData("what was that", null)]
    [InlineData("4", null)]
    public async Task It_ends_with_the_choice_that_was_made(string answer, int? index)
    {
        var root = Ask(new ChoicePrompt("p"));
        await _conversation.SayAsync(root, "hi");

        await _conversation.SayAsync(root, answer);

        Assert.Equal(index, (_conversation.Last!.Result as FoundChoice)?.Index);
    }

    [Fact]
    public async Task The_retry_prompt_shows_the_choices_again()
    {
        var options = Colors();
        options.RetryPrompt = MessageFactory.Text("please:");
        var root = Ask(new ChoicePrompt("p"), options);
        await _conversation.SayAsync(root, "hi");

        Assert.Equal("please: (1) red, (2) green, or (3) blue", await _conversation.SayAsync(root, "?"));
    }

    [Theory]
    [InlineData("de-de", "color? (1) red, (2) green, oder (3) blue")]
    [InlineData("DE", "color? (1) red, (2) green, oder (3) blue")]
    [InlineData("es-MX", "color? (1) red, (2) green, o (3) blue")]
    [InlineData("fr-CA", "color? (1) red, (2) green, ou (3) blue")]
    [InlineData("pt-pt", "color? (1) red, (2) green, ou (3) blue")]
    [InlineData("zh-cn", "color? (1) red， (2) green， 要么 (3) blue")]
    [InlineData("ja-jp", "color? (1) red、 (2) green、 または (3) blue")]
    [InlineData("it-it", "color? (1) red, (2) green o (3) blue")]
    [InlineData("bg-bg", "color? (1) red, (2) green, или (3) blue")]
    [InlineData("not-supported", "color? (1) red, (2) green, or (3) blue")]
    [InlineData("", "color? (1) red, (2) green, or (3) blue")]
    [InlineData(null, "color? (1) red, (2) green, or (3) blue")]
    public async Task It_writes_in_the_language_of_the_turn(string? locale, string text)
    {
        _conversation.Locale = locale;

        Assert.Equal(text, await _conversation.SayAsync(Ask(new ChoicePrompt("p")), "hi"));
    }

    [Fact]
    public async Task The_default_locale_serves_activities_without_one()
    {
        _conversation.Locale = null;

        Assert.Equal(
            "color? (1) red, (2) green, ou (3) blue",
            await _conversation.SayAsync(Ask(new ChoicePrompt("p", defaultLocale: "fr-fr")), "hi"));
    }

    [Fact]
    public async Task A_culture_of_ones_own_can_be_given()
    {
        _conversation.Locale = "custom-custom";
        var defaults = new Dictionary<string, ChoiceFactoryOptions> { ["custom-custom"] = new("|", " OR ", " ORMORE ", true) };

        Assert.Equal("color? (1) red|(2) green ORMORE (3) blue", await _conversation.SayAsync(Ask(new ChoicePrompt("p", defaults)), "hi"));
    }

    [Fact]
    public async Task The_recognize_language_is_that_of_the_answer()
    {
        var options = Colors();
        options.RecognizeLanguage = "es-es";
        var root = Ask(new ChoicePrompt("p"), options);
        await _conversation.SayAsync(root, "hi");

        await _conversation.SayAsync(root, "el tercero");

        Assert.Equal("blue", Assert.IsType<FoundChoice>(_conversation.Last!.Result).Value);
    }

    [Fact]
    public void Fourteen_cultures_are_supported_and_near_ones_are_mapped()
    {
        Assert.Equal(14, PromptCultureModels.GetSupportedCultures().Length);
        Assert.Equal("en-us", PromptCultureModels.MapToNearestLanguage("EN-gb"));
        Assert.Equal("ko-kr", PromptCultureModels.MapToNearestLanguage("ko"));
        Assert.Equal("xx-yy", PromptCultureModels.MapToNearestLanguage("XX-yy"));
        Assert.Null(PromptCultureModels.MapToNearestLanguage(null));
    }

    private static Activity Message(string text) => new(ActivityTypes.Message) { Text = text };

    private static PromptOptions Colors(ListStyle? style = null) => new()
    {
        Prompt = MessageFactory.Text("color?"),
        Choices = ChoiceFactory.ToChoices(["red", "green", "blue"]),
        Style = style,
    };

    private static ComponentDialog Ask(Dialog prompt, PromptOptions? options = null)
    {
        var root = new ComponentDialog("root");
        root.AddDialog(new WaterfallDialog("w", [(step, ct) => step.PromptAsync("p", options ?? Colors(), ct), Steps.EndsWithResult()]));
        root.AddDialog(prompt);
        return root;
    }
}
