using CoachBot.Coaching.Content;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Coaching.Content;

public sealed class PhrasebookTests
{
    private readonly ContentFiles _files = new();

    [Fact]
    public void A_sentence_that_one_language_lacks_is_named_with_its_file_and_language()
    {
        var fault = Fault(_files.Edit("prompts/de.json", "\"settings\":", "\"setings\":"));

        Assert.Equal(("prompts/de.json", "settings", "de"), (fault.File, fault.Key, fault.Language));
        Assert.Equal("prompts/de.json, \"settings\" (de): is missing; prompts/en.json has it", fault.Message);
    }

    [Fact]
    public void A_sentence_that_only_one_language_has_is_named()
    {
        var fault = Fault(_files.Edit("prompts/pt.json", "\"settings\":", "\"extra\": \"nada\", \"settings\":"));

        Assert.Equal(("prompts/pt.json", "extra", "pt"), (fault.File, fault.Key, fault.Language));
    }

    [Fact]
    public void A_placeholder_that_differs_is_named_with_both_sides()
    {
        var fault = Fault(_files.Edit("prompts/fr.json", "effort {value}/10", "effort {valeur}/10"));

        Assert.Equal("prompts/fr.json, \"fact.effort\" (fr): has the placeholders {valeur}; English has {value}", fault.Message);
    }

    [Theory]
    [InlineData("\"settings\": \"\",")]
    [InlineData("\"settings\": [],")]
    [InlineData("\"settings\": 3,")]
    [InlineData("\"settings\": { \"one\": \"a\" },")]
    [InlineData("\"settings\": \"a\", \"settings\": \"b\",")]
    public void An_entry_that_says_nothing_is_refused(string entry)
    {
        var fault = Fault(_files.With("prompts/es.json", _files.Read("prompts/es.json").Insert(1, entry.Replace("settings", "odd", StringComparison.Ordinal))));

        Assert.Equal(("prompts/es.json", "odd", "es"), (fault.File, fault.Key, fault.Language));
    }

    [Fact]
    public void A_file_that_is_no_json_is_named_with_its_line()
    {
        Assert.Equal("prompts/es.json (es): is not JSON at line 2", Fault(_files.With("prompts/es.json", "{\n oops")).Message);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        Assert.Equal("prompts/de.json (de): cannot be read", Fault(_files.With("prompts/de.json", null)).Message);
    }

    [Theory]
    [InlineData("en", 0, "0 check-ins")]
    [InlineData("en", 1, "1 check-in ")]
    [InlineData("de", 2, "2 Check-ins")]
    [InlineData("fr", 0, "0 bilan ")]
    [InlineData("fr", 2, "2 bilans")]
    [InlineData("pt", 0, "0 check-in ")]
    public void Counts_follow_the_plural_of_the_language(string language, int count, string expected)
    {
        var voice = new Voice(Phrasebook.Load(_files), language, Cultures.For(language, null), default, 0);

        Assert.StartsWith(expected, voice.Say("data.check-ins", ("count", count)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "en-US", "10.5 km")]
    [InlineData("de", null, "10,5 km")]
    [InlineData("es", "es-MX", "10.5 km")]
    [InlineData("es", "de-DE", "10,5 km")]
    [InlineData("pt", "pt-PT", "10,5 km")]
    public void Numbers_are_written_as_the_runner_writes_them(string language, string? locale, string expected)
    {
        var voice = new Voice(Phrasebook.Load(_files), language, Cultures.For(language, locale), default, 0);

        Assert.Equal(expected, voice.Say("fact.km", ("value", 10.5)));
    }

    [Fact]
    public void Variants_take_turns()
    {
        var phrases = Phrasebook.Load(_files);
        var said = Enumerable.Range(0, 4).Select(turn => new Voice(phrases, "en", Cultures.For("en", null), default, turn).Say("ask.effort")).ToArray();

        Assert.Equal(3, said.Distinct().Count());
        Assert.Equal(said[0], said[3]);
    }

    private static ContentException Fault(ContentFiles files) => Assert.Throws<ContentException>(() => Phrasebook.Load(files));
}
