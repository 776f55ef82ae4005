using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Turns;
using CsCheck;

namespace CoachBot.Tests.BotBuilder.Turns;

public sealed class JsonDeltaTests
{
    private static readonly Gen<JsonNode?> Scalar = Gen.OneOf(
        Gen.Int[0, 3].Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.OneOf(Gen.Const("a"), Gen.Const("b")).Select(text => (JsonNode?)JsonValue.Create(text)),
        Gen.Const((JsonNode?)null));

    private static readonly Gen<JsonNode?> List = Scalar.Array[0, 3].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())]));

    private static readonly Gen<JsonObject> Document = Objects(Gen.OneOf(Scalar, List, Objects(Gen.OneOf(Scalar, List)).Select(o => (JsonNode?)o)));

    [Fact]
    public void Applying_what_changed_to_the_old_gives_the_new()
    {
        Gen.Select(Document, Document).Sample((before, after) =>
        {
            var target = before.DeepClone().AsObject();
            JsonDelta.Apply(target, Stored(JsonDelta.Between(before, after)));
            return JsonNode.DeepEquals(target, after);
        });
    }

    [Fact]
    public void Nothing_changed_is_an_empty_delta()
    {
        Document.Sample(document => JsonDelta.Between(document, document.DeepClone().AsObject()).Count == 0);
    }

    [Fact]
    public void Two_conversations_that_add_to_one_list_both_keep_their_entry()
    {
        var before = Parse("""{"checkIns":[1]}""");
        var first = JsonDelta.Between(before, Parse("""{"checkIns":[1,2]}"""));
        var second = JsonDelta.Between(before, Parse("""{"checkIns":[1,3],"name":"Ana"}"""));

        JsonDelta.Apply(before, first);
        JsonDelta.Apply(before, second);

        Assert.Equal("""{"checkIns":[1,2,3],"name":"Ana"}""", before.ToJsonString());
    }

    private static Gen<JsonObject> Objects(Gen<JsonNode?> values) =>
        Gen.Select(Gen.OneOf(Gen.Const("x"), Gen.Const("y"), Gen.Const("z")), values, (name, value) => (name, value)).Array[0, 4].Select(pairs =>
        {
            var json = new JsonObject();
            foreach (var (name, value) in pairs)
                json[name] = value?.DeepClone();
            return json;
        });

    private static JsonArray Stored(JsonArray delta) => JsonDelta.Read(JsonDelta.Write(delta));

    private static JsonObject Parse(string json) => JsonNode.Parse(json)!.AsObject();
}
