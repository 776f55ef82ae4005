using CoachBot.BotBuilder.Dialogs.Choices;
using CoachBot.BotBuilder.Schema;

namespace CoachBot.Tests.BotBuilder.Dialogs;

public class ChoiceRecognizersTests
{
    private static readonly string[] Colors = ["red", "green", "blue"];

    [Theory]
    [InlineData("red", "red@0-2")]
    [InlineData("RED", "red@0-2")]
    [InlineData("the red one please.", "red@4-6")]
    [InlineData("the red and blue ones please.", "red@4-6 blue@12-15")]
    [InlineData("blue, no: red", "blue@0-3 red@10-12")]
    [InlineData("redder", "")]
    [InlineData("purple", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Choices_are_found_by_their_words(string? utterance, string found) =>
        Assert.Equal(found, Written(Find.FindChoices(utterance, Colors)));

    [Theory]
    [InlineData("the bread pudding and bread please.", "bread pudding@4-16 bread@22-26")]
    [InlineData("pudding with bread", "pudding@0-6 bread@13-17")]
    public void Longer_values_go_first_and_no_word_counts_twice(string utterance, string found) =>
        Assert.Equal(found, Written(Find.FindChoices(utterance, ["bread", "bread pudding", "pudding"])));

    [Theory]
    [InlineData("the first one please.", "red@4-8")]
    [InlineData("the first and third one please.", "red@4-8 blue@14-18")]
    [InlineData("the last one", "blue@4-7")]
    [InlineData("2nd", "green@0-2")]
    [InlineData("1", "red@0-0")]
    [InlineData("one", "red@0-2")]
    [InlineData("option one and 3.", "red@7-9 blue@15-15")]
    [InlineData("4", "")]
    [InlineData("0", "")]
    [InlineData("the seventh", "")]
    [InlineData("1.5", "")]
    [InlineData("-1", "")]
    public void Choices_are_found_by_ordinal_and_by_number(string utterance, string found) =>
        Assert.Equal(found, Written(ChoiceRecognizers.RecognizeChoices(utterance, Colors)));

    [Theory]
    [InlineData("de-de", "die zweite bitte", "green")]
    [InlineData("es-es", "el segundo", "green")]
    [InlineData("fr-fr", "le deuxième", "green")]
    [InlineData("pt-br", "o segundo", "green")]
    [InlineData("fr-fr", "trois", "blue")]
    public void Ordinals_are_read_in_the_language_given(string locale, string utterance, string choice)
    {
        var found = ChoiceRecognizers.RecognizeChoices(utterance, Colors, new FindChoicesOptions { Locale = locale });

        Assert.Equal(choice, Assert.Single(found).Resolution.Value);
    }

    [Fact]
    public void Words_go_before_ordinals()
    {
        string[] books = ["the first division book", "second book"];

        var found = ChoiceRecognizers.RecognizeChoices("the first division book please", books);

        Assert.Equal(0, Assert.Single(found).Resolution.Index);
    }

    [Theory]
    [InlineData("the first one please.", false, true, "red")]
    [InlineData("the first one please.", false, false, null)]
    [InlineData("one", true, false, null)]
    [InlineData("first", true, false, "red")]
    public void Ordinals_and_numbers_can_be_left_out(string utterance, bool ordinals, bool numbers, string? choice)
    {
        var options = new FindChoicesOptions { RecognizeOrdinals = ordinals, RecognizeNumbers = numbers };

        var found = ChoiceRecognizers.RecognizeChoices(utterance, Colors, options);

        Assert.Equal(choice, found.FirstOrDefault()?.Resolution.Value);
    }

    [Fact]
    public void Titles_and_synonyms_are_found_and_reported()
    {
        List<Choice> choices =
        [
            new("r") { Action = new CardAction("imBack", "crimson") },
            new("g") { Synonyms = ["emerald green", "lime"] },
        ];

        Assert.Equal(0, Find.FindChoices("crimson please", choices).Single().Resolution.Index);
        var lime = Find.FindChoices("lime please", choices).Single().Resolution;
        Assert.Equal(("g", "lime", 1f), (lime.Value, lime.Synonym, lime.Score));
        Assert.Empty(Find.FindChoices("crimson please", choices, new FindChoicesOptions { NoAction = true }));
        Assert.Empty(Find.FindChoices("g", choices, new FindChoicesOptions { NoValue = true }));
    }

    [Fact]
    public void A_value_may_have_a_few_words_in_between_and_scores_less_for_it()
    {
        List<SortedValue> values = [new() { Value = "second last", Index = 0 }];

        Assert.Equal(1f, Find.FindValues("second last", values).Single().Resolution.Score);
        Assert.Equal(2f / 3, Find.FindValues("the second-to last", values).Single().Resolution.Score, 3);
        Assert.Empty(Find.FindValues("the second of the three last", values));
        Assert.Empty(Find.FindValues("the last before the second", values));
        Assert.Single(Find.FindValues("the second of the three last", values, new FindValuesOptions { MaxTokenDistance = 5 }));
    }

    [Fact]
    public void Values_that_differ_in_signs_only_are_told_apart_when_typed_exactly()
    {
        List<SortedValue> values = [new() { Value = "A < B", Index = 0 }, new() { Value = "A >= B", Index = 1 }, new() { Value = "A ??? B", Index = 2 }];

        var found = Find.FindValues("A >= B", values).Single();

        Assert.Equal((1, 0, 5, "A >= B"), (found.Resolution.Index, found.Start, found.End, found.Text));
        Assert.Equal(["A < B", "A >= B", "A ??? B"], values.Select(value => value.Value));
    }

    [Fact]
    public void Results_say_what_they_are()
    {
        Assert.Equal("choice", Find.FindChoices("red", Colors).Single().TypeName);
        Assert.Equal("value", Find.FindValues("red", [new SortedValue { Value = "red" }]).Single().TypeName);
        Assert.Throws<ArgumentNullException>(() => Find.FindChoices("red", (IList<string>)null!));
    }

    [Theory]
    [InlineData("simple token", "simple@0-5 token@7-11")]
    [InlineData("hyphenated-token, and more!", "hyphenated@0-9 token@11-15 and@18-20 more@22-25")]
    [InlineData("Don't Shout", "don@0-2 t@4-4 shout@6-10")]
    [InlineData("food 💥👍😀", "food@0-3 💥@5-6 👍@7-8 😀@9-10")]
    [InlineData("a💥b", "a@0-0 💥@1-2 b@3-3")]
    [InlineData("été à São", "été@0-2 à@4-4 são@6-8")]
    [InlineData("   ", "")]
    [InlineData("", "")]
    [InlineData(null, "")]
    public void Text_is_cut_into_words(string? text, string tokens) => Assert.Equal(
        tokens,
        string.Join(' ', Tokenizer.DefaultTokenizer(text).Select(token => $"{token.Normalized}@{token.Start}-{token.End}")));

    private static string Written(List<ModelResult<FoundChoice>> found) =>
        string.Join(' ', found.Select(choice => $"{choice.Resolution.Value}@{choice.Start}-{choice.End}"));
}
