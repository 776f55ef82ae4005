using CoachBot.Recovery.Safety;
using static CoachBot.Tests.Recovery.Safety.SafetySentences;

namespace CoachBot.Tests.Recovery.Safety;

public sealed class SafetySentenceTests
{
    public static TheoryData<string> AllLanguages => [.. Languages];

    [Fact]
    public void Every_sentence_of_section_C_has_its_tier()
    {
        var wrong = Of("en").Where(sentence => sentence.Set == "sectionC").Select(Judge).Where(judged => judged is not null);

        Assert.Empty(wrong);
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Our_own_sentences_have_their_tiers(string language)
    {
        var own = Of(language).Where(sentence => sentence.Set == "tune").ToArray();
        var wrong = own.Select(Judge).Where(judged => judged is not null).ToArray();

        Assert.True(wrong.Length <= own.Length / 50, string.Join('\n', wrong));
    }

    /// <summary>Nobody looks at the held-out third while tuning; what it says is what to expect of sentences we have not seen.</summary>
    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void Of_sentences_not_tuned_on_the_grave_ones_are_found_and_the_harmless_ones_left_alone(string language)
    {
        var held = Of(language).Where(sentence => sentence.Set == "held").ToArray();
        var grave = held.Where(sentence => sentence.IsGrave).ToArray();
        var harmless = held.Where(sentence => sentence.IsHarmless).ToArray();

        Assert.True(Share(grave) >= 0.94, $"grave: {Share(grave):0.000} of {grave.Length}");
        Assert.True(Share(harmless) >= 0.94, $"harmless: {Share(harmless):0.000} of {harmless.Length}");
    }

    [Fact]
    public void Each_condition_has_sentences_in_each_language()
    {
        foreach (var language in Languages)
        {
            var conditions = Of(language).Select(sentence => sentence.Id.Split('.')[1]).Distinct();
            Assert.Empty(Enumerable.Range(1, 20).Select(number => $"C{number}").Except(conditions));
        }
    }

    [Theory]
    [InlineData("my mate collapsed on the run just now", true)]
    [InlineData("i collapsed on the run", false)]
    [InlineData("mi amigo se acaba de desmayar corriendo", true)]
    public void An_emergency_of_somebody_else_is_theirs(string text, bool other)
    {
        var found = Gate.Assess(text);

        Assert.Equal(SafetyTier.T1, found.Tier);
        Assert.Equal(!other, found.Locks);
    }

    [Theory]
    [InlineData("dvt last year, breathless and stabbing pain when i breathe in", SafetyTier.T2)]
    [InlineData("lower back in agony and numb between my legs", SafetyTier.T1)]
    [InlineData("i saw stars and then passed out", SafetyTier.T1)]
    [InlineData("collapsed on the course", SafetyTier.T1)]
    [InlineData("left arm ache and a cold sweat on the climb", SafetyTier.T1)]
    [InlineData("had a dvt last year", SafetyTier.T4)]
    public void What_dates_or_asks_about_one_thing_says_nothing_of_the_next(string text, SafetyTier tier) => Assert.Equal(tier, Gate.Assess(text).Tier);

    [Theory]
    [InlineData("es", "mi tía viene a la carrera")]
    [InlineData("fr", "il fallait partir")]
    [InlineData("pt", "corri sob chuva")]
    [InlineData("pt", "a gravidade ajuda na descida")]
    [InlineData("de", "heute viel gegessen, aß drei Brötchen")]
    [InlineData("en", "the sooner i'm back the better")]
    public void Everyday_words_that_resemble_danger_are_none(string locale, string text) => Assert.Equal(SafetyTier.None, Gate.Assess(text, locale).Tier);

    [Fact]
    public void A_question_about_signs_locks_nothing_and_is_noticed()
    {
        var found = Gate.Assess("what are the signs of heat stroke?");

        Assert.Equal(SafetyTier.None, found.Tier);
        Assert.Equal("C4.question", Assert.Single(found.Signs).Id);
        Assert.NotEmpty(Gate.Message(found, "en-GB"));
    }

    [Fact]
    public void A_weak_cue_is_worth_one_question_and_keeps_its_tier()
    {
        var found = Gate.Assess("hit my head on a low branch");

        Assert.True(found.Ask);
        Assert.Equal(SafetyTier.T2, found.Tier);
        Assert.Contains("999", Gate.Question(found, "en-GB"), StringComparison.Ordinal);
    }

    private static double Share(Sentence[] sentences) =>
        (double)sentences.Count(sentence => sentence.Fits(Gate.Assess(sentence.Text).Tier)) / sentences.Length;

    private static string? Judge(Sentence sentence)
    {
        var found = Gate.Assess(sentence.Text);
        return sentence.Fits(found.Tier)
            ? null
            : $"{sentence.Id} '{sentence.Text}' is {found.Tier} by {string.Join(' ', found.Signs.Select(sign => sign.Id))}, not {string.Join('/', sentence.Tiers)}";
    }
}
