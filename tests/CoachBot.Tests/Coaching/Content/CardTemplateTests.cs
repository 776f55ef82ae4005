using System.Text.Json.Nodes;
using CoachBot.Coaching.Content;
using CoachBot.Coaching.Dialogs;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Coaching.Content;

public sealed class CardTemplateTests
{
    private static readonly Phrasebook Phrases = Phrasebook.Load(new ContentFiles());
    private static readonly Voice English = new(Phrases, "en", Cultures.For("en", null), default, 0);

    [Fact]
    public void A_list_item_is_there_once_per_entry()
    {
        var card = Render("""{"body":[{"$data":"${rows}","text":"${name}: ${count}"}]}""", """{"rows":[{"name":"a","count":1},{"name":"b","count":2}]}""");

        Assert.Equal("""{"body":[{"text":"a: 1"},{"text":"b: 2"}]}""", card.ToJsonString());
    }

    [Fact]
    public void A_part_whose_condition_is_false_is_left_out()
    {
        Assert.Equal("""{"body":[{"text":"b"}]}""", Render("""{"body":[{"$when":"${no}","text":"a"},{"$when":"${yes}","text":"b"}]}""", """{"no":false,"yes":true}""").ToJsonString());
    }

    [Fact]
    public void A_place_alone_keeps_the_type_of_its_value()
    {
        Assert.Equal("""{"max":10}""", Render("""{"max":"${limit}"}""", """{"limit":10}""").ToJsonString());
    }

    [Fact]
    public void What_a_runner_typed_cannot_become_part_of_the_template()
    {
        Assert.Equal("""{"text":"${secret} \u0022,"}""", Render("""{"text":"${name}"}""", """{"name":"${secret} \",","secret":"x"}""").ToJsonString());
    }

    [Theory]
    [InlineData("${words.no-such}", "words.no-such", "is no sentence of the prompts")]
    [InlineData("${nothing}", "nothing", "is no value of this card")]
    public void A_place_without_a_value_is_named(string place, string key, string expected)
    {
        var fault = Assert.Throws<ContentException>(() => Render($$"""{"text":"{{place}}"}""", "{}"));

        Assert.Equal(("cards/test.json", key, expected), (fault.File, fault.Key, fault.Fault));
    }

    [Fact]
    public void A_card_that_cannot_be_rendered_stops_the_start()
    {
        var files = new ContentFiles().Edit("cards/plan.json", "${words.button.why}", "${words.button.warum}");

        Assert.Equal("cards/plan.json, \"words.button.warum\" (en): is no sentence of the prompts", Assert.Throws<ContentException>(() => Cards.Load(files, Phrases)).Message);
    }

    private static JsonObject Render(string template, string data) =>
        CardTemplate.Load(new ContentFiles().With("cards/test.json", template), "test").Render((JsonObject)JsonNode.Parse(data)!, English);
}
