using System.Diagnostics;
using CoachBot.BotBuilder.Dialogs.Recognizers;

namespace CoachBot.Tests.BotBuilder.Dialogs;

public class TextRecognizersTests
{
    private static readonly DateTime Reference = new(2026, 11, 24, 8, 0, 0);

    [Theory]
    [InlineData("en-us", "ran 10.5 today", "10.5@4-7")]
    [InlineData("en-us", "three or 4", "3@0-4 4@9-9")]
    [InlineData("de-de", "10,5 und zwölf", "10.5@0-3 12@9-13")]
    [InlineData("es-es", "cuarenta y dos", "42@0-13")]
    [InlineData("fr-fr", "quarante-deux", "42@0-12")]
    [InlineData("pt-br", "sete", "7@0-3")]
    [InlineData("en-us", "nothing", "")]
    [InlineData("en-us", null, "")]
    [InlineData("en-us", "   ", "")]
    public void Numbers_come_with_their_place_and_an_invariant_value(string locale, string? text, string found) => Assert.Equal(
        found, string.Join(' ', TextRecognizers.Numbers(text, locale).Select(number => $"{number.Value("value")}@{number.Start}-{number.End}")));

    [Fact]
    public void A_quantity_has_a_number_a_unit_and_the_words_as_typed()
    {
        var quantity = Assert.Single(TextRecognizers.Dimensions("I lost 2.5 KG", "en-us"));

        Assert.Equal((2.5, "Kilogram", "2.5 KG", "dimension", 6), (quantity.Number!.Value, quantity.Unit, quantity.Text, quantity.Kind, quantity.Length));
    }

    [Fact]
    public void A_unit_without_a_number_has_none()
    {
        var unit = Assert.Single(TextRecognizers.Currencies("dollars", "en-us"));

        Assert.Null(unit.Number);
        Assert.Equal("Dollar", unit.Unit);
    }

    [Theory]
    [InlineData("en-us", "tomorrow at 7", "datetime", "2026-11-25 07:00:00")]
    [InlineData("de-de", "übermorgen", "date", "2026-11-26")]
    [InlineData("fr-fr", "hier", "date", "2026-11-23")]
    public void Times_count_from_the_reference_given(string locale, string text, string kind, string value)
    {
        var time = TextRecognizers.DateTimes(text, locale, Reference)[0];

        Assert.Equal((kind, value), (time.Kind, time.Value("value")));
    }

    [Theory]
    [InlineData("en-us", "one million ")]
    [InlineData("en-us", "1-")]
    [InlineData("en-us", "hundred and ")]
    [InlineData("fr-fr", "cent ")]
    [InlineData("fr-fr", "deux cent ")]
    [InlineData("de-de", "hundert")]
    [InlineData("de-de", "eins ")]
    [InlineData("es-es", "cien mil ")]
    [InlineData("pt-br", "1/")]
    [InlineData("pt-br", "cem mil ")]
    public void Hostile_text_is_over_in_seconds(string locale, string piece)
    {
        TextRecognizers.Warm(locale);
        var start = Stopwatch.GetTimestamp();
        foreach (var length in new[] { 40, 100, 400, 20_000 })
        {
            var text = string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1));
            Assert.True(length < 100 || TextGuard.Prepare(text) == null);
            TextRecognizers.Numbers(text, locale);
            TextRecognizers.Dimensions(text, locale);
            TextRecognizers.DateTimes(text, locale, Reference);
        }

        Assert.InRange(Stopwatch.GetElapsedTime(start).TotalSeconds, 0, 10);
    }

    [Theory]
    [InlineData("I ran 10 km in 52:30, felt like a 7 out of 10 and my left calf is a bit sore since km 8")]
    [InlineData("achthundertfünfundachtzig Meter")]
    [InlineData("de la maison à la plage et de la plage à la maison, 12 km")]
    [InlineData("2026-11-24")]
    [InlineData("1, 2, 3, 4, 5, 6, 7, 8, 9, 10")]
    public void Honest_text_is_read_whole(string text) => Assert.Equal(text, TextGuard.Prepare(text));

    [Fact]
    public void Long_text_is_read_up_to_a_break_between_words()
    {
        var text = "42 " + string.Concat(Enumerable.Range(0, 100).Select(i => $"word{i} "));

        var read = TextGuard.Prepare(text)!;

        Assert.InRange(read.Length, 150, TextGuard.MaxLength);
        Assert.Equal(' ', text[read.Length]);
    }
}
