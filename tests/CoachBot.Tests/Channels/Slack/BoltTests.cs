using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CoachBot.BotBuilder;
using CoachBot.BotBuilder.Schema;
using CoachBot.Channels.Slack.Incoming;
using CoachBot.Tests.Support;

namespace CoachBot.Tests.Channels.Slack;

/// <summary>The same requests to Slack's own Bolt and to us: the same answers, and an app sees the same in them.</summary>
public sealed class BoltTests
{
    private const string Events = "/api/slack/events";
    private const string Interactions = "/api/slack/interactions";
    private const string Commands = "/api/slack/commands";
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    [Fact]
    public async Task Case_by_case_we_answer_as_Bolt_does_and_see_what_it_sees()
    {
        var seen = new List<string>();
        await using var slack = await SlackHost.StartAsync(new DelegateBot(turn =>
        {
            if (turn.Activity.Type == ActivityTypes.Message)
                seen.Add($"{turn.Activity.From.Id.Split(':')[1]}: {turn.Activity.Text ?? StateJson.ToNode(turn.Activity.Value)!.ToJsonString()}");
            return Task.CompletedTask;
        }));
        var now = slack.Time.GetUtcNow().ToUnixTimeSeconds();
        var cases = Cases(now).ToList();

        var judged = JsonNode.Parse(await JudgeAsync(cases))!.AsArray();

        Assert.Equal(cases.Count, judged.Count);
        foreach (var (one, bolt) in cases.Zip(judged))
        {
            seen.Clear();
            var response = await slack.PostAsync(one.Path, one.Body, one.ContentType, one.Headers);
            var status = (int)response.StatusCode;
            Assert.True(one.Differs == (status != (int)bolt!["status"]!), $"{one.Name}: we answer {status}, Bolt {bolt["status"]}");
            if (status == 200 && !one.Differs)
                Assert.True(await response.Content.ReadAsStringAsync() == bolt["body"]!.ToString(), $"{one.Name}: Bolt's body is {bolt["body"]}");
            Assert.True(one.Seen == string.Join(" | ", seen), $"{one.Name}: we see {string.Join(" | ", seen)}");
            var theirs = bolt["seen"]!.AsArray().Select(SeenByBolt).OfType<string>();
            if (!one.SeesMore)
                Assert.True(one.Seen == string.Join(" | ", theirs), $"{one.Name}: Bolt sees {bolt["seen"]!.ToJsonString()}");
        }
    }

    private static IEnumerable<Case> Cases(long now)
    {
        var hello = SlackPayloads.Event(SlackPayloads.Message("ran 10k"), "Ev1");
        yield return Case.Signed("challenge", Events, Json, """{"type":"url_verification","challenge":"abc"}""", now);
        yield return Case.Signed("message", Events, Json, hello.ToJsonString(), now) with { Seen = "U1: ran 10k" };
        yield return Case.Signed("message in a thread", Events, Json, SlackPayloads.Event(SlackPayloads.Message("and slept", "1763.5"), "Ev2").ToJsonString(), now) with { Seen = "U1: and slept" };
        yield return Case.Signed("mention", Events, Json, SlackPayloads.Event(SlackPayloads.Mention("<@UCOACH> hi"), "Ev3").ToJsonString(), now) with { Seen = "U1: hi", SeesMore = true };
        yield return Case.Signed("own message", Events, Json, SlackPayloads.Event(SlackPayloads.Message("echo", user: "UCOACH"), "Ev4").ToJsonString(), now);
        yield return Case.Signed("unknown event", Events, Json, SlackPayloads.Event(new JsonObject { ["type"] = "team_rename", ["name"] = "x" }, "Ev5").ToJsonString(), now);
        yield return Case.Signed("not JSON", Events, Json, "{", now);
        yield return Case.Signed("retry", Events, Json, SlackPayloads.Event(SlackPayloads.Message("again"), "Ev6").ToJsonString(), now).With("X-Slack-Retry-Num", "1") with { Seen = "U1: again" };
        yield return Case.Signed("button", Interactions, Form, Payload(Button()), now) with { Seen = "U1: 4" };
        yield return Case.Signed("button with a charset, which Bolt does not read", Interactions, $"{Form}; charset=utf-8", Payload(Button(2)), now) with { Seen = "U1: 4", Differs = true, SeesMore = true };
        yield return Case.Signed("command", Commands, Form, Command("plan please"), now) with { Seen = "U1: plan please" };
        yield return Case.Signed("command with signs", Commands, Form, Command("5&6 <7> é"), now) with { Seen = "U1: 5&6 <7> é" };
        yield return new Case("certificate check", Commands, Form, "ssl_check=1&token=x"u8.ToArray(), []);

        yield return new Case("unsigned", Events, Json, Bytes(hello), []);
        yield return new Case("no time", Events, Json, Bytes(hello), [(SlackSignature.Header, SlackHost.Sign("1", Bytes(hello)))]);
        yield return Case.Signed("wrong signature", Events, Json, hello.ToJsonString(), now).With(SlackSignature.Header, "v0=" + new string('0', 64));
        yield return Case.Signed("unsigned button", Interactions, Form, Payload(Button()), now).With(SlackSignature.Header, "");
        yield return Case.Signed("too old", Events, Json, hello.ToJsonString(), now - 301);
        yield return Case.Signed("too early, which Bolt takes", Events, Json, SlackPayloads.Event(SlackPayloads.Message("early"), "Ev7").ToJsonString(), now + 400) with { Differs = true, SeesMore = true };
        yield return Case.Signed("other version", Events, Json, hello.ToJsonString(), now).With(SlackSignature.Header, "v1=" + new string('0', 64));
    }

    private static async Task<string> JudgeAsync(List<Case> cases)
    {
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");
        var listed = cases.Select(one => new JsonObject
        {
            ["path"] = one.Path,
            ["body"] = Convert.ToBase64String(one.Body),
            ["headers"] = new JsonObject(one.Headers.Select(header => KeyValuePair.Create(header.Name, (JsonNode?)header.Value)).Append(new("content-type", one.ContentType))),
        });
        await File.WriteAllTextAsync(file, new JsonObject { ["signingSecret"] = SlackHost.SigningSecret, ["cases"] = new JsonArray([.. listed]) }.ToJsonString());
        try
        {
            return await NodeTests.RunAsync("slack-bolt.mjs", file);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string? SeenByBolt(JsonNode? what) => (string)what!["kind"]! switch
    {
        "message" or "command" => $"{what["user"]}: {what["text"]}",
        "action" => $"{what["user"]}: {what["value"]}",
        _ => null,
    };

    private static JsonObject Button(int number = 1) => JsonNode.Parse($$$"""
        {"type":"block_actions","team":{"id":"T1"},"user":{"id":"U1","team_id":"T1"},"channel":{"id":"D1"},"trigger_id":"{{{number}}}","response_url":"https://hooks.slack.com/x",
         "container":{"type":"message","message_ts":"1.{{{number}}}","channel_id":"D1"},
         "actions":[{"type":"button","action_id":"answer:1","block_id":"answers:{{{number}}}","value":"4","action_ts":"1.{{{number}}}"}]}
        """)!.AsObject();

    private static string Payload(JsonObject payload) => $"payload={Uri.EscapeDataString(payload.ToJsonString())}";

    private static string Command(string text) =>
        $"command=%2Frecovery&text={Uri.EscapeDataString(text)}&team_id=T1&user_id=U1&channel_id=C1&trigger_id={text.Length}&response_url=https%3A%2F%2Fhooks.slack.example%2Fx";

    private static byte[] Bytes(JsonObject body) => Encoding.UTF8.GetBytes(body.ToJsonString());

    /// <param name="Name">Of the case.</param>
    private sealed record Case(string Name, string Path, string ContentType, byte[] Body, (string Name, string Value)[] Headers)
    {
        /// <summary>What an app sees: who said what.</summary>
        public string Seen { get; init; } = "";

        /// <summary>Bolt answers otherwise, and we mean to.</summary>
        public bool Differs { get; init; }

        /// <summary>Bolt's listener sees it in another shape.</summary>
        public bool SeesMore { get; init; }

        public static Case Signed(string name, string path, string contentType, string body, long time)
        {
            var (bytes, timestamp) = (Encoding.UTF8.GetBytes(body), time.ToString(CultureInfo.InvariantCulture));
            return new Case(name, path, contentType, bytes, [(SlackSignature.TimestampHeader, timestamp), (SlackSignature.Header, SlackHost.Sign(timestamp, bytes))]);
        }

        public Case With(string header, string value) => this with { Headers = [.. Headers.Where(each => each.Name != header), (header, value)] };
    }
}
