using CoachBot.BotBuilder.Dialogs;
using CoachBot.BotBuilder.Dialogs.Choices;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.BotBuilder.Dialogs;

public class ConfirmPromptTests
{
    private readonly DialogConversation _conversation = new();

    [Theory]
    [InlineData("bg-bg", "q (1) да или (2) Не", "да", "Не")]
    [InlineData("zh-cn", "q (1) 是的 要么 (2) 不", "是的", "不")]
    [InlineData("nl-nl", "q (1) Ja of (2) Nee", "Ja", "Nee")]
    [InlineData("en-us", "q (1) Yes or (2) No", "Yes", "No")]
    [InlineData("fr-fr", "q (1) Oui ou (2) Non", "Oui", "Non")]
    [InlineData("de-de", "q (1) Ja oder (2) Nein", "Ja", "Nein")]
    [InlineData("hi-in", "q (1) हां या (2) नहीं", "हां", "नहीं")]
    [InlineData("it-it", "q (1) Si o (2) No", "Si", "No")]
    [InlineData("ja-jp", "q (1) はい または (2) いいえ", "はい", "いいえ")]
    [InlineData("ko-kr", "q (1) 예 또는 (2) 아니", "예", "아니")]
    [InlineData("pt-br", "q (1) Sim ou (2) Não", "Sim", "Não")]
    [InlineData("es-es", "q (1) Sí o (2) No", "Sí", "No")]
    [InlineData("sv-se", "q (1) Ja eller (2) Nej", "Ja", "Nej")]
    [InlineData("tr-tr", "q (1) Evet veya (2) Hayır", "Evet", "Hayır")]
    public async Task It_asks_and_understands_in_fourteen_languages(string locale, string question, string yes, string no)
    {
        foreach (var (answer, expected) in new[] { (yes, true), (no, false), ("1", true), ("2", false), (yes.ToUpperInvariant(), true) })
        {
            var conversation = new DialogConversation(locale: locale);
            var root = Ask(new ConfirmPrompt("p"));
            Assert.Equal(question, await conversation.SayAsync(root, "hi"));

            await conversation.SayAsync(root, answer);

            Assert.Equal(expected, conversation.Last!.Result);
        }
    }

    [Theory]
    [InlineData("en-us", "yep, sure", true)]
    [InlineData("en-us", "I'm not ok with that", false)]
    [InlineData("en-us", "not sure", null)]
    [InlineData("en-us", "yes and no", null)]
    [InlineData("en-us", "lala", null)]
    [InlineData("en-us", "yesterday", null)]
    [InlineData("en-us", "y", true)]
    [InlineData("en-us", "👍", true)]
    [InlineData("es-es", "si claro", true)]
    [InlineData("es-es", "no sé", null)]
    [InlineData("fr-fr", "d’accord", true)]
    [InlineData("fr-fr", "pas d'accord", false)]
    [InlineData("de-de", "stimmt nicht", false)]
    [InlineData("de-de", "klar!", true)]
    [InlineData("de-de", "yes", true)]
    [InlineData("pt-br", "nao", false)]
    [InlineData("pt-br", "com certeza", true)]
    [InlineData("zh-cn", "不是的", false)]
    [InlineData("ja-jp", "はい、お願いします", true)]
    [InlineData("tr-tr", "HAYIR", false)]
    [InlineData("en-us", "the first one", true)]
    [InlineData("en-us", "3", null)]
    public async Task An_answer_is_yes_no_or_neither(string locale, string answer, bool? expected)
    {
        _conversation.Locale = locale;
        var root = Ask(new ConfirmPrompt("p"));
        await _conversation.SayAsync(root, "hi");

        await _conversation.SayAsync(root, answer);

        Assert.Equal(expected, _conversation.Last!.Result as bool?);
    }

    [Theory]
    [InlineData(null, "nl-nl", "q (1) Ja of (2) Nee")]
    [InlineData("nl", "en-us", "q (1) Ja of (2) Nee")]
    [InlineData(null, null, "q (1) Yes or (2) No")]
    [InlineData(null, "", "q (1) Yes or (2) No")]
    [InlineData(null, "not-supported", "q (1) Yes or (2) No")]
    [InlineData("not-supported", null, "q (1) Yes or (2) No")]
    public async Task The_language_is_that_of_the_turn_else_the_default_else_english(string? locale, string? defaultLocale, string question)
    {
        _conversation.Locale = locale;

        Assert.Equal(question, await _conversation.SayAsync(Ask(new ConfirmPrompt("p", defaultLocale: defaultLocale)), "hi"));
    }

    [Fact]
    public async Task Numbers_that_were_not_shown_are_not_understood()
    {
        var prompt = new ConfirmPrompt("p") { ChoiceOptions = new ChoiceFactoryOptions { IncludeNumbers = false, InlineSeparator = "~" } };
        var root = Ask(prompt);
        Assert.Equal("q Yes or No", await _conversation.SayAsync(root, "hi"));

        Assert.Equal("say it, please Yes or No", await _conversation.SayAsync(root, "1"));
        await _conversation.SayAsync(root, "no");

        Assert.Equal(false, _conversation.Last!.Result);
    }

    [Fact]
    public async Task Choices_of_ones_own_are_shown_and_understood()
    {
        var root = Ask(new ConfirmPrompt("p") { ConfirmChoices = Tuple.Create(new Choice("Go"), new Choice("Stop")) });
        Assert.Equal("q (1) Go or (2) Stop", await _conversation.SayAsync(root, "hi"));

        await _conversation.SayAsync(root, "stop");

        Assert.Equal(false, _conversation.Last!.Result);
    }

    [Fact]
    public async Task A_culture_of_ones_own_can_be_given()
    {
        _conversation.Locale = "custom-custom";
        var defaults = new Dictionary<string, (Choice, Choice, ChoiceFactoryOptions)>
        {
            ["custom-custom"] = (new Choice("customYes"), new Choice("customNo"), new ChoiceFactoryOptions("|", " customOr ", " customOrMore ", true)),
        };
        var root = Ask(new ConfirmPrompt("p", defaults, null, "custom-custom"));
        Assert.Equal("q (1) customYes customOr (2) customNo", await _conversation.SayAsync(root, "hi"));

        await _conversation.SayAsync(root, "customYes");

        Assert.Equal(true, _conversation.Last!.Result);
    }

    private static ComponentDialog Ask(Dialog prompt)
    {
        var root = new ComponentDialog("root");
        root.AddDialog(new WaterfallDialog("w", [Steps.Asks("p", "q", "say it, please"), Steps.EndsWithResult()]));
        root.AddDialog(prompt);
        return root;
    }
}
