using CoachBot.Recovery.Safety;
using static CoachBot.Tests.Recovery.Safety.SafetySentences;

namespace CoachBot.Tests.Recovery.Safety;

public sealed class SafetyMessageTests
{
    private static readonly string[] Locales = ["en-GB", "en-US", "en", "es-ES", "es", "fr-FR", "de-DE", "de-AT", "pt-BR", "pt-PT", "xx"];

    [Fact]
    public void Every_message_is_short_and_complete()
    {
        foreach (var sentence in Of("en").Where(sentence => sentence.Set == "sectionC"))
        {
            var found = Gate.Assess(sentence.Text);
            foreach (var locale in Locales.Where(_ => found.Signs.Count > 0))
            {
                var message = Gate.Message(found, locale);
                Assert.NotEmpty(message);
                Assert.DoesNotContain('{', message);
                Assert.True(message.Split(' ').Length < 80, message);
                Assert.DoesNotContain('!', message);
            }
        }
    }

    [Theory]
    [InlineData("en-GB", "999 or 112")]
    [InlineData("en-US", "911")]
    [InlineData("en-AU", "000")]
    [InlineData("es-MX", "911")]
    [InlineData("fr-FR", "15 / 112")]
    [InlineData("de-DE", "112")]
    [InlineData("pt-BR", "192 (SAMU)")]
    public void The_number_is_that_of_the_country_and_stands_at_the_end_again(string locale, string number)
    {
        var message = Gate.Message(Gate.Assess("chest pain at mile 4"), locale);

        Assert.True(message.Split(number).Length >= 3, message);
        Assert.EndsWith(number, message.TrimEnd('.'), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    [InlineData("pt-ZZ")]
    public void An_unknown_country_gets_both_usual_numbers(string locale)
    {
        var message = Gate.Message(Gate.Assess("chest pain at mile 4"), locale);

        Assert.Contains("112", message, StringComparison.Ordinal);
        Assert.Contains("911", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_crisis_is_met_warmly_with_the_crisis_line() =>
        Assert.Contains("116 123", Gate.Message(Gate.Assess("i want to kill myself"), "en-GB"), StringComparison.Ordinal);

    [Fact]
    public void Heat_cools_first_and_water_in_the_blood_hears_nothing_of_drinking()
    {
        Assert.Contains("Cool first", Gate.Message(Gate.Assess("heat stroke, 35 degrees, confused"), "en-GB"), StringComparison.Ordinal);
        foreach (var (locale, word) in new[] { ("en-GB", "drink"), ("es-ES", "beb"), ("fr-FR", "boi"), ("de-DE", "trink"), ("pt-BR", "beb") })
        {
            var message = Gate.Message(Gate.Assess("drank 6 litres in the marathon and now vomiting"), locale);
            Assert.DoesNotContain(word, message, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void Food_and_weight_are_spoken_of_without_numbers()
    {
        foreach (var locale in (string[])["en", "es", "fr", "de", "pt"])
        {
            var message = Gate.Message(Gate.Assess("i weigh myself 5x a day and skip dinner to hit race weight"), locale);
            Assert.DoesNotContain("kcal", message, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("kg", message, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public void One_s_own_emergency_comes_before_a_friend_s() =>
        Assert.StartsWith("Stop here", Gate.Message(Gate.Assess("my mate collapsed. i have chest pain too"), "en-GB"), StringComparison.Ordinal);

    [Fact]
    public void Nothing_found_says_nothing() => Assert.Empty(Gate.Message(SafetyAssessment.None, "en-GB"));

    [Theory]
    [InlineData("lock.held")]
    [InlineData("lock.morning")]
    [InlineData("lock.opened")]
    public void The_lock_has_words_in_every_language(string key)
    {
        var said = Languages.Select(language => Gate.Words(key, language)).ToArray();

        Assert.Equal(said.Length, said.Distinct().Count());
    }
}
