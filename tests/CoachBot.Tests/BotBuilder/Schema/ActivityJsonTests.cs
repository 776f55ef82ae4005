using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder.Schema;
using CsCheck;

namespace CoachBot.Tests.BotBuilder.Schema;

public sealed class ActivityJsonTests
{
    private const string FromTeams = """
        {
          "type": "message", "id": "1", "timestamp": "2026-11-22T08:00:00.123Z", "localTimestamp": "2026-11-22T09:00:00.123+01:00",
          "localTimezone": "Europe/Paris", "channelId": "msteams", "serviceUrl": "https://smba.example/", "text": "hi", "newThing": { "deep": [1, 2.5, null] },
          "from": { "id": "29:1", "name": "Ada", "aadObjectId": "a", "userRole": "user" },
          "conversation": { "id": "a:1", "conversationType": "personal", "tenantId": "t", "x": true },
          "recipient": { "id": "28:b" },
          "entities": [ { "type": "clientInfo", "locale": "fr-FR", "platform": "iOS" } ],
          "attachments": [ { "contentType": "text/html", "content": "<p>hi</p>", "extra": 1 } ],
          "suggestedActions": { "actions": [ { "type": "imBack", "title": "a", "value": { "k": 1 }, "future": "f" } ], "other": "o" },
          "channelData": { "tenant": { "id": "t" } }, "value": 12
        }
        """;

    [Fact]
    public void What_has_no_name_here_survives_at_every_depth()
    {
        var written = ActivityJson.Write(Parse(FromTeams));
        AssertSameJson(JsonNode.Parse(FromTeams), JsonNode.Parse(written));
    }

    [Fact]
    public void Known_properties_are_read()
    {
        var activity = Parse(FromTeams);
        Assert.Equal(("message", "hi", "Europe/Paris"), (activity.Type, activity.Text, activity.LocalTimezone));
        Assert.Equal(("29:1", "a", "personal", "t"), (activity.From.Id, activity.From.AadObjectId, activity.Conversation.ConversationType, activity.Conversation.TenantId));
        Assert.Equal(TimeSpan.FromHours(1), activity.LocalTimestamp.Value.Offset);
        Assert.Equal("fr-FR", (string)activity.Entities[0].Properties["locale"]);
        Assert.Equal(2.5, (double)activity.Properties["newThing"]["deep"][1]);
    }

    [Theory]
    [InlineData("\"text\"", "text")]
    [InlineData("true", true)]
    [InlineData("7", 7)]
    [InlineData("5000000000", 5000000000L)]
    [InlineData("1.5", 1.5)]
    [InlineData("null", null)]
    public void Open_values_come_in_as_plain_values(string json, object? expected) =>
        Assert.Equal(expected, Parse($$"""{ "value": {{json}} }""").Value);

    [Fact]
    public void Open_objects_and_lists_come_in_as_json()
    {
        Assert.IsType<JsonObject>(Parse("""{ "value": { "a": 1 } }""").Value);
        Assert.IsType<JsonArray>(Parse("""{ "value": [1] }""").Value);
    }

    [Fact]
    public void Names_are_camel_case_and_nulls_are_left_out()
    {
        var json = Text(new Activity("message") { ReplyToId = "1", Text = "ü" });
        Assert.Equal("{\"type\":\"message\",\"text\":\"\\u00FC\",\"replyToId\":\"1\"}", json);
    }

    [Fact]
    public void Names_are_read_in_any_case() => Assert.Equal("x", Parse("""{ "Text": "x" }""").Text);

    [Fact]
    public void Times_are_iso_8601() =>
        Assert.Contains(
            "\"timestamp\":\"2026-11-22T08:00:00+00:00\"",
            Text(new Activity { Timestamp = new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero) }),
            StringComparison.Ordinal);

    [Fact]
    public void Cards_and_values_of_any_type_are_written_as_they_are()
    {
        var activity = new Activity
        {
            Attachments = [new HeroCard("Title", buttons: [new CardAction(ActionTypes.ImBack, "b", value: 3)]).ToAttachment()],
            Value = new { SomeNumber = 1, Nothing = (string)null },
        };
        var json = JsonNode.Parse(ActivityJson.Write(activity));
        Assert.Equal("application/vnd.microsoft.card.hero", (string)json["attachments"][0]["contentType"]);
        Assert.Equal("Title", (string)json["attachments"][0]["content"]["title"]);
        Assert.Equal(3, (int)json["attachments"][0]["content"]["buttons"][0]["value"]);
        Assert.Equal("{\"someNumber\":1}", json["value"].ToJsonString());
    }

    [Fact]
    public void A_mention_keeps_its_properties_on_the_wire()
    {
        var json = JsonNode.Parse(ActivityJson.Write(new Activity { Entities = [new Mention(new ChannelAccount("u1"), "@ada")] }));
        Assert.Equal("{\"type\":\"mention\",\"mentioned\":{\"id\":\"u1\"},\"text\":\"@ada\"}", Ordered(json["entities"][0], "type", "mentioned", "text"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"type\":{}}")]
    [InlineData("{\"timestamp\":\"yesterday\"}")]
    [InlineData("{\"entities\":[1]}")]
    public void What_is_no_activity_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Parse(json));

    [Fact]
    public void A_stream_is_read_like_bytes()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(FromTeams));
        Assert.Equal("hi", ActivityJson.Parse(stream).Text);
    }

    [Fact]
    public void Reading_what_was_written_gives_the_same_activity() =>
        Activities.Sample(
            activity =>
            {
                var written = ActivityJson.Write(activity);
                return written.AsSpan().SequenceEqual(ActivityJson.Write(ActivityJson.Parse(written)));
            },
            print: Text);

    private static readonly Gen<string> Strings = Gen.String.Null(0.3);

    private static readonly Gen<object> OpenValues = Gen.OneOf(
        Gen.Const((object)null),
        Gen.String.Select(text => (object)text),
        Gen.Int.Select(number => (object)number),
        Gen.Long.Select(number => (object)number),
        Gen.Bool.Select(flag => (object)flag),
        Gen.Select(Gen.String, Gen.Int).Select((name, number) => (object)new JsonObject { [name] = new JsonArray(number, null) }));

    private static readonly Gen<ChannelAccount> Accounts =
        Gen.Select(Strings, Strings, Gen.Int).Select((id, name, extra) => new ChannelAccount(id, name) { Properties = new JsonObject { ["extra"] = extra } });

    private static readonly Gen<Activity> Activities =
        from type in Strings
        from text in Strings
        from account in Accounts
        from time in Gen.DateTimeOffset.Nullable()
        from value in OpenValues
        from data in OpenValues
        from titles in Gen.String.List[0, 3]
        from unknown in Gen.Select(Gen.String[Gen.Char['a', 'z'], 12, 16], Gen.Int).List[0, 3]
        select new Activity(type)
        {
            Text = text,
            From = account,
            Timestamp = time,
            Value = value,
            ChannelData = data,
            SuggestedActions = new SuggestedActions(actions: [.. titles.Select(title => new CardAction(title: title, value: data))]),
            Entities = [new Mention(account, text), new Entity("x") { Properties = new JsonObject { ["y"] = text } }],
            Properties = new JsonObject(unknown.DistinctBy(pair => pair.Item1).Select(pair => KeyValuePair.Create(pair.Item1, (JsonNode)pair.Item2))),
        };

    private static Activity Parse(string json) => ActivityJson.Parse(Encoding.UTF8.GetBytes(json));

    private static string Text(Activity activity) => Encoding.UTF8.GetString(ActivityJson.Write(activity));

    private static string Ordered(JsonNode node, params string[] names) =>
        new JsonObject(names.Select(name => KeyValuePair.Create(name, node[name]?.DeepClone()))).ToJsonString();

    private static void AssertSameJson(JsonNode expected, JsonNode actual)
    {
        // Times may be written with another number of zeros.
        foreach (var name in new[] { "timestamp", "localTimestamp" })
        {
            Assert.Equal(DateTimeOffset.Parse((string)expected[name], null), DateTimeOffset.Parse((string)actual[name], null));
            expected.AsObject().Remove(name);
            actual.AsObject().Remove(name);
        }

        Assert.True(JsonNode.DeepEquals(expected, actual), $"{expected}\n{actual}");
    }
}
